"use client";

import { NowProvider } from "@/app/_i18n/now-provider";
import { sentenceOf } from "@/server/core/errors";
import { LISTED_AT_MOST } from "@/server/export/input";
import { DeletedExports } from "./deleted-exports";
import { ExportNews } from "./export-news";
import { GeneratedExports } from "./generated-exports";
import { NewExport } from "./new-export";
import { type Export, type Polled, useExports } from "./use-exports";

type ExportDeskProps = {
  clientId: string;
  /** The Amsterdam calendar day, `YYYY-MM-DD`. */
  today: string;
  /** What the server knew when it made the page. */
  given: { exports: Export[]; polled: Polled };
};

/** Everything under the heading of the export page: ask for one, those there are, and the traces of those gone. */
export function ExportDesk({ clientId, today, given }: ExportDeskProps) {
  const { exports, polled, problem, retry } = useExports(clientId, given);
  const generated = exports.filter(({ heading }) => heading === "generated");
  const deleted = exports.filter(({ heading }) => heading === "deleted");
  const running = generated.some(({ status }) => status === "pending");
  return (
    <NowProvider now={polled.now}>
      <div className="no-print">
        <NewExport
          clientId={clientId}
          today={today}
          modest={generated.some(({ downloadable }) => downloadable)}
          unavailable={running ? sentenceOf("export-running") : undefined}
        />
      </div>
      <GeneratedExports
        clientId={clientId}
        exports={generated}
        progress={polled.exports}
        problem={problem}
        onRetry={retry}
      />
      <DeletedExports exports={deleted} cut={exports.length === LISTED_AT_MOST} />
      <ExportNews exports={exports} />
    </NowProvider>
  );
}
