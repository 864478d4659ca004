"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ErrorSummary, type FieldProblem } from "@/app/_ui/error-summary";
import { FileField } from "@/app/_ui/file-field";
import { Notice } from "@/app/_ui/notice";
import { Select } from "@/app/_ui/select";
import { showToast } from "@/app/_ui/toast-queue";
import { UploadProgress } from "@/app/_ui/upload-progress";
import { IMPORT_FILE_CAP, IMPORT_FILES } from "@/server/interchange/input";
import { useSendImport } from "./use-send-import";

/** A place new clients may go to. */
export type Place = { id: string; code: string; name: string };

type NewImportProps = {
  locations: Place[];
  /** Why none can be started now. */
  unavailable?: string;
  onStarted: () => void;
};

const FILES = "import-files";
const PLACE = "import-place";

/** Choose files and a place, and start. */
export function NewImport({ locations, unavailable, onStarted }: NewImportProps) {
  const t = useTranslations("imports");
  const [files, setFiles] = useState<File[]>([]);
  const [place, setPlace] = useState("");
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const upload = useSendImport(() => {
    setFiles([]);
    showToast(t("started"));
    onStarted();
  });
  const busy = upload.sending !== undefined || upload.busy === true;
  const problemAt = (id: string) => problems.find(({ fieldId }) => fieldId === id)?.message;
  const check = (): FieldProblem[] => {
    const found: FieldProblem[] = [];
    const large = files.find(({ size }) => size > IMPORT_FILE_CAP);
    if (files.length === 0) found.push({ fieldId: FILES, message: t("filesMissing") });
    else if (files.length > IMPORT_FILES) found.push({ fieldId: FILES, message: t("filesTooMany") });
    else if (large) found.push({ fieldId: FILES, message: t("fileTooLarge", { name: large.name }) });
    if (place === "") found.push({ fieldId: PLACE, message: t("placeMissing") });
    return found;
  };
  const submit = () => {
    if (unavailable) return;
    const found = check();
    setProblems(found);
    if (found.length === 0) void upload.send(files, place);
  };
  return (
    <Card title={t("new")}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ErrorSummary problems={problems} />
        {upload.problem && (
          <Notice tone="danger" title={t("notStarted")} announce>
            <p>{upload.problem}</p>
          </Notice>
        )}
        <FileField
          multiple
          id={FILES}
          label={t("files")}
          hint={t("filesHint")}
          error={problemAt(FILES)}
          accept={[".json", ".ndjson", ".jsonl", ".xml"]}
          files={files}
          onChange={setFiles}
          fixed={busy}
        />
        <div className="max-w-(--measure)">
          <Select
            id={PLACE}
            label={t("place")}
            hint={t("placeHint")}
            placeholder={t("placeChoose")}
            error={problemAt(PLACE)}
            options={locations.map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` }))}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          />
        </div>
        {upload.sending && (
          <UploadProgress
            name={t("fileOf", {
              name: upload.sending.file.name,
              index: upload.sending.index + 1,
              count: upload.sending.count,
            })}
            share={upload.sending.share}
            onStop={upload.stop}
          />
        )}
        <div>
          <Button
            type="submit"
            look="primary"
            unavailable={busy ? undefined : unavailable}
            busy={busy && t("sending")}
          >
            {t("start")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
