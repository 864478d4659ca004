"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ChangedText } from "@/app/_ui/changed-text";
import { Notice } from "@/app/_ui/notice";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Moment } from "@/app/_ui/time";
import type { Form, FormField } from "./form-field";
import { type Choice, type Clash, canHoldBoth, compareVersions, merged } from "./merge";
import { emptyRecord, type TypedRecord, typedRecord } from "./typed";
import type { Newest, Writing } from "./use-writing";

type ConflictPanelProps = {
  conflict: NonNullable<Writing["conflict"]>;
  fields: readonly FormField[];
  /** Goes back to the form with what was chosen, on top of the newest version. */
  onSettle: (form: Form, record: TypedRecord) => void;
};

/**
 * Two people changed the same entry: the second sees both texts, what differs marked, and chooses field by field.
 * Nothing is stored here and nothing is lost.
 */
export function ConflictPanel({ conflict, fields, onSettle }: ConflictPanelProps) {
  const t = useTranslations("writing");
  const { newest, before, mine } = conflict;
  const theirs = {
    ...emptyRecord(fields),
    ...typedRecord(newest.form.fields, newest.form.values),
  };
  // The reason of a correction is the writer's own.
  const shared = fields.filter(({ key }) => newest.form.fields.some((field) => field.key === key));
  const merge = compareVersions(shared, { base: before, mine, theirs });
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const own = Object.fromEntries(
    fields.filter((field) => !shared.includes(field)).map(({ key }) => [key, mine[key] ?? ""]),
  );
  return (
    <div ref={box} tabIndex={-1} className="grid gap-gap">
      <Notice tone="warning" title={t("conflictTitle")}>
        <p>
          <WhoStored newest={newest} /> {t("conflictWhat", { count: merge.clashes.length })}
        </p>
        {merge.taken.length > 0 && <p>{t("conflictTaken", { fields: namesOf(merge.taken) })}</p>}
        {merge.kept.length > 0 && <p>{t("conflictKept", { fields: namesOf(merge.kept) })}</p>}
      </Notice>
      {merge.clashes.map((clash) => (
        <ClashCard
          key={clash.field.key}
          clash={clash}
          choice={choices[clash.field.key] ?? "mine"}
          onChoose={(choice) => setChoices({ ...choices, [clash.field.key]: choice })}
        />
      ))}
      <div>
        <Button
          look="primary"
          onClick={() => onSettle(newest.form, { ...merged(merge, { mine, theirs }, choices), ...own })}
        >
          {t("conflictGoOn")}
        </Button>
      </div>
    </div>
  );
}

function WhoStored({ newest: { by, at } }: { newest: Newest }) {
  const t = useTranslations("writing");
  if (by === undefined || at === undefined) return t("conflictOld");
  return t.rich("conflictBy", { name: by, moment: () => <Moment value={at} format="sentence" /> });
}

const namesOf = (fields: readonly FormField[]) => fields.map(({ label }) => label).join(", ");

type ClashCardProps = { clash: Clash; choice: Choice; onChoose: (choice: Choice) => void };

function ClashCard({ clash, choice, onChoose }: ClashCardProps) {
  const t = useTranslations("writing");
  const { field, mine, theirs } = clash;
  const words: Choice[] = canHoldBoth(clash) ? ["mine", "theirs", "both"] : ["mine", "theirs"];
  return (
    <Card title={field.label}>
      <div className="grid gap-3">
        <div className="grid gap-3 tablet:grid-cols-2">
          <section className="grid min-w-0 content-start gap-1">
            <h3 className="text-sm text-muted">{t("conflictMine")}</h3>
            <p>
              {mine === "" ? t("nothingWritten") : <ChangedText before={theirs} after={mine} side="after" />}
            </p>
          </section>
          <section className="grid min-w-0 content-start gap-1">
            <h3 className="text-sm text-muted">{t("conflictTheirs")}</h3>
            <p>
              {theirs === "" ? (
                t("nothingWritten")
              ) : (
                <ChangedText before={theirs} after={mine} side="before" />
              )}
            </p>
          </section>
        </div>
        <RadioGroup
          row
          name={`choice-${field.key}`}
          label={t("conflictChoose", { field: field.label })}
          value={choice}
          onChange={(event) => {
            const chosen = words.find((word) => word === event.target.value);
            if (chosen) onChoose(chosen);
          }}
          options={words.map((word) => ({ value: word, label: t(`conflictChoice.${word}`) }))}
        />
      </div>
    </Card>
  );
}
