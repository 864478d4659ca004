import type { Column } from "./part";
import type { AnyPart, AnyRow } from "./registry";
import { shownText } from "./show";

/** A column as a list page needs it. */
export interface ColumnView {
  key: string;
  label: string;
  kind: string;
  sortable: boolean;
}

/** One fact of an opened entry; nested records (goals, answers) come as facts of their own. */
export interface Detail {
  key: string;
  label: string;
  text: string;
  prose: boolean;
  records: Detail[][] | null;
}

/** One entry: the cells of the table, and everything else for when it is opened. */
export interface EntryView {
  id: string;
  /** When it was, epoch ms */
  moment: number;
  recordedBy: string;
  recordedAt: number;
  cells: { key: string; text: string }[];
  details: Detail[];
  hidden: boolean;
  /** Recorded by mistake: it is kept and shown, but nobody may act on it */
  mistaken: boolean;
  /** Archived here: shown as a mistake is, with who took it out and why */
  archived: { at: number; by: string; reason: string } | null;
  /** 1 as first written; sent along with every change, so that a stale one is refused */
  version: number;
  /** The newest change; null while it is as first written */
  changedAt: number | null;
  changedBy: string | null;
  /** Recorded or changed by someone else since this reader last saw the part */
  isNew: boolean;
  /** What may be done with it now, for a reader who may edit */
  can: { correct: boolean; end: boolean; archive: boolean; restore: boolean };
  expertises: string[];
  /** The name of the stored file, when the entry is a document whose bytes are here */
  fileName: string | null;
}

/** The columns of a part's list, in order. */
export function columnViews(part: AnyPart): ColumnView[] {
  return part.columns
    .filter((column) => column.list)
    .map(({ key, label, kind }) => ({
      key,
      label,
      kind,
      sortable: kind !== "rows" && kind !== "codes",
    }));
}

/** The filters a part offers: its codes and flags, with their Dutch words. */
export function filterViews(
  part: AnyPart,
): { key: string; label: string; options: { code: string; label: string }[] }[] {
  return part.columns
    .filter((column) => column.filter)
    .map((column) => {
      const codes = column.kind === "flag" ? { "1": "ja", "0": "nee" } : (column.codes ?? {});
      const options = Object.entries(codes).map(([code, label]) => ({ code, label }));
      return { key: column.key, label: column.label, options };
    });
}

/** How one entry is told from another of its part. */
export interface EntryName {
  /** What it is about, in a line: health data, so never in an address or the title of a window */
  title: string;
  /** The date it goes by as the part shows it, as precise as it is known; empty without one */
  dated: string;
  /** Begun and not handed in: it is gone on with, not corrected */
  unfinished: boolean;
}

/** What an entry is called. */
export function entryName(part: AnyPart, row: AnyRow): EntryName {
  const dating = part.columns.find(({ key }) => key === part.dating);
  return {
    title: part.summary(row).title,
    dated: dating ? shownText(dating, row[dating.key]) : "",
    unfinished: part.slug === "questionnaires" && row.status === "open",
  };
}

function detailOf(column: Column, value: unknown): Detail {
  const { key, label, kind, fields = [] } = column;
  const records =
    kind === "rows" && Array.isArray(value)
      ? value.map((record: Record<string, unknown>) => detailsOf(fields, record))
      : null;
  return { key, label, text: shownText(column, value), prose: kind === "prose", records };
}

function detailsOf(columns: readonly Column[], record: Readonly<Record<string, unknown>>): Detail[] {
  return columns.map((column) => detailOf(column, record[column.key])).filter(({ text }) => text !== "");
}

/** Whether an entry can still be ended: its part knows an end, and its status is not one. */
function isEndable({ ending }: AnyPart, row: AnyRow): boolean {
  return ending !== "none" && !ending.status.codes.includes(String(row[ending.status.key]));
}

/**
 * An entry as a list shows it. Expertises come as Dutch words.
 * @param reader whether they may edit here, and whether it is new to them
 */
export function entryView(part: AnyPart, row: AnyRow, reader: { edits: boolean; isNew: boolean }): EntryView {
  const open = reader.edits && row.archivedAt === null;
  const texts = part.columns.map((column) => ({ column, text: shownText(column, row[column.key]) }));
  const bound = texts.find(({ column }) => column.key === "expertises")?.text ?? "";
  return {
    id: row.id,
    moment: row.moment,
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt,
    cells: texts.filter(({ column }) => column.list).map(({ column, text }) => ({ key: column.key, text })),
    details: detailsOf(
      part.columns.filter((column) => !column.list),
      row,
    ),
    hidden: row.hidden === true,
    mistaken: row.status === "entered-in-error",
    archived:
      row.archivedAt === null
        ? null
        : { at: row.archivedAt, by: row.archivedBy ?? "", reason: row.archiveReason ?? "" },
    version: row.version,
    changedAt: row.changedAt,
    changedBy: row.changedBy,
    isNew: reader.isNew,
    can: {
      correct: open,
      end: open && isEndable(part, row),
      archive: open,
      restore: reader.edits && row.archivedAt !== null,
    },
    expertises: bound === "" ? [] : bound.split(", "),
    fileName: typeof row.fileId === "string" && typeof row.fileName === "string" ? row.fileName : null,
  };
}
