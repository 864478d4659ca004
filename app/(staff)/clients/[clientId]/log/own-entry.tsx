import { Ban, CircleX, Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { timeAt } from "@/app/_ui/dates";
import { StatusBadge } from "@/app/_ui/status-badge";

type Entry = Outputs["audits"]["client"]["days"][number]["entries"][number];

/** What the task was to it: it allowed the act, allowed trying, or would have been needed. */
const said = { done: "allowedBy", failed: "triedBy", refused: "needed" } as const;

/** One thing someone did: time on the left, then who, what, and why they were allowed to. */
export function OwnEntry({ entry, organisation }: { entry: Entry; organisation: string | null }) {
  const t = useTranslations("ownLog");
  const { from, until, times, who, role, what, task, emergency, outcome, withheld } = entry;
  const [begin, end] = [timeAt(from), timeAt(until)];
  return (
    <li className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3 border-b border-line py-2 last:border-b-0 max-tablet:grid-cols-1">
      <p className="text-muted">
        <time dateTime={new Date(from).toISOString()}>
          {begin === end ? t("at", { time: begin }) : t("between", { from: begin, until: end })}
        </time>
      </p>
      <div>
        <p>
          <b>{who}</b>
          {role && `, ${role}`}
          {organisation && <span className="text-muted">{` · ${organisation}`}</span>}
        </p>
        <p>
          {what}
          {times > 1 && ` (${t("times", { times })})`}
        </p>
        {(task || emergency || outcome !== "done") && (
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
            {task && <span>{t(said[outcome], { task })}</span>}
            {emergency && (
              <StatusBadge tone="warning" icon={<Siren />}>
                {t("emergency")}
              </StatusBadge>
            )}
            {outcome === "refused" && (
              <StatusBadge tone="danger" icon={<Ban />}>
                {t("refused")}
              </StatusBadge>
            )}
            {outcome === "failed" && (
              <StatusBadge tone="neutral" icon={<CircleX />}>
                {withheld ?? t("failed")}
              </StatusBadge>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
