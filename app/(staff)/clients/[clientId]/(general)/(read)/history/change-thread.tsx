import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { dayAt, formatDay, timeAt } from "@/app/_ui/dates";
import { Tag } from "@/app/_ui/tag";
import { Thread, ThreadDay, ThreadEntry } from "@/app/_ui/thread";

type Change = Outputs["records"]["history"]["changes"][number];

/** Changes on a line of time, newest first: what it was about, who did it, and each field before and after. */
export function ChangeThread({ changes }: { changes: Change[] }) {
  const t = useTranslations("personalia");
  return (
    <div className="px-pad py-2">
      <Thread label={t("history")}>
        {changes.map((change, at) => {
          const day = dayAt(change.at);
          const before = changes[at - 1];
          return (
            <div key={change.id}>
              {(before === undefined || dayAt(before.at) !== day) && (
                <ThreadDay title={formatDay(day, "long")} />
              )}
              <ThreadEntry at={<time dateTime={new Date(change.at).toISOString()}>{timeAt(change.at)}</time>}>
                <ChangeEntry change={change} />
              </ThreadEntry>
            </div>
          );
        })}
      </Thread>
    </div>
  );
}

function ChangeEntry({ change }: { change: Change }) {
  const t = useTranslations("history");
  return (
    <div className="grid gap-1 text-sm">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <b>{[change.about, change.title].filter(Boolean).join(": ")}</b>
        <Tag>{change.did}</Tag>
        <span className="text-muted">{t("by", { name: change.by })}</span>
      </div>
      {change.reason && (
        <p>
          {t("reason")} {change.reason}
        </p>
      )}
      {change.fields.length > 0 && <FieldTable change={change} />}
    </div>
  );
}

/** What was added has no before; what was changed stands beside what it became. */
function FieldTable({ change }: { change: Change }) {
  const t = useTranslations("history");
  const isNew = change.action === "added";
  return (
    <dl className="grid gap-x-4 gap-y-0.5 tablet:grid-cols-[12rem_minmax(0,1fr)]">
      {change.fields.map(({ label, before, after }) => (
        <div key={label} className="contents max-tablet:block max-tablet:py-0.5">
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 break-words whitespace-pre-line">
            {!isNew && (
              <>
                <span className="sr-only">{t("before")} </span>
                <del className="text-muted">{before || t("nothing")}</del>
                <span aria-hidden="true"> → </span>
                <span className="sr-only">{t("after")} </span>
              </>
            )}
            <span className={isNew ? undefined : "font-medium"}>{after || t("nothing")}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
