import { Ban, Check, CircleX, Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_ui/status-badge";

type OutcomeMarkProps = { outcome: "done" | "refused" | "failed"; emergency: boolean };

/** How it ended. What went as it should is plain; a refusal, a failure and an emergency stand out. */
export function OutcomeMark({ outcome, emergency }: OutcomeMarkProps) {
  const t = useTranslations("audits");
  return (
    <span className="inline-flex flex-wrap gap-1">
      {outcome === "done" && !emergency && (
        <span className="inline-flex items-center gap-1 whitespace-nowrap [&>svg]:size-4">
          <Check />
          {t("outcomes.done")}
        </span>
      )}
      {outcome === "refused" && (
        <StatusBadge tone="danger" icon={<Ban />}>
          {t("outcomes.refused")}
        </StatusBadge>
      )}
      {outcome === "failed" && (
        <StatusBadge tone="warning" icon={<CircleX />}>
          {t("outcomes.failed")}
        </StatusBadge>
      )}
      {emergency && (
        <StatusBadge tone="warning" icon={<Siren />}>
          {t("outcomes.emergency")}
        </StatusBadge>
      )}
    </span>
  );
}
