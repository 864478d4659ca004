"use client";

import { useTranslations } from "next-intl";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { ExportHead } from "./export-head";
import { StartedBy } from "./started-by";
import type { Export, Progress } from "./use-exports";

/** An export under way: rows done of rows known, and the part it is at. */
export function PendingExport({ export: each, progress }: { export: Export; progress?: Progress }) {
  const t = useTranslations("export");
  const begun = progress?.rowsKnown != null;
  return (
    <>
      <ExportHead export={each}>
        <StartedBy export={each} />
      </ExportHead>
      <ProgressBar
        labelHidden
        label={t("making")}
        done={progress?.rowsDone ?? 0}
        total={progress?.rowsKnown ?? undefined}
        note={begun ? progress.part && t("part", { part: progress.part }) : t("waiting")}
      />
    </>
  );
}
