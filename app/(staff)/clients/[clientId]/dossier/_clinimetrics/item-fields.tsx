"use client";

import { useTranslations } from "next-intl";
import { answerId } from "@/app/_questions/questions";
import { Notice } from "@/app/_ui/notice";
import { RadioGroup } from "@/app/_ui/radio-group";
import { type Item, pointsOf } from "@/server/dossier/instruments/instrument";
import type { Instrument, TypedAnswers } from "./measure";

type ItemFieldsProps = {
  instrument: Instrument;
  typed: TypedAnswers;
  onChange: (code: string, answer: string) => void;
  errorOf: (fieldId: string) => string | undefined;
};

/** Labels up to this long fit beside each other. */
const SHORT = 26;

/** The items of an instrument, each with its answers as radios. */
export function ItemFields({ instrument, typed, onChange, errorOf }: ItemFieldsProps) {
  const t = useTranslations("clinimetrics");
  const numbered = instrument.items.length > 1;
  return (
    <ol className="grid gap-5">
      {instrument.items.map((item, index) => {
        const options = optionsOf(item);
        const alert = alertOf(item, typed[item.code] ?? "");
        return (
          <li key={item.code} className="grid gap-2">
            <RadioGroup
              id={answerId(item.code)}
              name={item.code}
              label={numbered ? t("item", { number: index + 1, label: item.label }) : item.label}
              row={options.every(({ label }) => label.length <= SHORT)}
              options={options}
              value={typed[item.code] ?? ""}
              error={errorOf(answerId(item.code))}
              onChange={(event) => onChange(item.code, event.target.value)}
            />
            {alert && (
              <Notice tone="danger" announce>
                <p>{alert}</p>
              </Notice>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function optionsOf({ options, range }: Item): { value: string; label: string }[] {
  if (!range) return options.map(({ code, label }) => ({ value: code, label }));
  const [low, high] = range;
  return Array.from({ length: high - low + 1 }, (_, step) => String(low + step)).map((value) => ({
    value,
    label: value,
  }));
}

/** What this one answer asks for now, if it does. */
function alertOf(item: Item, typed: string): string | undefined {
  const points = pointsOf(item, item.range ? Number(typed) : typed);
  return item.alert && points !== undefined && points >= item.alert.from ? item.alert.text : undefined;
}
