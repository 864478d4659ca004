"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { sentenceOf } from "@/server/core/errors";
import { ExportHead } from "./export-head";
import { FailureReason } from "./failure-reason";
import { PasswordDialog } from "./password-dialog";
import { StartProblem } from "./start-problem";
import { StartedBy } from "./started-by";
import type { Export } from "./use-exports";
import { useStartExport } from "./use-start-export";

type FailedExportProps = {
  clientId: string;
  export: Export /** Another one is being made. */;
  running: boolean;
};

/** An export that failed: why, and the same once more. */
export function FailedExport({ clientId, export: each, running }: FailedExportProps) {
  const t = useTranslations("export");
  const start = useStartExport(clientId);
  const again = () =>
    start.start({
      scope: each.scope,
      purpose: each.purpose,
      note: each.purposeNote ?? "",
      clientAskedOn: each.clientAskedOn ?? undefined,
    });
  return (
    <>
      <ExportHead export={each}>
        <StartedBy export={each} />
      </ExportHead>
      <FailureReason export={each} />
      <StartProblem problem={start.problem} />
      <div className="no-print">
        <Button
          icon={<RotateCcw />}
          unavailable={running && !start.busy ? sentenceOf("export-running") : undefined}
          busy={start.busy && t("starting")}
          onClick={again}
        >
          {t("again")}
        </Button>
      </div>
      <PasswordDialog start={start} />
    </>
  );
}
