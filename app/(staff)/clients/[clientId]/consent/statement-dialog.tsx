"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { FileField } from "@/app/_ui/file-field";
import { Notice } from "@/app/_ui/notice";
import { UploadProgress } from "@/app/_ui/upload-progress";
import type { Party } from "./consent-desk";
import { statementKinds } from "./decision-dialog";
import { useDecision } from "./use-decision";

type StatementDialogProps = { clientId: string; party: Party; decisionId: string; onClose: () => void };

/** The signed statement of a decision that was recorded without one. */
export function StatementDialog({ clientId, party, decisionId, onClose }: StatementDialogProps) {
  const t = useTranslations("consent");
  const form = useId();
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const desk = useDecision(clientId, onClose);
  const wrong = desk.fields.map(({ sentence }) => sentence).join(" ");
  return (
    <Dialog
      isOpen
      onClose={desk.busy ? () => undefined : onClose}
      title={t("statementTitle", { party: party.name })}
      footer={
        <>
          <Button onClick={onClose}>{t("statementBack")}</Button>
          <Button type="submit" form={form} look="primary" busy={desk.busy && t("recording")}>
            {t("upload")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(!file);
          if (file) void desk.attach(decisionId, file);
        }}
      >
        <p>{t("statementWhat")}</p>
        {desk.problem && (
          <Notice tone="danger" title={t("notRecorded")} announce>
            <p>{desk.problem}</p>
          </Notice>
        )}
        <FileField
          id="consent-file"
          label={t("statementFile")}
          hint={t("statementHint")}
          accept={statementKinds}
          files={file ? [file] : []}
          onChange={([chosen]) => {
            setFile(chosen);
            setMissing(false);
            desk.mend("file");
          }}
          error={missing ? t("statementMissing") : wrong || undefined}
          fixed={desk.busy}
        />
        {desk.share !== undefined && file && (
          <UploadProgress name={file.name} share={desk.share} onStop={desk.stop} />
        )}
      </form>
    </Dialog>
  );
}
