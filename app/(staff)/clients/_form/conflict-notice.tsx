import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { wordsOf } from "./filled";
import type { FieldForm } from "./use-field-form";

/** Someone else changed this meanwhile: what was taken over, and field by field where it differs from what you typed. */
export function ConflictNotice({ form: { conflict, take } }: { form: FieldForm }) {
  const t = useTranslations("records");
  const { taken = [], differences = [] } = conflict;
  return (
    <Notice tone="warning" title={t("conflictTitle")} announce>
      {taken.length > 0 && <p>{t("conflictTaken", { fields: taken.join(", ") })}</p>}
      <p>
        {t(differences.length > 0 ? "conflictChoose" : taken.length > 0 ? "conflictNone" : "conflictLook")}
      </p>
      {differences.length > 0 && (
        <dl className="grid gap-2">
          {differences.map((difference) => (
            <div key={difference.field.key}>
              <dt className="font-bold">{difference.field.label}</dt>
              <dd className="whitespace-pre-line">
                {t("conflictNow")}{" "}
                <mark>{wordsOf(difference.field, difference.theirs) || t("conflictEmpty")}</mark>
              </dd>
              <dd className="whitespace-pre-line">
                {t("conflictMine")} {wordsOf(difference.field, difference.mine) || t("conflictEmpty")}
              </dd>
              <dd className="pt-1">
                <Button
                  size="small"
                  aria-label={t("conflictTakeField", { field: difference.field.label })}
                  onClick={() => take(difference)}
                >
                  {t("conflictTake")}
                </Button>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Notice>
  );
}
