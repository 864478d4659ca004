"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { RadioGroup } from "@/app/_ui/radio-group";
import type { Given, Numbers, UndoView } from "./undo-desk";

type ChangedFieldsProps = {
  fields: UndoView["fields"];
  numbers: Numbers;
  given: Given["fields"];
  onGive: (more: Given["fields"]) => void;
};

/** Personalia that were changed since: for whom that holds. */
export function ChangedFields({ fields, numbers, given, onGive }: ChangedFieldsProps) {
  const t = useTranslations("merge");
  if (fields.length === 0) return null;
  const options = [
    { value: "left", label: t("undoTo", { number: numbers.left }) },
    { value: "right", label: t("undoTo", { number: numbers.right }) },
    { value: "both", label: t("undoToBoth") },
  ] as const;
  return (
    <Card title={t("undoChanged")}>
      <p className="text-sm text-muted">{t("undoChangedNote")}</p>
      <ul className="divide-y divide-line">
        {fields.map(({ subject, label, now, left, right }) => (
          <li key={subject} className="grid gap-2 py-3">
            <p className="font-bold">{label}</p>
            <DefinitionList
              items={[
                { term: t("undoNow"), value: now || t("empty") },
                { term: t("undoBefore", { number: numbers.left }), value: left || t("empty") },
                { term: t("undoBefore", { number: numbers.right }), value: right || t("empty") },
              ]}
            />
            <RadioGroup
              row
              labelHidden
              name={`changed-${subject}`}
              label={`${t("undoWhose")} ${label}`}
              value={given[subject] ?? ""}
              onChange={(event) => {
                const chosen = options.find(({ value }) => value === event.target.value);
                if (chosen) onGive({ [subject]: chosen.value });
              }}
              options={[...options]}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
