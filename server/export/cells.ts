import type { Column } from "../dossier/part";
import type { AnyPart } from "../dossier/registry";
import { shownText } from "../dossier/show";
import type { Cell } from "./sheet-xml";
import type { SheetColumn } from "./skeleton";

/** How a declared column becomes cells. */
export interface CellColumn {
  key: string;
  sheet: SheetColumn;
  /** The column's value as a cell */
  cell: (value: unknown) => Cell;
}

const KINDS = { date: "date", moment: "datetime", number: "number" } as const;

function isPlain(kind: Column["kind"]): kind is keyof typeof KINDS {
  return kind in KINDS;
}

/** The sheet column of a declared column: dates and numbers as such, everything else as people read it. */
export function sheetColumn(column: Column): SheetColumn {
  const { label, kind, width } = column;
  return {
    label,
    kind: isPlain(kind) ? KINDS[kind] : "text",
    ...(width !== undefined && { width }),
    wrap: kind === "prose" || kind === "rows",
  };
}

/** A value of a declared column as a cell. */
export function cellOf(column: Column, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (isPlain(column.kind)) return typeof value === "number" || typeof value === "string" ? value : null;
  return shownText(column, value);
}

const RECORDED: readonly Column[] = [
  { key: "recordedBy", label: "Vastgelegd door", kind: "text", width: 30 },
  { key: "recordedAt", label: "Vastgelegd op", kind: "moment", width: 18 },
  { key: "version", label: "Versie van vastlegging", kind: "number", width: 10 },
  { key: "changedBy", label: "Gewijzigd door", kind: "text", width: 30 },
  { key: "changedAt", label: "Gewijzigd op", kind: "moment", width: 18 },
  { key: "archivedAt", label: "Gearchiveerd op", kind: "moment", width: 18 },
  { key: "archivedBy", label: "Gearchiveerd door", kind: "text", width: 30 },
  { key: "archiveReason", label: "Reden van archiveren", kind: "text", width: 36 },
];

/**
 * The columns of a part's sheet: as declared, then who recorded, changed and archived the entry and when.
 * @param scope `current` leaves out what is only for the complete dossier
 */
export function partColumns(part: AnyPart, scope: "complete" | "current"): CellColumn[] {
  const declared = part.columns.filter((column) => scope === "complete" || !column.onlyComplete);
  const recorded = RECORDED.filter((column) => !part.columns.some(({ key }) => key === column.key));
  return [...declared, ...recorded].map((column) => ({
    key: column.key,
    sheet: sheetColumn(column),
    cell: (value) => cellOf(column, value),
  }));
}
