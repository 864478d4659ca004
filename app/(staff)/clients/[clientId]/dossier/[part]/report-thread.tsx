import { useNow, useTranslations } from "next-intl";
import { Fragment } from "react";
import { dayAt, formatDay, nearDay, timeAt } from "@/app/_ui/dates";
import { Thread, ThreadDay, ThreadEntry } from "@/app/_ui/thread";
import type { PartList } from "./entry-list";
import { ReportCard } from "./report-card";
import { shiftAt } from "./shift-at";

type ReportThreadProps = { label: string; entries: PartList["entries"] };

/** Reports as the thread: day by day, time at the left. */
export function ReportThread({ label, entries }: ReportThreadProps) {
  const t = useTranslations("dossier");
  const ui = useTranslations("ui");
  const now = useNow().getTime();
  const thisYear = dayAt(now).slice(0, 4);
  return (
    <Thread label={label}>
      {entries.map((report, index) => {
        const previous = entries[index - 1];
        const day = dayAt(report.moment);
        const time = timeAt(report.moment);
        const near = nearDay(day, now);
        return (
          <Fragment key={report.id}>
            {(!previous || dayAt(previous.moment) !== day) && (
              <ThreadDay
                title={
                  <time dateTime={day}>{formatDay(day, day.startsWith(thisYear) ? "weekday" : "long")}</time>
                }
                note={near && ui(near)}
              />
            )}
            <ThreadEntry
              at={<time dateTime={new Date(report.moment).toISOString()}>{time}</time>}
              part={t(`shift.${shiftAt(time)}`)}
              isNew={report.isNew}
              boxed
            >
              <ReportCard report={report} />
            </ThreadEntry>
          </Fragment>
        );
      })}
    </Thread>
  );
}
