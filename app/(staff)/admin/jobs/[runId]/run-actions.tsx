"use client";

import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { RunAct } from "./run-act";

/** What can be done with a task: try it again, or cancel it; and why not, where that is not plain. */
export function RunActions({ run, name }: { run: Outputs["jobs"]["run"]; name: string }) {
  const t = useTranslations("jobs");
  const { jobs } = useTRPC();
  if (run.may.retry) {
    return (
      <RunAct
        harmless
        runId={run.id}
        act={jobs.retry.mutationOptions()}
        title={t("retryAsk", { name })}
        lines={[t("retryKeeps"), t("retryExport")]}
        actLabel={t("retry")}
        backLabel={t("retryBack")}
        busy={t("retryBusy")}
        done={t("retried")}
      />
    );
  }
  if (run.may.cancel) {
    return (
      <RunAct
        runId={run.id}
        act={jobs.cancel.mutationOptions()}
        title={t("cancelAsk", { name })}
        lines={[t("cancelStops"), t("cancelExport"), t("cancelDate")]}
        actLabel={t("cancel")}
        backLabel={t("cancelBack")}
        busy={t("cancelBusy")}
        done={t("cancelled")}
      />
    );
  }
  return run.kept && <p className="max-w-80">{run.kept}</p>;
}
