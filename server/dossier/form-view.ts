import type { CodeList, Kind } from "./part";
import type { EntryName } from "./view";

/**
 * What a form holds of one field, as JSON. `text`, `prose`, `code`: text · `codes`: list of codes · `flag`: true, false
 * or null (not recorded) · `date`: `YYYY-MM-DD` (or `YYYY-MM`, `YYYY` where `partial`) · `moment`:
 * `YYYY-MM-DDTHH:MM` on the Amsterdam clock · `number`: number · `rows`: list of records by field key. Nothing: null.
 */
export type FormValue = string | number | boolean | null | string[] | FormRecord[];
export interface FormRecord {
  [key: string]: FormValue;
}

/** One field of a form. */
export interface FieldView {
  key: string;
  label: string;
  kind: Kind;
  required: boolean;
  /** Most characters or records; null where that says nothing */
  max: number | null;
  /** The choices of kinds `code` and `codes`, in order; empty for others */
  options: { code: string; label: string }[];
  /** The fields of one record, for kind `rows` */
  fields: FieldView[];
  /** One record, for kind `rows`: "doel" */
  singular: string | null;
  /** A year or month will do */
  partial: boolean;
  /** May not lie after now */
  past: boolean;
  hint: string | null;
  /** What a new nested record starts with here; null where nothing is set, or what only the server can say */
  initial: string | boolean | null;
}

/** A ready frame for a report of one category. */
export interface TemplateView {
  category: string;
  title: string;
  /** Free text, or the four SOAP texts, by column key */
  values: Record<string, string>;
}

/** How an entry of this part ends, for the dialog that asks. */
export interface EndingView {
  label: string;
  statuses: { code: string; label: string }[];
}

/** Everything a form of a part needs, drawn from its one declaration. */
export interface FormView {
  part: string;
  label: string;
  singular: string;
  fields: FieldView[];
  /** What it starts with: the entry's values, or those of a new one */
  values: FormRecord;
  /** The entry being corrected and the version on the screen; null for a new one */
  entry: ({ id: string; version: number } & EntryName) | null;
  /** What this person was writing here before: theirs only */
  draft: { values: FormRecord; savedAt: number; version: number } | null;
  /** Reports only; empty for other parts */
  templates: TemplateView[];
  ending: EndingView | null;
}

/** One earlier version of an entry: what the next one changed, by whom, when and why. */
export interface VersionView {
  version: number;
  /** Who wrote this version, and when */
  by: string;
  at: number;
  /** How it came to be replaced; null for the newest */
  replaced: {
    change: "corrected" | "ended" | "archived" | "restored";
    at: number;
    by: string;
    reason: string | null;
  } | null;
  /** What the version after it says otherwise; empty for the newest */
  changes: { key: string; label: string; prose: boolean; before: string; after: string }[];
  /** True when this version or the next is not for this reader (hidden, expertise): then nothing of it is told */
  kept: boolean;
}

/** The choices of a code list as a form offers them. */
export function optionsOf(codes: CodeList | undefined): { code: string; label: string }[] {
  return Object.entries(codes ?? {}).map(([code, label]) => ({ code, label }));
}
