import { type Field, filledOf, type Value } from "../fields";
import { stampOf, type VersionRow } from "../versions";
import type { AnyRecord, Names, RecordPage } from "./kind";
import type { AnyKind } from "./registry";

/** One field of a form as the page draws it. */
export interface FieldView {
  key: string;
  label: string;
  kind: Field["kind"];
  options: { value: string; label: string }[];
  required: boolean;
  hint: string | null;
  heading: string | null;
  /** A year or month alone will do as well */
  partial: boolean;
  /** Left out of the form for a new one */
  notAtFirst: boolean;
}

/** A place someone may be put at, with where it is in the tree. */
export interface PlaceOption {
  value: string;
  label: string;
}

/** A field for the page. @param places what a `place` field offers */
export function fieldView(field: Field, places: readonly PlaceOption[]): FieldView {
  const codes = Object.entries(field.codes ?? {}).map(([value, label]) => ({ value, label }));
  return {
    key: field.key,
    label: field.label,
    kind: field.kind,
    options: field.kind === "place" ? [...places] : codes,
    required: field.required ?? false,
    hint: field.hint ?? null,
    heading: field.heading ?? null,
    partial: field.partial ?? false,
    notAtFirst: field.notAtFirst ?? false,
  };
}

/** Where a record stands in time. */
export type Standing = "now" | "later" | "over";

function standingOf(kind: AnyKind, row: AnyRecord, at: { day: string; now: number }): Standing {
  const [from, until] = [row[kind.from] ?? null, row[kind.until] ?? null];
  if (kind.end && row[kind.end.field] !== null) return "over";
  const isBefore = (value: Value) => (typeof value === "number" ? value <= at.now : String(value) <= at.day);
  if (until !== null && isBefore(until)) return "over";
  if (typeof from === "number" && until === null && from < at.now) return "over";
  return from !== null && !isBefore(from) ? "later" : "now";
}

/** One record on a card. */
export interface RecordView {
  id: string;
  /** Sent back with a change */
  stamp: string;
  /** What it is, where the records of a kind differ in that */
  tag: string | null;
  title: string;
  notes: string[];
  from: Value;
  until: Value;
  standing: Standing;
  /** As a form holds it; empty for who may not change it */
  filled: Record<string, string>;
  /** Who wrote it last, where the card says so */
  signed: { by: string; at: number } | null;
}

/** A card with the records of one kind. */
export interface CardView {
  kind: string;
  page: RecordPage;
  label: string;
  singular: string;
  empty: string;
  /** What a form asks; empty for who may not change anything */
  fields: FieldView[];
  /** The verb of ending it and the field that does; `null` for who may not */
  end: { verb: string; field: string } | null;
  records: RecordView[];
}

/** What a view needs to know besides the rows. */
export interface Showing {
  at: { day: string; now: number };
  names: Names;
  places: readonly PlaceOption[];
  mayWrite: boolean;
  /** The newest version of each record, by its id */
  newest: ReadonlyMap<string, VersionRow>;
}

/** The order on a card: what holds now, what is to come (soonest first), what is over (newest first). */
function byStanding(a: RecordView, b: RecordView): number {
  const order = { now: 0, later: 1, over: 2 } as const;
  const step = order[a.standing] - order[b.standing];
  if (step !== 0) return step;
  const [from, other] = [a.from ?? "", b.from ?? ""];
  if (from === other) return 0;
  const later = from < other ? -1 : 1;
  return a.standing === "later" ? later : -later;
}

/** The card of a kind with these rows. */
export function cardView(kind: AnyKind, rows: readonly AnyRecord[], showing: Showing): CardView {
  const { at, names, places, mayWrite, newest } = showing;
  const rankOf = (row: AnyRecord) => kind.rank?.(row) ?? 0;
  const records = rows
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((row): RecordView => {
      const { label, title, notes } = kind.line(row, names);
      const last = kind.signed ? newest.get(row.id) : undefined;
      return {
        id: row.id,
        stamp: stampOf(row),
        tag: (kind.tagged && label) || null,
        title,
        notes: notes.filter(Boolean),
        from: row[kind.from] ?? null,
        until: row[kind.until] ?? null,
        standing: standingOf(kind, row, at),
        filled: mayWrite ? filledOf(kind.fields, row) : {},
        signed: last ? { by: last.changedBy, at: last.changedAt } : null,
      };
    });
  return {
    kind: kind.slug,
    page: kind.page,
    label: kind.label,
    singular: kind.singular,
    empty: kind.empty,
    fields: mayWrite ? kind.fields.map((field) => fieldView(field, places)) : [],
    end: mayWrite ? (kind.end ?? { verb: "Beëindigen", field: kind.until }) : null,
    records: records.sort(byStanding),
  };
}
