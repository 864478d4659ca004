"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { cx } from "@/app/_ui/cx";
import { StatusBadge } from "@/app/_ui/status-badge";
import { bandOf, extentOf, score } from "@/server/dossier/instruments/instrument";
import { type Instrument, sentAnswers, type TypedAnswers } from "./measure";

type ScorePanelProps = { instrument: Instrument; typed: TypedAnswers };

/** The score while it is filled in, by the very rule the server stores it by, and what each band means. */
export function ScorePanel({ instrument, typed }: ScorePanelProps) {
  const t = useTranslations("clinimetrics");
  const { code, label } = instrument;
  const outcome = score(instrument, sentAnswers({ kind: "instrument", code, label, instrument }, typed));
  const [, highest] = extentOf(instrument);
  const band = "total" in outcome ? bandOf(instrument, outcome.total) : undefined;
  return (
    <Card title={t("score")} level={3}>
      <div className="grid gap-3">
        <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {"total" in outcome ? (
            <>
              <p className="text-xl font-bold">{t("total", { total: outcome.total, highest })}</p>
              <p className="font-bold">{outcome.interpretation}</p>
              {band?.attention && (
                <StatusBadge
                  tone={band.attention}
                  icon={band.attention === "danger" ? <CircleAlert /> : <TriangleAlert />}
                >
                  {t("attention")}
                </StatusBadge>
              )}
            </>
          ) : (
            <p className="text-muted">{t("stillOpen", { count: outcome.missing.length })}</p>
          )}
        </div>
        {instrument.bands.length > 1 && (
          <ol className="grid gap-px text-sm">
            {instrument.bands.map((each, index) => {
              const until = (instrument.bands[index + 1]?.from ?? highest + 1) - 1;
              return (
                <li
                  key={each.from}
                  aria-current={each === band || undefined}
                  className={cx(
                    "grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 border-l-3 px-2 py-0.5",
                    each === band ? "border-accent bg-surface-selected font-bold" : "border-line",
                  )}
                >
                  <span>{each.from === until ? each.from : t("range", { from: each.from, until })}</span>
                  <span>{each.interpretation}</span>
                </li>
              );
            })}
          </ol>
        )}
        <p className="text-xs text-muted">{t("source", { source: instrument.source })}</p>
      </div>
    </Card>
  );
}
