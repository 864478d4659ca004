import { CircleCheck, CircleX, Hourglass, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { StatusBadge } from "@/app/_ui/status-badge";

type Shown = Pick<Outputs["imports"]["poll"][number], "status" | "phase" | "totals">;

/** How an import stands; one that ended well is plain text, since badges are for what stands out. */
export function ImportStatus({ shown: { status, phase, totals } }: { shown: Shown }) {
  const t = useTranslations("imports");
  if (status === "failed") {
    return (
      <StatusBadge tone="danger" icon={<CircleX />}>
        {t("status.failed")}
      </StatusBadge>
    );
  }
  if (status === "done") {
    return (
      <span className="inline-flex items-center gap-1.25">
        <CircleCheck className="size-3.75" />
        {t(totals && totals.refused > 0 ? "status.partly" : "status.done")}
      </span>
    );
  }
  return (
    <StatusBadge tone={phase ? "info" : "neutral"} icon={phase ? <Play /> : <Hourglass />}>
      {t(phase ? "status.running" : "status.waiting")}
    </StatusBadge>
  );
}
