import { useTranslations } from "next-intl";
import { PageLink } from "@/app/_ui/page-link";

/** The quiet way to the emergency procedure, where a client was not found. */
export function EmergencyHint() {
  const t = useTranslations("emergency");
  return (
    <p>
      {t("hint")} <PageLink href="/emergency">{t("hintLink")}</PageLink>.
    </p>
  );
}
