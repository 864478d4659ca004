import {
  type Coding,
  choiceOf,
  codingsOf,
  type FhirResource,
  isElement,
  numberOf,
  numberText,
  quantityText,
  rangeText,
  stringOf,
  textOf,
} from "../fhir";
import { instantOf, periodOf } from "../fhir-time";

/** The number an Observation or component has for its value, whatever it counts. */
export function numberIn(element: unknown): number | undefined {
  const choice = choiceOf(element, "value");
  if (choice?.type === "Quantity" && isElement(choice.value)) return numberOf(choice.value.value);
  return choice?.type === "Integer" ? numberOf(choice.value) : undefined;
}

/** UCUM codes that are no words; arbitrary units (`1`, `{score}`) are none to a reader. */
const UNIT_WORDS: Readonly<Record<string, string>> = { Cel: "°C", "mm[Hg]": "mmHg", "kg/m2": "kg/m²" };

/**
 * A Quantity with its unit in words. More than four decimals come from arithmetic, not from measuring: the words
 * then have two (three digits below 1), while `value` keeps them all.
 */
export function readQuantity(
  quantity: unknown,
): { value: number; unit: string | null; words: string } | undefined {
  if (!isElement(quantity)) return undefined;
  const value = numberOf(quantity.value);
  if (value === undefined) return undefined;
  const written = stringOf(quantity.unit) ?? stringOf(quantity.code);
  const unit =
    written === undefined || /^(1|\{.*\})$/.test(written) ? null : (UNIT_WORDS[written] ?? written);
  const isComputed = Math.abs(value * 1e4 - Math.round(value * 1e4)) > 1e-6;
  const shown = !isComputed
    ? value
    : Math.abs(value) < 1
      ? Number(value.toPrecision(3))
      : Number(value.toFixed(2));
  const words = quantityText({ value: shown, comparator: quantity.comparator, unit }) ?? numberText(shown);
  return { value, unit, words };
}

/** The value of an Observation or component in words, whatever its type; `undefined` when it has none. */
export function valueText(element: unknown): string | undefined {
  const choice = choiceOf(element, "value");
  switch (choice?.type) {
    case undefined:
      return undefined;
    case "Quantity":
      return readQuantity(choice.value)?.words;
    case "Range":
      return rangeText(choice.value);
    case "Boolean":
      return choice.value === true ? "Ja" : choice.value === false ? "Nee" : undefined;
    case "Integer":
    case "Decimal":
      return numberOf(choice.value) === undefined ? undefined : numberText(Number(choice.value));
    case "DateTime":
      return instantOf(choice.value)?.date ?? stringOf(choice.value);
    case "Ratio": {
      if (!isElement(choice.value)) return undefined;
      const [top, bottom] = [quantityText(choice.value.numerator), quantityText(choice.value.denominator)];
      return top !== undefined && bottom !== undefined ? `${top} / ${bottom}` : (top ?? bottom);
    }
    case "Period": {
      const { start, end } = periodOf(choice.value);
      return start || end ? `${start?.date ?? "…"} – ${end?.date ?? "…"}` : undefined;
    }
    default: {
      // A Coding, Reference or Attachment may have no more than a name
      const { display, title, url } = isElement(choice?.value) ? choice.value : {};
      return textOf(choice?.value) ?? stringOf(display) ?? stringOf(title) ?? stringOf(url);
    }
  }
}

/** A note paragraph for a value that is not there, with the reason given. */
export function absenceOf(resource: FhirResource): string | undefined {
  const reason = textOf(resource.dataAbsentReason);
  return reason === undefined ? undefined : `Geen waarde: ${reason}`;
}

/** First coding as the columns keep it. */
export function codeColumns(concept: unknown): { code: string | null; codeSystem: string | null } {
  const coding: Coding | undefined = codingsOf(concept).find(({ code }) => code !== undefined);
  return { code: coding?.code ?? null, codeSystem: coding?.system ?? null };
}
