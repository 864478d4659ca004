"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Card } from "@/app/_ui/card";
import type { PairView, RowLine } from "./pair";

/** What the office keeps itself is written out; of the dossier it is counts that tell. */
const WRITTEN: readonly RowLine["subject"][] = ["addresses", "stays", "contacts"];

/** The client there will be. */
export function ResultCard({ view }: { view: PairView }) {
  const t = useTranslations("merge");
  const name = view.fields.find(({ subject }) => subject === "name");
  const fields = view.fields.flatMap(({ subject, label, choice, ...line }) =>
    subject === "name" || line[choice] === "" ? [] : [{ term: label, value: line[choice] }],
  );
  const rows = view.rows.flatMap(({ subject, label, choice, left, right }) => {
    if (!WRITTEN.includes(subject) || choice === null) return [];
    const kept = choice === "both" ? [left, right] : [choice === "left" ? left : right];
    const lines = kept.flatMap(({ parts }) => parts.flatMap((part) => part.lines));
    return lines.length > 0 ? [{ term: label, value: lines.join("\n") }] : [];
  });
  const consents = view.consents.map((line) =>
    t("resultConsentLine", { party: line.party, words: line[line.speaks] }),
  );
  const items = [{ term: t("resultNumber"), value: String(view.survivor.number) }, ...fields, ...rows];
  return (
    <Card title={t("resultTitle")}>
      <div className="grid gap-1 text-sm">
        <p className="font-bold">{name?.[name.choice]}</p>
        <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1">
          {items.map(({ term, value }) => (
            <Fragment key={term}>
              <dt className="break-words text-muted hyphens-auto">{term}</dt>
              <dd className="break-words whitespace-pre-line">{value}</dd>
            </Fragment>
          ))}
        </dl>
        {consents.length > 0 && (
          <>
            <p className="pt-1 font-medium">{t("resultConsent")}</p>
            <ul className="grid gap-0.5">
              {consents.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  );
}
