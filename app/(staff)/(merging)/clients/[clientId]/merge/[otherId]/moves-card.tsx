"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { TextButton } from "@/app/_ui/text-button";
import { formatCount } from "./format-count";
import { asideIn, type PairView } from "./pair";
import { TABLES_ID } from "./table-list";

const SHOWN = 8;

type MovesCardProps = { view: PairView; open: boolean; onToggle: () => void };

/** What goes along to the client that stays, in counts. */
export function MovesCard({ view, open, onToggle }: MovesCardProps) {
  const t = useTranslations("merge");
  const { plan } = view;
  const numbers = { survivor: view.survivor.number, retired: view.retired.number };
  if (!plan)
    return (
      <Card title={t("movesTitle")}>
        <p className="text-sm text-muted">{t("movesWait")}</p>
      </Card>
    );
  const moving = plan.tables.filter(({ moves }) => moves > 0).sort((a, b) => b.moves - a.moves);
  const aside = asideIn(plan.tables);
  const lines = [
    ...moving.slice(0, SHOWN).map(({ label, moves }) => ({ label, value: formatCount(moves) })),
    ...(aside > 0 ? [{ label: t("movesAside"), value: formatCount(aside) }] : []),
    { label: t("movesSignals"), value: t("movesSignalsHow") },
  ];
  return (
    <Card title={t("movesTitle")}>
      <div className="grid gap-2 text-sm">
        {moving.length === 0 && <p>{t("movesNone")}</p>}
        <table className="w-full border-collapse">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("movesWhat")}</th>
              <th scope="col">{t("movesCount")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ label, value }) => (
              <tr key={label} className="border-b border-line last:border-b-0">
                <th scope="row" className="py-1.25 pr-2 text-left font-medium">
                  {label}
                </th>
                <td className="py-1.25 text-right">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{t("movesSearch", numbers)}</p>
        <p>
          <TextButton aria-expanded={open} aria-controls={TABLES_ID} onClick={onToggle}>
            {t(open ? "tablesHide" : "tablesShow", { count: plan.tables.length })}
          </TextButton>
        </p>
      </div>
    </Card>
  );
}
