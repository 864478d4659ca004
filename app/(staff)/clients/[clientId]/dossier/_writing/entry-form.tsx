"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { type Owner, SignInAgain } from "@/app/_session/sign-in-again";
import { Button } from "@/app/_ui/button";
import { capital } from "@/app/_ui/capital";
import { Card } from "@/app/_ui/card";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { ConflictPanel } from "./conflict-panel";
import { DraftFound } from "./draft-found";
import { DraftLine } from "./draft-line";
import { EntryFields } from "./entry-fields";
import { FailureNotice } from "./failure-notice";
import { fieldId } from "./field-path";
import type { Form } from "./form-field";
import { useWriting, type Writing } from "./use-writing";

export type EntryFormProps = {
  clientId: string;
  given: Form;
  owner: Owner;
  /** Where "back" leads; what is typed stays as a draft */
  backHref: string;
  onStored: (id: string) => void;
};

/** The form of any part, from its declaration: a new entry, or the correction of one. */
export function EntryForm({ clientId, given, owner, backHref, onStored }: EntryFormProps) {
  const t = useTranslations("writing");
  const writing = useWriting({ clientId, given, onStored });
  const { fields, record, change, busy, base } = writing;
  const errors = Object.fromEntries(writing.problems.map(({ path, sentence }) => [path, sentence]));
  return (
    <WritingFrame writing={writing} owner={owner}>
      <Card>
        <div className="grid gap-4">
          <EntryFields fields={fields} record={record} onChange={change} errors={errors} />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <Button type="submit" look="primary" busy={busy && t("storing")}>
              {t(base.entry ? "storeCorrection" : "store", { singular: capital(base.singular) })}
            </Button>
            <LinkButton href={backHref}>{t("back")}</LinkButton>
            <DraftLine draft={writing.draft} onSignIn={writing.signIn.ask} />
          </div>
          {writing.same && (
            <Notice tone="info" announce>
              <p>{t("nothingChanged")}</p>
            </Notice>
          )}
        </div>
      </Card>
    </WritingFrame>
  );
}

type WritingFrameProps = { writing: Writing; owner: Owner; children: ReactNode };

/**
 * What stands round the fields of any form that writes an entry: the draft that was found, what is wrong, two versions
 * side by side, signing in again. Ctrl or Cmd with Enter stores.
 */
export function WritingFrame({ writing, owner, children }: WritingFrameProps) {
  const { base, fields, problems, conflict, signIn } = writing;
  const [found, setFound] = useState(base.draft?.savedAt);
  const first = fieldId(fields[0]?.key ?? "");
  const inConflict = conflict !== undefined;
  const wasInConflict = useRef(false);
  useEffect(() => {
    if (wasInConflict.current && !inConflict) document.getElementById(first)?.focus();
    wasInConflict.current = inConflict;
  }, [inConflict, first]);
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void writing.submit();
  };
  if (conflict) {
    return <ConflictPanel conflict={conflict} fields={fields} onSettle={writing.settle} />;
  }
  // Dialogs stand outside the form: what is sent in them is not this form.
  return (
    <>
      <SignInAgain owner={owner} isOpen={signIn.isOpen} onSignedIn={signIn.done} onClose={signIn.close} />
      {found !== undefined && (
        <DraftFound
          savedAt={found}
          onGoOn={() => {
            setFound(undefined);
            document.getElementById(first)?.focus();
          }}
          onThrowAway={async () => {
            await writing.throwAway();
            setFound(undefined);
          }}
        />
      )}
      <form
        noValidate
        className="grid gap-gap"
        onKeyDown={byKey}
        onSubmit={(event) => {
          event.preventDefault();
          void writing.submit();
        }}
      >
        <ErrorSummary problems={problems} />
        <FailureNotice failure={writing.failure} onSignIn={signIn.ask} />
        {children}
      </form>
    </>
  );
}
