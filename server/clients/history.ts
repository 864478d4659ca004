import { shownDate, shownMoment } from "../dossier/show";
import type { Field, Value } from "./fields";
import { OUT_REASONS, PERSON_FIELDS } from "./person-fields";
import type { AnyRecord, Names } from "./records/kind";
import { kindOf } from "./records/registry";
import type { PlainRow, VersionRow } from "./versions";

/** A change as it was kept: a version of a record, or what a merge did to personalia (`merge-history.ts`). */
export type HistoryRow = Pick<
  VersionRow,
  "id" | "kind" | "recordId" | "version" | "before" | "reason" | "changedAt" | "changedBy"
> & {
  action: VersionRow["action"] | "merged" | "unmerged";
  /** Of a merge: the number of who was merged away */
  otherNumber?: number;
};

/** One change, for people: who, when, what, and each field that changed. */
export interface ChangeView {
  id: string;
  at: number;
  by: string;
  /** Dutch: what it was about, e.g. "Contactpersonen en vertegenwoordigers" */
  about: string;
  /** The bold line of the record, so that one knows which */
  title: string;
  action: HistoryRow["action"];
  /** What was done, in a Dutch word or some */
  did: string;
  reason: string | null;
  fields: { label: string; before: string; after: string }[];
}

const CARE_FIELDS: readonly Field[] = [
  { key: "outOfCareSince", label: "Uit zorg sinds", kind: "date" },
  { key: "outOfCareReason", label: "Reden uit zorg", kind: "code", codes: OUT_REASONS },
];

const ACTIONS = {
  added: "vastgelegd",
  changed: "gewijzigd",
  ended: "beëindigd",
  withdrawn: "ingetrokken",
  moved: "verhuisd",
  "bsn-removed": "burgerservicenummer verwijderd",
  "out-of-care": "uit zorg",
  "back-in-care": "weer in zorg",
  merged: "samengevoegd met",
  unmerged: "samenvoegen ongedaan gemaakt met",
} as const satisfies Record<HistoryRow["action"], string>;

const didText = ({ action, otherNumber }: HistoryRow): string =>
  otherNumber === undefined ? ACTIONS[action] : `${ACTIONS[action]} ${otherNumber}`;

const fieldsOf = (kind: string): readonly Field[] =>
  kind === "person" ? [...PERSON_FIELDS, ...CARE_FIELDS] : (kindOf(kind)?.fields ?? []);

/** A value of a field as people read it. */
export function shownValue(field: Field, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === "") return "";
  if (field.kind === "code") return field.codes?.[String(value)] ?? String(value);
  if (field.kind === "date") return shownDate(String(value));
  if (field.kind === "moment") return typeof value === "number" ? shownMoment(value) : "";
  return field.kind === "place" ? names.place(String(value)) : String(value);
}

/** A BSN is never readable in a history: only that there was one, and that it became another. */
function bsnChange(before: PlainRow | null, after: PlainRow | null): ChangeView["fields"] {
  const [was, is] = [before?.bsnSealed ?? null, after?.bsnSealed ?? null];
  if (was === is || (before === null && is === null)) return [];
  const another = was !== null && is !== null;
  return [
    {
      label: "Burgerservicenummer",
      before: was === null ? "" : "een nummer (niet getoond)",
      after: is === null ? "" : another ? "een ander nummer (niet getoond)" : "een nummer (niet getoond)",
    },
  ];
}

function changedFields(
  kind: string,
  before: PlainRow | null,
  after: PlainRow | null,
  names: Names,
): ChangeView["fields"] {
  const fields = fieldsOf(kind).filter((field) => field.kind !== "bsn");
  const changed = fields.flatMap((field) => {
    const [was, is] = [before, after].map((row) => shownValue(field, row?.[field.key], names));
    return was === is ? [] : [{ label: field.label, before: was ?? "", after: is ?? "" }];
  });
  return kind === "person" ? [...changed, ...bsnChange(before, after)] : changed;
}

function titleOf(kind: string, row: PlainRow | null, names: Names): string {
  const declared = kindOf(kind);
  return declared && row ? declared.line(row as unknown as AnyRecord, names).title : "";
}

/** Newest first; of one record the later version, though the clock stood still. */
function newestFirst(a: HistoryRow, b: HistoryRow): number {
  return b.changedAt - a.changedAt || b.version - a.version;
}

/**
 * What changed, newest first. Each version holds the row as it was before; what it became is the version after it, or
 * the row as it stands.
 * @param versions of one client  @param current rows as they stand, by id; a withdrawn one is absent
 */
export function changesOf(
  versions: readonly HistoryRow[],
  current: ReadonlyMap<string, Readonly<Record<string, Value>>>,
  names: Names,
): ChangeView[] {
  const later = new Map<string, PlainRow | null>();
  return versions.toSorted(newestFirst).map((version) => {
    const after = later.has(version.recordId)
      ? (later.get(version.recordId) ?? null)
      : (current.get(version.recordId) ?? null);
    later.set(version.recordId, version.before);
    const { kind, before } = version;
    return {
      id: version.id,
      at: version.changedAt,
      by: version.changedBy,
      about: kind === "person" ? "Personalia" : (kindOf(kind)?.label ?? kind),
      title: titleOf(kind, after ?? before, names),
      action: version.action,
      did: didText(version),
      reason: version.reason,
      fields: version.action === "withdrawn" ? [] : changedFields(kind, before, after, names),
    };
  });
}
