import { Ban, MailQuestionMark } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_ui/status-badge";
import type { EmployeeState } from "@/server/employees/input";

/** Whether someone can sign in: the normal case as plain text, what stands out as a badge. */
export function EmployeeStateBadge({ state }: { state: EmployeeState }) {
  const t = useTranslations("employees");
  if (state === "active") return t("states.active");
  return (
    <StatusBadge
      tone={state === "disabled" ? "neutral" : "warning"}
      icon={state === "disabled" ? <Ban /> : <MailQuestionMark />}
    >
      {t(`states.${state}`)}
    </StatusBadge>
  );
}
