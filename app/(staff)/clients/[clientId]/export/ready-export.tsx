"use client";

import { Trash2 } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { Moment } from "@/app/_ui/time";
import { DownloadExport } from "./download-export";
import { ExportHead } from "./export-head";
import { FileSize } from "./file-size";
import type { Export } from "./use-exports";

type ReadyExportProps = {
  clientId: string;
  export: Export;
  /** Of those that can be downloaded: its button is the filled one. */
  newest: boolean;
};

/** An export that can be downloaded, and how long still. */
export function ReadyExport({ clientId, export: each, newest }: ReadyExportProps) {
  const t = useTranslations("export");
  return (
    <div className="grid gap-x-4 gap-y-2 tablet:grid-cols-[minmax(0,1fr)_auto] tablet:items-center">
      <div className="grid gap-0.5">
        <ExportHead export={each}>
          {t.rich("ready", {
            name: each.requestedBy,
            purpose: t(`purposes.${each.purpose}`),
            downloads: each.downloads,
            moment: () => <Moment value={each.completedAt ?? each.requestedAt} format="sentence" />,
            size: () => <FileSize bytes={each.bytes ?? 0} />,
          })}
        </ExportHead>
        {each.before.length > 0 && (
          <p className="text-sm">{t("beforeMerge", { numbers: each.before.join(", ") })}</p>
        )}
        {each.expiresAt !== null && <Expiry at={each.expiresAt} />}
      </div>
      <DownloadExport clientId={clientId} exportId={each.id} look={newest ? "primary" : "secondary"} />
    </div>
  );
}

/** The moment (epoch ms) at which the file goes, and how far away that is. */
function Expiry({ at }: { at: number }) {
  const t = useTranslations("export");
  const minutes = Math.max(0, Math.floor((at - useNow().getTime()) / 60_000));
  const moment = () => (
    <b>
      <Moment value={at} format="sentence" />
    </b>
  );
  return (
    <p className="flex items-start gap-1.5 text-sm">
      <Trash2 className="mt-0.5 size-4 flex-none" />
      <span>
        {t.rich("expires", {
          hours: Math.floor(minutes / 60),
          minutes: minutes % 60,
          total: minutes,
          moment,
        })}
      </span>
    </p>
  );
}
