import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Moment } from "@/app/_ui/time";
import { durationOf } from "../_parts/duration";
import { JobStatus } from "../_parts/job-status";
import { Problem } from "../_parts/problem";

type Run = Outputs["jobs"]["run"];

/** A step that is done, or one still to come. */
type Step = Omit<Run["ahead"][number], "name"> & {
  name: string;
  endedAt: number | null;
  durationMs: number | null;
};

/** The steps of a task in their order: those done with their times, then what it is at or waits for. */
export function RunSteps({ run }: { run: Run }) {
  const t = useTranslations("jobs");
  const done = run.steps.map((step): Step => {
    const state = step.error ? ("failed" as const) : ("completed" as const);
    return { ...step, state, until: null, waitingFor: null };
  });
  const ahead = run.ahead.map((step): Step => {
    const name = step.name ?? t("stepCall");
    return { ...step, key: `ahead ${step.key}`, name, endedAt: null, durationMs: null };
  });
  const columns: Column<Step>[] = [
    { key: "step", label: t("columnStep"), cell: (step) => step.name },
    { key: "status", label: t("columnStatus"), cell: (step) => <JobStatus doing={step} /> },
    { key: "attempts", label: t("attempts"), number: true, cell: (step) => step.attempts || null },
    {
      key: "duration",
      label: t("columnDuration"),
      cell: (step) => {
        if (step.durationMs === null) return null;
        const { unit, value } = durationOf(step.durationMs);
        return <span className="whitespace-nowrap">{t(`durations.${unit}`, { value })}</span>;
      },
    },
    {
      key: "ended",
      label: t("columnEnded"),
      cell: (step) => (step.endedAt === null ? null : <Moment value={step.endedAt} />),
    },
    {
      key: "problem",
      label: t("columnProblem"),
      cell: (step) => step.error && <Problem error={step.error} />,
    },
  ];
  const steps = [...done, ...ahead];
  return (
    <Card flush title={t("steps")}>
      {steps.length === 0 ? (
        <EmptyState title={t("stepsEmpty")} />
      ) : (
        <DataTable
          captionHidden
          caption={t("stepsCaption")}
          columns={columns}
          items={steps}
          itemKey={({ key }) => key}
        />
      )}
    </Card>
  );
}
