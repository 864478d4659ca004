"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { LoadFailed } from "@/app/_ui/load-failed";
import { FailedExport } from "./failed-export";
import { PendingExport } from "./pending-export";
import { ReadyExport } from "./ready-export";
import type { Export, Progress } from "./use-exports";

type GeneratedExportsProps = {
  clientId: string;
  exports: Export[];
  progress: Progress[];
  /** Why what stands here may no longer be true. */
  problem: { message: string; data?: unknown } | null;
  onRetry: () => void;
};

/** Exports under way, to be downloaded, or failed in the last day; newest first. */
export function GeneratedExports({ clientId, exports, progress, problem, onRetry }: GeneratedExportsProps) {
  const t = useTranslations("export");
  const running = exports.some(({ status }) => status === "pending");
  const newest = exports.find(({ status }) => status === "ready");
  return (
    <Card flush title={t("generated")}>
      {problem && (
        <LoadFailed message={problem.data ? problem.message : t("notFollowed")} onRetry={onRetry} />
      )}
      {exports.length === 0 ? (
        <EmptyState title={t("generatedEmptyTitle")}>{t("generatedEmpty")}</EmptyState>
      ) : (
        <ul>
          {exports.map((each) => (
            <li
              key={each.id}
              className="print-whole grid gap-2 border-b border-line px-pad py-3 last:border-b-0"
            >
              {each.status === "pending" && (
                <PendingExport export={each} progress={progress.find(({ id }) => id === each.id)} />
              )}
              {each.status === "ready" && (
                <ReadyExport clientId={clientId} export={each} newest={each === newest} />
              )}
              {each.status === "failed" && (
                <FailedExport clientId={clientId} export={each} running={running} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
