import { Ban, CircleCheck, CircleX, Hourglass, Moon, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { StatusBadge } from "@/app/_ui/status-badge";
import { Moment } from "@/app/_ui/time";
import type { Tone } from "@/app/_ui/tone-class";

type Line = Outputs["jobs"]["list"]["lines"][number];
type Doing = Pick<Line, "state" | "until" | "waitingFor">;

const looks: Record<Exclude<Line["state"], "completed">, { tone: Tone; icon: ReactNode }> = {
  running: { tone: "info", icon: <Play /> },
  waiting: { tone: "neutral", icon: <Hourglass /> },
  sleeping: { tone: "neutral", icon: <Moon /> },
  failed: { tone: "danger", icon: <CircleX /> },
  cancelled: { tone: "neutral", icon: <Ban /> },
};

/** What a task or step is doing; Klaar is plain text, since badges are for what stands out. */
export function JobStatus({ doing }: { doing: Doing }) {
  const t = useTranslations("jobs");
  const { state, until, waitingFor } = doing;
  const moment = () => <Moment value={until ?? 0} format="near" />;
  if (state === "completed") {
    return (
      <span className="inline-flex items-center gap-1.25">
        <CircleCheck className="size-3.75" />
        {t("state.completed")}
      </span>
    );
  }
  return (
    <div className="grid justify-items-start gap-0.5">
      <StatusBadge {...looks[state]}>
        {state === "sleeping" ? t.rich("sleepsUntil", { moment }) : t(`state.${state}`)}
      </StatusBadge>
      {waitingFor && <span className="text-muted">{t.rich(`waits.${waitingFor}`, { moment })}</span>}
    </div>
  );
}
