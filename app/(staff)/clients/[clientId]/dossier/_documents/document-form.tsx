"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SignInAgain } from "@/app/_session/sign-in-again";
import { Button } from "@/app/_ui/button";
import { capital } from "@/app/_ui/capital";
import { Card } from "@/app/_ui/card";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FileField } from "@/app/_ui/file-field";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { useUnsavedValue } from "@/app/_ui/unsaved";
import { UploadProgress } from "@/app/_ui/upload-progress";
import { DOCUMENT_FILE, KINDS } from "@/server/files/kinds";
import { EntryFields } from "../_writing/entry-fields";
import { EntryForm, type EntryFormProps } from "../_writing/entry-form";
import { FailureNotice } from "../_writing/failure-notice";
import { fieldId } from "../_writing/field-path";
import { emptyRecord, type TypedRecord, typedRecord } from "../_writing/typed";
import { FILE, useDocumentUpload } from "./use-document-upload";

const accept = DOCUMENT_FILE.kinds.flatMap((kind) => KINDS[kind].extensions.map((each) => `.${each}`));

/** A file that is here lies nowhere else, and what is added is current. */
const unasked = ["location", "status"];

/** The form of Documenten: a file with what it is, or the correction of what was said of it. */
export function DocumentForm(props: EntryFormProps) {
  return props.given.entry ? <EntryForm {...props} /> : <NewDocument {...props} />;
}

function NewDocument({ clientId, given, owner, backHref, onStored }: EntryFormProps) {
  const t = useTranslations("documents");
  const words = useTranslations("writing");
  const fields = given.fields.filter(({ key }) => !unasked.includes(key));
  const [record, setRecord] = useState(() => ({
    ...emptyRecord(fields),
    ...typedRecord(fields, given.values),
  }));
  const [file, setFile] = useState<File>();
  useUnsavedValue([record, file?.name]);
  const [asksSignIn, setAsksSignIn] = useState(false);
  const upload = useDocumentUpload(clientId, fields, onStored);
  const busy = upload.share !== undefined;
  const errors = Object.fromEntries(upload.problems.map(({ path, sentence }) => [path, sentence]));
  const change = (typed: TypedRecord) => {
    for (const { key } of fields) if (typed[key] !== record[key]) upload.mend(key);
    setRecord(typed);
  };
  const choose = ([chosen]: File[]) => {
    setFile(chosen);
    upload.mend(FILE);
    // A title is often the name of the file; what was typed is not touched.
    if (chosen && record.title === "") change({ ...record, title: titleOf(chosen.name) });
  };
  return (
    <>
      <SignInAgain
        owner={owner}
        isOpen={asksSignIn}
        onClose={() => setAsksSignIn(false)}
        onSignedIn={() => {
          setAsksSignIn(false);
          upload.forget();
        }}
      />
      <form
        noValidate
        className="grid gap-gap"
        onSubmit={(event) => {
          event.preventDefault();
          void upload.send(record, file);
        }}
      >
        <ErrorSummary problems={upload.problems} />
        <FailureNotice failure={upload.failure} onSignIn={() => setAsksSignIn(true)} />
        {upload.stopped && (
          <Notice tone="info" announce>
            <p>{t("stopped")}</p>
          </Notice>
        )}
        <Card>
          <div className="grid gap-4">
            <FileField
              id={fieldId(FILE)}
              label={t("file")}
              hint={t("fileHint")}
              error={errors[FILE]}
              accept={accept}
              files={file ? [file] : []}
              onChange={choose}
              fixed={busy}
            />
            <EntryFields fields={fields} record={record} onChange={change} errors={errors} />
            {busy && (
              <UploadProgress name={file?.name ?? ""} share={upload.share ?? 0} onStop={upload.stop} />
            )}
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <Button type="submit" look="primary" busy={busy && words("storing")}>
                {words("store", { singular: capital(given.singular) })}
              </Button>
              <LinkButton href={backHref}>{words("back")}</LinkButton>
            </div>
          </div>
        </Card>
      </form>
    </>
  );
}

/** "Brief_huisarts 2026.pdf" → "Brief huisarts 2026" */
function titleOf(name: string): string {
  return name
    .replace(/\.[^.]+$/, "")
    .replaceAll("_", " ")
    .trim()
    .slice(0, 200);
}
