import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { dayAt, formatDay, timeAt } from "@/app/_ui/dates";
import { Thread, ThreadEntry } from "@/app/_ui/thread";
import type { Party } from "./consent-desk";
import { StatementFile } from "./statement-file";

/** Everything ever decided about a party, newest first: the proof, also on paper. */
export function DecisionHistory({ party }: { party: Party }) {
  const t = useTranslations("consent");
  const title = t("history", { party: party.name });
  return (
    <Card title={title} aside={party.ended ? t("partyEnded") : undefined}>
      <Thread label={title}>
        {party.history.map((decision) => (
          <ThreadEntry
            wide
            key={decision.id}
            at={<time dateTime={decision.decidedOn}>{formatDay(decision.decidedOn)}</time>}
            isNew={decision.sequence === party.speaking?.sequence}
          >
            <p>
              {t.rich("decided", {
                b: (chunks) => <b>{chunks}</b>,
                answer: t(`answers.${decision.answer}`),
                who: decision.deciders
                  .map(({ name, capacity }) => t("byWhom", { name, capacity }))
                  .join(", "),
              })}
            </p>
            <p className="text-sm text-muted">
              {t("holds", {
                from: formatDay(decision.fromDate),
                until: decision.untilDate ? formatDay(decision.untilDate) : "",
                hasUntil: decision.untilDate ? "yes" : "no",
              })}{" "}
              {t("recordedBy", {
                name: decision.recordedBy,
                day: formatDay(dayAt(decision.recordedAt)),
                time: timeAt(decision.recordedAt),
              })}
            </p>
            {decision.purpose && (
              <p className="text-sm text-muted">{t("forPurpose", { purpose: decision.purpose })}</p>
            )}
            {decision.note && <p className="text-sm whitespace-pre-wrap wrap-anywhere">{decision.note}</p>}
            {decision.statements.map(({ documentId, fileName, addedAt }) => (
              <StatementFile
                key={documentId}
                documentId={documentId}
                name={fileName}
                party={party.name}
                addedAt={addedAt}
              />
            ))}
          </ThreadEntry>
        ))}
      </Thread>
    </Card>
  );
}
