"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { saveFile } from "@/app/_ui/save-file";
import { TextButton } from "@/app/_ui/text-button";
import { Moment } from "@/app/_ui/time";

type StatementFileProps = {
  documentId: string;
  /** The file's own name, where there is room for it and on paper */
  name?: string | null;
  party: string;
  addedAt: number;
};

/** The signed statement, downloaded; each time is in the log. */
export function StatementFile({ documentId, name, party, addedAt }: StatementFileProps) {
  const t = useTranslations("consent");
  const saving = useMutation({
    mutationFn: () =>
      saveFile(`/api/statements/${encodeURIComponent(documentId)}`, "toestemmingsverklaring.pdf"),
  });
  const outcome = saving.data;
  const problem =
    outcome === "no-answer" ? t("noAnswer") : typeof outcome === "object" ? outcome.refusal : undefined;
  return (
    <div>
      <TextButton onClick={() => saving.mutate()}>
        {t("view")}
        <span className="sr-only">{t("viewFor", { party })}</span>
      </TextButton>
      <span className="block text-xs text-muted">
        {name && <>{t("statementNamed", { name })} </>}
        <Moment value={addedAt} />
      </span>
      {problem && (
        <p role="alert" className="text-danger-text">
          {problem}
        </p>
      )}
    </div>
  );
}
