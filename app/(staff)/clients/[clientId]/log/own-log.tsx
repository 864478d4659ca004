import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { Day } from "@/app/_ui/time";
import { type LogChoices, logAddress } from "./list-params";
import { LogPeriod } from "./log-period";
import { OwnEntry } from "./own-entry";

type OwnLogProps = { log: Outputs["audits"]["client"]; address: string; choices: LogChoices };

/** Who looked at what and when, by day, for someone who knows nothing of logs. */
export function OwnLog({ log, address, choices }: OwnLogProps) {
  const t = useTranslations("ownLog");
  const { from, until } = choices;
  const to = (place: Partial<LogChoices>) => logAddress(address, { from, until, ...place });
  return (
    <>
      <LogPeriod address={address} choices={choices} />
      {log.days.length === 0 && (
        <Card>
          <EmptyState title={t(from || until ? "noneTitle" : "emptyTitle")}>
            {t(from || until ? "none" : "empty")}
          </EmptyState>
        </Card>
      )}
      {log.days.map(({ day, entries }) => (
        <Card key={day} title={<Day value={day} format="long" />}>
          <ol className="grid">
            {entries.map((entry) => (
              <OwnEntry key={entry.key} entry={entry} organisation={log.organisation} />
            ))}
          </ol>
        </Card>
      ))}
      {(log.older || log.newer) && (
        <nav aria-label={t("pages")} className="no-print flex flex-wrap justify-end gap-2">
          {log.newer && (
            <LinkButton href={to({})} size="small">
              {t("newest")}
            </LinkButton>
          )}
          {log.newer && log.first !== null && (
            <LinkButton href={to({ newer: log.first })} size="small" rel="prev">
              {t("newer")}
            </LinkButton>
          )}
          {log.older && log.last !== null && (
            <LinkButton href={to({ older: log.last })} size="small" rel="next">
              {t("older")}
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}
