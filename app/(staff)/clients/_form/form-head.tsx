import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Notice } from "@/app/_ui/notice";
import { ConflictNotice } from "./conflict-notice";
import type { FieldForm } from "./use-field-form";

/** Above the fields: why it was not stored, and what someone else changed meanwhile. */
export function FormHead({ form }: { form: FieldForm }) {
  const t = useTranslations("records");
  const { failure, problems, conflict } = form;
  return (
    <>
      <ErrorSummary problems={problems} />
      {failure && problems.length === 0 && (
        <Notice tone="danger" title={t("notSaved")} announce>
          <p>{failure.kind === "signed-out" ? t("signedOut") : (failure.sentence ?? t("noAnswer"))}</p>
        </Notice>
      )}
      {conflict.open && <ConflictNotice form={form} />}
    </>
  );
}
