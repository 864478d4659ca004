"use client";

import { useTranslations } from "next-intl";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { ExportHead } from "./export-head";
import { StartedBy } from "./started-by";
import type { Export, Progress } from "./use-exports";

/** An export under way: rows done of rows known, and the part it is at. */
export function PendingExport({ export: each, progress }: { export: Export; progress?: Progress }) {
  const t = useTranslations("export");
  const ui = useTranslations("ui");
  const known = progress?.rowsKnown ?? undefined;
  return (
    <>
      <ExportHead export={each}>
        <StartedBy export={each} />
      </ExportHead>
      {progress && known !== undefined ? (
        <ProgressBar
          labelHidden
          label={t("making")}
          done={progress.rowsDone}
          total={known}
          note={progress.part && t("part", { part: progress.part })}
        />
      ) : (
        <p className="flex flex-wrap justify-between gap-x-3 text-sm">
          <span>{t("waiting")}</span>
          <span className="text-muted">{ui("progressLeave")}</span>
        </p>
      )}
    </>
  );
}
