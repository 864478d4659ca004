import type { Style, Worksheet } from "exceljs";
import { readStoredZip } from "./small-zip";

/**
 * What a column holds. text: string (or number as it is) · number · date: "YYYY-MM-DD", epoch ms or Date, its
 * day in Amsterdam · datetime: epoch ms or Date, the wall clock in Amsterdam.
 */
export type ColumnKind = "text" | "number" | "date" | "datetime";

/** A column: its Dutch heading, kind, width in characters, and whether long text wraps. */
export interface SheetColumn {
  label: string;
  kind: ColumnKind;
  width?: number;
  wrap?: boolean;
}

/** A sheet as asked for; its name is made safe and unique (`safeSheetName`). */
export interface SheetPlan {
  name: string;
  columns: readonly SheetColumn[];
}

/** What the file says about itself. No client name: file properties travel unseen. */
export interface WorkbookProperties {
  title: string;
  creator: string;
  created: Date;
}

/** Positions in styles.xml's cellXfs. A quoted style is its plain twin with quotePrefix="1". */
export interface StyleIds {
  header: number;
  text: number;
  wrap: number;
  date: number;
  datetime: number;
  quoted: ReadonlyMap<number, number>;
}

/** A workbook as exceljs made it, without rows: the small files, and each sheet's XML around its rows. */
export interface Skeleton {
  files: Map<string, Buffer>;
  /** One a sheet: up to and including `<sheetData>`. */
  heads: string[];
  /** One a sheet: from `</sheetData>` on; the filter covers the headings only (`withFilter` widens it). */
  tails: string[];
  styles: StyleIds;
}

const TOP = { vertical: "top" } as const;
const STYLES: Record<"header" | "text" | "wrap" | "date" | "datetime", Partial<Style>> = {
  header: {
    font: { name: "Calibri", size: 11, bold: true, color: { argb: "FFFFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FF1F4E5F" } },
    alignment: { vertical: "middle", wrapText: true },
  },
  text: { alignment: TOP },
  wrap: { alignment: { ...TOP, wrapText: true } },
  date: { numFmt: "dd-mm-yyyy", alignment: { ...TOP, horizontal: "left" } },
  datetime: { numFmt: "dd-mm-yyyy hh:mm", alignment: { ...TOP, horizontal: "left" } },
};
const STYLE_NAMES = ["header", "text", "wrap", "date", "datetime"] as const;

const DEFAULT_WIDTH: Record<ColumnKind, number> = { text: 24, number: 12, date: 12, datetime: 17 };

/** Has exceljs make a workbook with these sheets (names safe already), without rows, and takes it apart. */
export async function makeSkeleton(
  sheets: readonly SheetPlan[],
  properties: WorkbookProperties,
): Promise<Skeleton> {
  // Slow to load, so only the worker that builds an export does, and only the part that makes workbooks.
  const { default: Workbook } = await import("exceljs/lib/doc/workbook.js");
  const workbook = new Workbook();
  workbook.title = properties.title;
  workbook.creator = properties.creator;
  workbook.lastModifiedBy = properties.creator;
  workbook.created = properties.created;
  workbook.modified = properties.created;
  for (const plan of sheets) addSheet(workbook.addWorksheet(plan.name), plan);
  // One cell a style: the ids exceljs gives them are read from the first sheet, whose rows are then dropped.
  const first = workbook.getWorksheet(sheets[0]?.name);
  STYLE_NAMES.forEach((name, index) => {
    if (first) first.getCell(1, index + 1).style = STYLES[name];
  });
  const packed = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } } as object);
  const files = readStoredZip(Buffer.from(packed));
  const xmls = sheets.map((_, index) => take(files, `xl/worksheets/sheet${index + 1}.xml`));
  const { ids, xml } = withQuotedStyles(take(files, "xl/styles.xml"), styleIds(xmls[0] ?? ""));
  files.set("xl/styles.xml", Buffer.from(xml));
  return { files, heads: xmls.map(headOf), tails: xmls.map(tailOf), styles: ids };
}

function addSheet(sheet: Worksheet, plan: SheetPlan): void {
  plan.columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width ?? DEFAULT_WIDTH[column.kind];
  });
  sheet.views = [{ state: "frozen", ySplit: 1 }];
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: 1, column: Math.max(1, plan.columns.length) },
  };
  sheet.pageSetup = {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
}

function take(files: Map<string, Buffer>, path: string): string {
  const file = files.get(path);
  if (!file) throw new Error(`exceljs made no ${path}`);
  files.delete(path);
  return file.toString();
}

function styleIds(firstSheet: string): Omit<StyleIds, "quoted"> {
  const found = [...firstSheet.matchAll(/<c r="[A-Z]+1" s="(\d+)"/g)].map((match) => Number(match[1]));
  const [header, text, wrap, date, datetime] = found;
  if (header === undefined || text === undefined || wrap === undefined) throw new Error("styles not found");
  if (date === undefined || datetime === undefined) throw new Error("styles not found");
  return { header, text, wrap, date, datetime };
}

/** exceljs cannot say quotePrefix: adds a twin that has it for each style a text cell can bear. */
function withQuotedStyles(xml: string, plain: Omit<StyleIds, "quoted">): { ids: StyleIds; xml: string } {
  const list = /<cellXfs count="(\d+)">(.*?)<\/cellXfs>/s.exec(xml);
  const styles = [...(list?.[2] ?? "").matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)].map((match) => match[0]);
  if (!list || styles.length !== Number(list[1])) throw new Error("exceljs made no cellXfs");
  const quoted = new Map<number, number>();
  for (const id of [plain.header, plain.text, plain.wrap]) {
    quoted.set(id, styles.length);
    styles.push((styles[id] ?? "").replace("<xf ", '<xf quotePrefix="1" '));
  }
  const cellXfs = `<cellXfs count="${styles.length}">${styles.join("")}</cellXfs>`;
  return { ids: { ...plain, quoted }, xml: xml.replace(list[0], () => cellXfs) };
}

/** Without `<dimension>`: how many rows come is not known yet, and some readers believe it blindly. */
function headOf(xml: string): string {
  const head = /^.*?<sheetData(?:\/>|>)/s.exec(xml)?.[0];
  if (!head) throw new Error("exceljs made no sheetData");
  return head.replace(/<dimension [^>]*\/>/, "").replace(/<sheetData\/>$/, "<sheetData>");
}

function tailOf(xml: string): string {
  return xml.slice(xml.search(/<\/sheetData>|<sheetData\/>/)).replace(/^<sheetData\/>/, "</sheetData>");
}

/** The tail with its filter over all rows: `lastRow` is the sheet's last row number, counted from 1. */
export function withFilter(tail: string, lastRow: number): string {
  return tail.replace(/(<autoFilter ref="[A-Z]+1:[A-Z]+)1"/, (_, range: string) => `${range}${lastRow}"`);
}
