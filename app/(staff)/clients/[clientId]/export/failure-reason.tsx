import { useTranslations } from "next-intl";
import type { Export } from "./use-exports";

/** Why an export failed, with the number under which the server log has the rest. */
export function FailureReason({ export: each }: { export: Export }) {
  const t = useTranslations("export");
  return (
    <p>
      {each.failure}{" "}
      <span className="text-sm wrap-anywhere text-muted">{t("failureNumber", { id: each.id })}</span>
    </p>
  );
}
