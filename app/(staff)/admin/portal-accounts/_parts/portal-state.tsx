import { Ban, MailQuestionMark } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_ui/status-badge";
import type { PortalState } from "@/server/portal/input";

/** Whether someone can sign in to the portal: the normal case as plain text, what stands out as a badge. */
export function PortalStateBadge({ state }: { state: PortalState }) {
  const t = useTranslations("portalAccounts");
  if (state === "active") return t("states.active");
  return (
    <StatusBadge
      tone={state === "off" ? "neutral" : "warning"}
      icon={state === "off" ? <Ban /> : <MailQuestionMark />}
    >
      {t(`states.${state}`)}
    </StatusBadge>
  );
}
