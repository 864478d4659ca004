"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
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
  return (
    <Card title={t("resultTitle")}>
      <div className="grid gap-1 text-sm">
        <p className="font-bold">{name?.[name.choice]}</p>
        <DefinitionList
          items={[
            { term: t("resultNumber"), value: String(view.survivor.number) },
            ...fields,
            ...rows,
            ...(consents.length > 0 ? [{ term: t("resultConsent"), value: consents.join("\n") }] : []),
          ]}
        />
      </div>
    </Card>
  );
}
