import { and, type InferInsertModel, type InferSelectModel, isNull, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Reader } from "@/db/client";
import type { entryColumns } from "@/db/schema/dossier/entry";
import type { FieldProblem } from "../core/field-problems";
import type { DemoPen } from "./demo-pen";
import { type FhirResource, isElement } from "./fhir";
import { asArchived, fromArchive } from "./fhir-archived";

type EntryKey = keyof ReturnType<typeof entryColumns>;

/** A table with the columns every dossier part has (`db/schema/dossier/entry.ts`). */
export type EntryTable = SQLiteTable & Record<EntryKey, SQLiteColumn>;
export type Row<T extends SQLiteTable> = InferSelectModel<T>;

/** What a part says of an entry; who recorded it, when, and its id are filled in by who stores it. */
export type Draft<T extends SQLiteTable> = Omit<
  InferInsertModel<T>,
  "id" | "clientId" | "recordedAt" | "recordedBy" | "recordedById" | "version" | ChangedKey
> & { recordedBy?: string; recordedAt?: number };
type ChangedKey = "changedAt" | "changedBy" | "changedById";

/** Dutch words for the codes of a column, in the order a choice shows them. */
export type CodeList = Readonly<Record<string, string>>;

/**
 * How a column is shown, filtered, filled in and written to a sheet.
 * `text` one line · `prose` many lines · `code` one of a list · `codes` several · `flag` ja/nee ·
 * `date` `YYYY-MM-DD` (or less precise) · `moment` epoch ms · `number` · `rows` nested records (JSON array)
 */
export type Kind = "text" | "prose" | "code" | "codes" | "flag" | "date" | "moment" | "number" | "rows";

/** How a form asks for a column. */
export interface Write {
  required?: true;
  /** Most characters (text: 200, prose: 64,000) or most records (100), when not those */
  max?: number;
  /** What a new entry starts with; the last three are filled in when the form opens */
  initial?: string | boolean | { from: "now" | "today" | "discipline" };
  /** May not lie after now */
  past?: true;
  /** A year or a month will do for this date */
  partial?: true;
  /** Dutch, one sentence under the label */
  hint?: string;
}

export interface Column<Key extends string = string> {
  key: Key;
  /** Dutch: list head, form label, sheet head */
  label: string;
  kind: Kind;
  codes?: CodeList;
  /** The fields of one nested record, for kind `rows` */
  fields?: readonly Column[];
  /** Shown in the list page's table; at most six of a part */
  list?: boolean;
  /** Offered as a filter above the list (kinds `code` and `flag`) */
  filter?: boolean;
  /** Left out of an export with scope `current` */
  onlyComplete?: boolean;
  /** Sheet column width in characters */
  width?: number;
  /** How people fill it in. Without it the column is no field: a code that came along, or what is derived */
  write?: Write;
  /** One nested record, Dutch, lower case, for kind `rows`: "doel" */
  singular?: string;
}

/** How an entry of a part comes to an end. */
export interface Ending<Key extends string = string> {
  /** The date column that takes the last day */
  on: Key;
  /** The column that says it ended, and the codes that do, the usual one first */
  status: { key: Key; codes: readonly [string, ...string[]] };
  /** The column that takes the reason, where the part has one; the version keeps it in any case */
  reason?: Key;
  /** What else ending sets */
  also?: Partial<Record<Key, string | boolean>>;
}

/** How one entry looks on the Medisch overzicht: a bold line, a muted line, and a badge when it stands out. */
export interface Summary {
  title: string;
  detail?: string;
  badge?: { text: string; role: "danger" | "warning" | "success" | "info" | "private" | "neutral" };
}

/** What an import knows besides the resource at hand. */
export interface TakeContext {
  /** The resource a reference points at, contained or elsewhere in the run; `undefined` when dangling */
  resolve(reference: unknown): FhirResource | undefined;
  /** Marks another resource as carried by this entry (a plan's goal, a report's line): it counts as mapped */
  absorb(resource: FhirResource): void;
  /** Every resource of this client in the run of that type, for parts whose children point at them */
  all(resourceType: string): readonly FhirResource[];
  /** Epoch ms of the import, for entries without any date of their own */
  now: number;
  /** Stores bytes as an encrypted file of this client and gives its id; used by documents */
  keepFile(file: { name: string; mime: string; bytes: Buffer }): {
    fileId: string;
    bytes: number;
    sha256: string;
  };
}

export interface GiveContext {
  /** Reference to the Patient in the bundle, e.g. `urn:uuid:…` */
  patient: { reference: string };
  /** Base64 of a stored file, or `undefined` when a document's bytes go beside the bundle (they do, in an export) */
  scope: "complete" | "current";
}

/** A dossier part, declared once: everything that shows, stores, exports or exchanges it derives from this. */
export interface Part<Slug extends string = string, T extends EntryTable = EntryTable> {
  slug: Slug;
  /** Dutch, plural, sentence case: menu, page title, sheet name */
  label: string;
  /** Dutch, singular, lower case, for sentences */
  singular: string;
  table: T;
  columns: readonly Column<Extract<keyof Row<T>, string>>[];
  /**
   * The column whose date or moment the entry sorts by (`moment`): `moment` itself where people fill that in. Without
   * a value the entry sorts by when it was recorded.
   */
  dating: Extract<keyof Row<T>, string>;
  /** How an entry ends; `none` where it does not: it can be corrected and archived only */
  ending: Ending<Extract<keyof Row<T>, string>> | "none";
  /** What cannot be true of an entry as a whole, beside what its columns declare each; pure */
  check?: (row: Row<T>) => FieldProblem[];
  /**
   * What only the database knows of a new entry: whether it may be added now. An import keeps what it brings.
   * @throws DomainError with why not
   */
  admit?: (db: Reader, row: Row<T>) => Promise<void>;
  /** Columns searched by the list's text field */
  searchIn: readonly Extract<keyof Row<T>, string>[];
  /**
   * Which rows are "actueel" at a moment: the Medisch overzicht, and an export of scope `current`
   * when `currentExport` is `current`.
   * @param day Amsterdam calendar day `YYYY-MM-DD` @param now epoch ms
   */
  current: (table: T, at: { day: string; now: number }) => SQL | undefined;
  /** Rule of the Ons page for scope `current`: all rows, only current ones, or left out with the reason */
  currentExport: "all" | "current" | { omit: string };
  /** Who may see an entry on screen besides `dossier.view`; the export holds all (DOMAIN.md 2) */
  restricted?: { hidden?: boolean; expertises?: boolean };
  summary: (row: Row<T>) => Summary;
  fhir: {
    /** Resource types `take` wants to be offered */
    types: readonly string[];
    /** The entry in a FHIR R4 resource, or `null` when the resource is not of this part */
    take: (resource: FhirResource, context: TakeContext) => Draft<T> | null;
    /** The resources of an entry, the carrier first; ids are the entry's id or derive from it */
    give: (row: Row<T>, context: GiveContext) => FhirResource[];
  };
  /** With which choice of a merge its rows go: the dossier, or the care plans, which take questionnaires and documents along (DOMAIN.md 6) */
  merge: "dossier" | "care-plans";
  /** Believable entries for the demo organisation, deterministic */
  demo: (pen: DemoPen) => Draft<T>[];
}

/** What every entry's row says of its own standing, whatever its part. */
interface Standing {
  version: number;
  changedAt: number | null;
  archivedAt: number | null;
  archivedBy: string | null;
  archiveReason: string | null;
}

function withVersion(resource: FhirResource, { version, changedAt }: Standing): FhirResource {
  const known = isElement(resource.meta) ? resource.meta : undefined;
  const lastUpdated = typeof changedAt === "number" ? new Date(changedAt).toISOString() : undefined;
  // Set on the resource at hand, which was just made: a copy of each would cost more than all it adds.
  resource.meta = { ...known, versionId: String(version), ...(lastUpdated && { lastUpdated }) };
  return resource;
}

/**
 * Declares a part with its own row type; the registry keeps them as `AnyPart`. What holds for every part is added here,
 * so that no declaration can forget it: an archived entry is never current, and goes to FHIR as entered in error and
 * back; each resource says which version of the entry it is.
 */
export function definePart<const Slug extends string, T extends EntryTable>(
  part: Part<Slug, T>,
): Part<Slug, T> {
  return {
    ...part,
    current: (table, at) => and(isNull(table.archivedAt), part.current(table, at)),
    fhir: {
      types: part.fhir.types,
      take: (resource, context) => {
        const kept = fromArchive(resource, context);
        if (!kept) return part.fhir.take(resource, context);
        const draft = part.fhir.take(kept.resource, kept.context);
        return draft && { ...draft, ...kept.archived };
      },
      give: (row, context) => {
        const standing = row as unknown as Standing;
        const given = part.fhir.give(row, context).map((resource) => withVersion(resource, standing));
        const { archivedAt, archivedBy, archiveReason } = standing;
        if (typeof archivedAt !== "number") return given;
        return given.map((resource) => asArchived(resource, { archivedAt, archivedBy, archiveReason }));
      },
    },
  };
}
