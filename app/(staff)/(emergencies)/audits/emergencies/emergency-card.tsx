import { CircleCheck, CircleX, Clock, Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { PageLink } from "@/app/_ui/page-link";
import { StatusBadge } from "@/app/_ui/status-badge";
import { Moment } from "@/app/_ui/time";
import { ReviewForm } from "./review-form";

export type Line = Outputs["emergency"]["list"]["lines"][number];

function Standing({ line: { state, review } }: { line: Line }) {
  const t = useTranslations("emergencies");
  if (state === "running")
    return (
      <StatusBadge tone="warning" icon={<Siren />}>
        {t("running")}
      </StatusBadge>
    );
  if (!review)
    return (
      <StatusBadge tone="info" icon={<Clock />}>
        {t("waiting")}
      </StatusBadge>
    );
  const justified = review.verdict === "justified";
  return (
    <StatusBadge tone={justified ? "success" : "danger"} icon={justified ? <CircleCheck /> : <CircleX />}>
      {t(`verdicts.${review.verdict}`)}
    </StatusBadge>
  );
}

/** One use of the procedure: who, whom, when, why, what was looked at, and what was found of it. */
export function EmergencyCard({ line, mayReadLog }: { line: Line; mayReadLog: boolean }) {
  const t = useTranslations("emergencies");
  const { client, review } = line;
  const opened = t("opened", { count: line.opened });
  return (
    <Card title={line.who} aside={<Standing line={line} />}>
      <div className="grid gap-4">
        <DefinitionList
          items={[
            { term: t("client"), value: [client.name, client.number].filter(Boolean).join(", ") },
            {
              term: t("when"),
              value: (
                <>
                  <Moment value={line.openedAt} /> {t("until")} <Moment value={line.until} format="time" />
                </>
              ),
            },
            { term: t("reason"), value: line.reason },
            {
              term: t("looked"),
              value: mayReadLog ? (
                <PageLink href={`/audits?emergency=${line.id}`}>{opened}</PageLink>
              ) : (
                opened
              ),
            },
            ...(review
              ? [
                  {
                    term: t("review"),
                    value: (
                      <>
                        {review.by}, <Moment value={review.at} />
                        {review.note !== "" && `\n${review.note}`}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
        {line.mine && line.state !== "reviewed" && <p className="text-muted">{t("mine")}</p>}
        {line.mayReview && <ReviewForm id={line.id} who={line.who} />}
      </div>
    </Card>
  );
}
