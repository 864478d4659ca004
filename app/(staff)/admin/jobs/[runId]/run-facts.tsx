import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { type Definition, DefinitionList } from "@/app/_ui/definition-list";
import { Moment } from "@/app/_ui/time";
import { JobStatus } from "../_parts/job-status";
import { Problem } from "../_parts/problem";

const CAUSES = {
  "inngest/scheduled.timer": "causeTimer",
  "inngest/function.failed": "causeFailed",
  "inngest/function.cancelled": "causeCancelled",
} as const;

/** What a task is doing, why it began, and when. */
export function RunFacts({ run }: { run: Outputs["jobs"]["run"] }) {
  const t = useTranslations("jobs");
  const cause = Object.entries(CAUSES).find(([event]) => event === run.event)?.[1];
  const moment = (term: string, value: number | null): Definition[] =>
    value === null ? [] : [{ term, value: <Moment value={value} /> }];
  return (
    <Card>
      <DefinitionList
        items={[
          { term: t("columnStatus"), value: <JobStatus doing={run} /> },
          ...(run.error ? [{ term: t("columnProblem"), value: <Problem error={run.error} /> }] : []),
          { term: t("cause"), value: cause ? t(cause) : t("causeEvent", { event: run.event }) },
          ...moment(t("created"), run.createdAt),
          ...moment(t("columnBegan"), run.startedAt),
          ...moment(t("columnEnded"), run.endedAt),
          { term: t("id"), value: <span className="break-all">{run.id}</span> },
        ]}
      />
    </Card>
  );
}
