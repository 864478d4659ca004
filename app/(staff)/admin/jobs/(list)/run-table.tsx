import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { PageLink } from "@/app/_ui/page-link";
import { Moment } from "@/app/_ui/time";
import { durationOf } from "../_parts/duration";
import { jobName } from "../_parts/job-name";
import { JobStatus } from "../_parts/job-status";
import { Problem } from "../_parts/problem";

type Line = Outputs["jobs"]["list"]["lines"][number];

/** Tasks one a row; the name opens it. */
export function RunTable({ lines }: { lines: Line[] }) {
  const t = useTranslations("jobs");
  const columns: Column<Line>[] = [
    {
      key: "job",
      label: t("columnJob"),
      cell: (line) => <PageLink href={`/admin/jobs/${line.id}`}>{jobName(line.function, t)}</PageLink>,
    },
    { key: "status", label: t("columnStatus"), cell: (line) => <JobStatus doing={line} /> },
    {
      key: "began",
      label: t("columnBegan"),
      cell: (line) => <Moment value={line.startedAt ?? line.createdAt} />,
    },
    {
      key: "duration",
      label: t("columnDuration"),
      cell: (line) => {
        if (line.endedAt === null || line.startedAt === null) return null;
        const { unit, value } = durationOf(line.endedAt - line.startedAt);
        return <span className="whitespace-nowrap">{t(`durations.${unit}`, { value })}</span>;
      },
    },
    {
      key: "problem",
      label: t("columnProblem"),
      cell: (line) => line.error && <Problem error={line.error} />,
    },
  ];
  return (
    <DataTable
      captionHidden
      caption={t("runsCaption")}
      columns={columns}
      items={lines}
      itemKey={({ id }) => id}
    />
  );
}
