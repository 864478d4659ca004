"use client";

import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Bytes } from "@/app/_ui/bytes";
import { quarterOf } from "@/app/_ui/quarter";

type Shown = Outputs["imports"]["poll"][number];

/** How far an import is: first of what is read, then of what is stored. Screen readers hear each quarter. */
export function ImportProgress({ shown: { phase, progress, files } }: { shown: Shown }) {
  const t = useTranslations("imports");
  const { bytesKnown, bytesDone, resourcesRead, resourcesDone, clientsKnown, clientsDone } = progress;
  const [done, total] = phase === "writing" ? [resourcesDone, resourcesRead] : [bytesDone, bytesKnown];
  const percent = total === 0 ? 0 : Math.min(100, Math.round((100 * done) / total));
  const label = t(phase ? `phase.${phase}` : "phase.waiting");
  return (
    <div className="grid gap-1">
      <p className="font-bold">{label}</p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-3 overflow-hidden rounded-full border border-line-strong bg-surface-sunken"
      >
        <span className="block h-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
      <div className="flex flex-wrap justify-between gap-x-3 text-sm">
        {phase === "writing" ? (
          <p>
            <b>{t("resourcesOf", { done: resourcesDone, total: resourcesRead })}</b>
            {clientsKnown !== null && ` ${t("clientsOf", { done: clientsDone, total: clientsKnown })}`}
          </p>
        ) : (
          <p>
            <b>{t("filesKnown", { count: files })}</b> <Bytes bytes={bytesKnown} />
            {phase === "reading" && `, ${t("resourcesSoFar", { count: resourcesRead })}`}
          </p>
        )}
        <p className="text-muted">{t("mayLeave")}</p>
      </div>
      <output className="sr-only">
        {label} {t("percent", { percent: 25 * quarterOf(percent, 100) })}
      </output>
    </div>
  );
}
