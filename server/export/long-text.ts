import { type CharacterCounts, cleanText } from "./cell-text";
import type { Cell } from "./sheet-xml";

/** Excel's limit for one cell, in UTF-16 units; a longer text makes Excel "repair" the file. */
export const MAX_CELL_UNITS = 32_767;

/** Begins the first cell of each row that continues a text too long for one cell. */
export const CONTINUED = "(vervolg)";

/**
 * One row as the rows it takes on the sheet: itself, or, when a text is longer than a cell, its beginning and
 * continuation rows. A continuation row begins with `(vervolg)`, in its first cell, followed there at once by
 * the first column's own continuation if that is the long one; other long columns go on in their own column.
 * All parts in order, without the mark, joined, are the text. Counts texts split and characters removed.
 */
export function rowsOf(cells: readonly Cell[], counts: CharacterCounts): (readonly Cell[])[] {
  let long = false;
  for (const cell of cells) if (typeof cell === "string" && cell.length > MAX_CELL_UNITS) long = true;
  if (!long) return [cells];
  const rows: Cell[][] = [cells.slice()];
  cells.forEach((cell, column) => {
    if (typeof cell !== "string" || cell.length <= MAX_CELL_UNITS) return;
    const clean = cleanText(cell);
    counts.removed += cell.length - clean.length;
    const parts = cellParts(clean, column === 0 ? MAX_CELL_UNITS - CONTINUED.length : MAX_CELL_UNITS);
    if (parts.length > 1) counts.split++;
    parts.forEach((part, index) => {
      rows[index] ??= [CONTINUED];
      rows[index][column] = index > 0 && column === 0 ? CONTINUED + part : part;
    });
  });
  return rows;
}

/** Cuts a cleaned text: first part at most a cell, the others at most `later` units, no surrogate pair cut. */
function cellParts(text: string, later: number): string[] {
  const parts: string[] = [];
  let from = 0;
  let most = MAX_CELL_UNITS;
  while (text.length - from > most) {
    let end = from + most;
    const last = text.charCodeAt(end - 1);
    if (last >= 0xd800 && last <= 0xdbff) end--;
    parts.push(text.slice(from, end));
    from = end;
    most = later;
  }
  parts.push(text.slice(from));
  return parts;
}
