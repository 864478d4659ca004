import type { CharacterCounts } from "./cell-text";
import { rowsOf } from "./long-text";
import { safeSheetName } from "./sheet-name";
import { type Cell, type SheetContext, SheetXml } from "./sheet-xml";
import { makeSkeleton, type SheetPlan, type Skeleton, type WorkbookProperties, withFilter } from "./skeleton";
import { amsterdamWallClock } from "./wall-clock";
import { type EntryInfo, type OpenEntry, type ZipOptions, ZipWriter } from "./zip";

/** Excel's limit for one sheet, the heading included. */
const MAX_ROWS = 1_048_576;
/** Below 4 GB of XML with room for the largest row: a sheet never needs zip64, which Excel distrusts. */
const MAX_SHEET_BYTES = 4_000_000_000;

/** A workbook to be; the limits are lowered by tests only. */
export interface WorkbookPlan {
  sheets: readonly SheetPlan[];
  properties: WorkbookProperties;
  maxRows?: number;
  maxSheetBytes?: number;
}

/** A sheet as written: the names it got (more when it ran over) and its rows. */
export interface SheetInfo {
  names: string[];
  /** Rows given: dossier entries. */
  rows: number;
  /** Rows on the sheets under the headings, `(vervolg)` rows included. */
  written: number;
}

/** A finished workbook: the entry it is in the export, its sheets in the order of the plan. */
export interface WorkbookInfo extends EntryInfo {
  sheets: SheetInfo[];
  characters: CharacterCounts;
}

/** Takes the rows of one sheet. Await each call: that is the back-pressure. */
export interface SheetWriter {
  rows(batch: Iterable<readonly Cell[]>): Promise<void>;
}

/**
 * Opens an .xlsx as an entry of `zip`; its bytes leave while rows are given, so memory does not grow with
 * them. Sheets are written in the order of the plan: giving rows to one closes those before it. Until `close`
 * nothing else may be written to `zip`. Throws RangeError for a workbook without sheets or columns.
 *
 * @example
 * const book = await openWorkbook(zip, "dossier.xlsx", { sheets: [{ name: "Allergieën", columns }], properties });
 * for (const batch of batches) await book.sheet(0).rows(batch);
 * const { sheets, bytes, sha256 } = await book.close();
 */
export async function openWorkbook(
  zip: Pick<ZipWriter, "openStored" | "options">,
  path: string,
  plan: WorkbookPlan,
): Promise<Workbook> {
  if (plan.sheets.length === 0 || plan.sheets.some((sheet) => sheet.columns.length === 0)) {
    throw new RangeError("a workbook needs sheets, and a sheet columns");
  }
  const taken = new Set<string>();
  const sheets = plan.sheets.map((sheet) => ({ ...sheet, name: safeSheetName(sheet.name, taken) }));
  const skeleton = await makeSkeleton(sheets, plan.properties);
  const entry = await zip.openStored(path);
  const workbook = new Workbook(entry, zip.options, { ...plan, sheets }, skeleton, taken);
  await workbook.begin();
  return workbook;
}

/**
 * Sheets may come to be while rows are given, so the files that list them are written last. The others go
 * first: programs that tell a file's type by its first entries find `_rels/.rels` there.
 */
const LISTS_SHEETS = [
  "docProps/app.xml",
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "[Content_Types].xml",
];

interface OpenSheet {
  index: number;
  entry: Awaited<ReturnType<ZipWriter["openDeflated"]>>;
  xml: SheetXml;
  lastRow: number;
}

/** A workbook being written; made by `openWorkbook`. */
export class Workbook {
  readonly #entry: OpenEntry;
  readonly #zip: ZipWriter;
  readonly #plan: WorkbookPlan;
  readonly #skeleton: Skeleton;
  readonly #taken: Set<string>;
  readonly #context: SheetContext;
  readonly #infos: SheetInfo[];
  /** The sheets there really are, continuations included, in order. */
  readonly #made: SheetPlan[] = [];
  #open: OpenSheet | undefined;

  /** `entry` is the workbook's place in the outer zip, whose settings it shares. */
  constructor(
    entry: OpenEntry,
    outer: ZipOptions,
    plan: WorkbookPlan,
    skeleton: Skeleton,
    taken: Set<string>,
  ) {
    this.#entry = entry;
    this.#zip = new ZipWriter(entry, { ...outer, digest: false, onEntry: undefined });
    this.#plan = plan;
    this.#skeleton = skeleton;
    this.#taken = taken;
    this.#infos = plan.sheets.map((sheet) => ({ names: [sheet.name], rows: 0, written: 0 }));
    const counts = { split: 0, removed: 0 };
    this.#context = { styles: skeleton.styles, wallClock: amsterdamWallClock(), counts };
  }

  /** The writer of the plan's `index`th sheet. Its `rows` throws once a later sheet has been begun. */
  sheet(index: number): SheetWriter {
    const info = this.#infos[index];
    if (!info) throw new RangeError("no such sheet");
    return { rows: (batch) => this.#rows(index, info, batch) };
  }

  /** Closes the workbook and its entry. Sheets that got no rows have their headings only. */
  async close(): Promise<WorkbookInfo> {
    await this.#advance(this.#plan.sheets.length - 1);
    await this.#endSheet();
    const ranOver = this.#made.length > this.#plan.sheets.length;
    const { files } = ranOver ? await makeSkeleton(this.#made, this.#plan.properties) : this.#skeleton;
    for (const path of LISTS_SHEETS) await this.#zip.add(path, files.get(path) ?? "");
    await this.#zip.close();
    const entry = await this.#entry.end();
    return { ...entry, sheets: this.#infos, characters: this.#context.counts };
  }

  /** Writes the files that are known before any row. Called once, by `openWorkbook`. */
  async begin(): Promise<void> {
    for (const [path, content] of this.#skeleton.files) {
      if (!LISTS_SHEETS.includes(path)) await this.#zip.add(path, content);
    }
  }

  async #rows(index: number, info: SheetInfo, batch: Iterable<readonly Cell[]>): Promise<void> {
    let open = await this.#advance(index);
    const maxRows = this.#plan.maxRows ?? MAX_ROWS;
    const maxBytes = this.#plan.maxSheetBytes ?? MAX_SHEET_BYTES;
    for (const cells of batch) {
      const rows = rowsOf(cells, this.#context.counts);
      if (open.lastRow + rows.length > maxRows || open.entry.body.bytes > maxBytes) {
        open = await this.#continue(index, info);
      }
      for (const row of rows) open.xml.row(++open.lastRow, row);
      info.rows++;
      info.written += rows.length;
      if (open.entry.body.crowded) await open.entry.body.drain();
    }
  }

  /** Ends the sheets before `index`, begins it, and returns it; the open one as it is when that is it. */
  async #advance(index: number): Promise<OpenSheet> {
    let open = this.#open;
    if (open && open.index > index) throw new Error("sheets are written in order");
    while (!open || open.index < index) open = await this.#beginSheet(open ? open.index + 1 : 0);
    return open;
  }

  async #continue(index: number, info: SheetInfo): Promise<OpenSheet> {
    const name = safeSheetName(info.names[0] ?? "", this.#taken);
    info.names.push(name);
    return this.#beginSheet(index, name);
  }

  async #beginSheet(index: number, continuedAs?: string): Promise<OpenSheet> {
    await this.#endSheet();
    const plan = this.#plan.sheets[index];
    if (!plan) throw new RangeError("no such sheet");
    this.#made.push({ ...plan, name: continuedAs ?? plan.name });
    const entry = await this.#zip.openDeflated(`xl/worksheets/sheet${this.#made.length}.xml`);
    await entry.write(this.#skeleton.heads[index] ?? "");
    const xml = new SheetXml(entry.body, plan.columns, this.#context);
    xml.header();
    this.#open = { index, entry, xml, lastRow: 1 };
    return this.#open;
  }

  async #endSheet(): Promise<void> {
    if (!this.#open) return;
    const { index, entry, lastRow } = this.#open;
    await entry.write(withFilter(this.#skeleton.tails[index] ?? "", lastRow));
    await entry.end();
  }
}
