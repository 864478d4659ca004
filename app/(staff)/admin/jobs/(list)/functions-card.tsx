import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { PageLink } from "@/app/_ui/page-link";
import { Moment } from "@/app/_ui/time";
import type { RunState } from "@/server/jobs/input";
import { jobName } from "../_parts/job-name";
import { listAddress } from "./list-params";

type Line = Outputs["jobs"]["overview"]["functions"][number];

/** Each kind of task with how many there are in which state; a count is the way to those. */
export function FunctionsCard({ functions }: { functions: Line[] }) {
  const t = useTranslations("jobs");
  const count = (line: Line, state: RunState) =>
    line.counts[state] === 0 ? null : (
      <PageLink href={listAddress("/admin/jobs", { job: line.id, state })} scroll={false}>
        {t.rich(state === "running" || state === "waiting" ? `count.${state}` : "count.other", {
          count: line.counts[state],
          name: jobName(line.function, t),
          state: t(`state.${state}`),
          hidden: (words) => <span className="sr-only">{words}</span>,
        })}
      </PageLink>
    );
  const columns: Column<Line>[] = [
    {
      key: "job",
      label: t("columnJob"),
      cell: (line) => (
        <PageLink href={listAddress("/admin/jobs", { job: line.id })} scroll={false}>
          {jobName(line.function, t)}
        </PageLink>
      ),
    },
    {
      key: "open",
      label: t("columnOpen"),
      number: true,
      cell: (line) => {
        const [running, waiting] = [count(line, "running"), count(line, "waiting")];
        if (running === null || waiting === null) return running ?? waiting;
        return (
          <>
            {running}, {waiting}
          </>
        );
      },
    },
    { key: "sleeping", label: t("columnSleeping"), number: true, cell: (line) => count(line, "sleeping") },
    { key: "completed", label: t("columnCompleted"), number: true, cell: (line) => count(line, "completed") },
    { key: "failed", label: t("columnFailed"), number: true, cell: (line) => count(line, "failed") },
    {
      key: "next",
      label: t("columnNext"),
      cell: (line) => (line.nextAt === null ? null : <Moment value={line.nextAt} format="near" />),
    },
  ];
  return (
    <Card flush title={t("functions")}>
      <DataTable
        captionHidden
        caption={t("functionsCaption")}
        columns={columns}
        items={functions}
        itemKey={({ id }) => id}
      />
    </Card>
  );
}
