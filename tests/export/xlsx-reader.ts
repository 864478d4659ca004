import { SaxesParser } from "saxes";
import { readZip } from "./zip-reader";

/** A cell as read: its text or number, its style's number format and whether that is a quoted style. */
export interface ReadCell {
  value: string | number;
  format: string;
  quoted: boolean;
}

/** A sheet as read: row number → column letters → cell. */
export interface ReadSheet {
  name: string;
  rows: Map<number, Map<string, ReadCell>>;
  frozen: number;
  filter: string;
  widths: number[];
}

/**
 * A strict .xlsx reader that shares nothing with the writer: XML must be well formed with its namespaces, every
 * part declared, text taken as Excel does (blanks at the ends lost without xml:space="preserve", `_xHHHH_` decoded).
 * Formulas and hyperlinks are an error.
 */
export function readXlsx(file: Buffer): ReadSheet[] {
  const parts = new Map(readZip(file).map((entry) => [entry.name, entry.content.toString("utf8")]));
  const part = (path: string): string => {
    const content = parts.get(path);
    if (content === undefined) throw new Error(`no ${path}`);
    return content;
  };
  const types = new Map<string, string>();
  walk(part("[Content_Types].xml"), (name, at) => {
    if (name === "Override") types.set(at.PartName ?? "", at.ContentType ?? "");
  });
  for (const path of types.keys()) part(path.slice(1));
  const targets = new Map<string, string>();
  walk(part("xl/_rels/workbook.xml.rels"), (name, at) => {
    if (name === "Relationship") targets.set(at.Id ?? "", at.Target ?? "");
  });
  const styles = readStyles(part("xl/styles.xml"));
  const sheets: ReadSheet[] = [];
  walk(part("xl/workbook.xml"), (name, at) => {
    if (name !== "sheet") return;
    const path = `xl/${targets.get(at["r:id"] ?? "")}`;
    if (!types.get(`/${path}`)?.endsWith("worksheet+xml")) throw new Error("sheet without content type");
    sheets.push(readSheet(at.name ?? "", part(path), styles));
  });
  return sheets;
}

type Attributes = Record<string, string | undefined>;

function walk(
  xml: string,
  open: (name: string, attributes: Attributes) => void,
  close?: (name: string, text: string) => void,
): void {
  const parser = new SaxesParser({ xmlns: true });
  let text = "";
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    text = "";
    open(tag.name, Object.fromEntries(Object.values(tag.attributes).map((a) => [a.name, a.value])));
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.on("closetag", (tag) => close?.(tag.name, text));
  parser.write(xml).close();
}

function readStyles(xml: string): { format: string; quoted: boolean }[] {
  const formats = new Map<string, string>();
  const styles: { format: string; quoted: boolean }[] = [];
  let inCells = false;
  let count = 0;
  walk(
    xml,
    (name, at) => {
      if (name === "numFmt") formats.set(at.numFmtId ?? "", at.formatCode ?? "");
      if (name === "cellXfs") {
        inCells = true;
        count = Number(at.count);
      }
      if (name !== "xf" || !inCells) return;
      styles.push({ format: formats.get(at.numFmtId ?? "") ?? "", quoted: at.quotePrefix === "1" });
    },
    (name) => {
      if (name === "cellXfs") inCells = false;
    },
  );
  if (styles.length !== count) throw new Error("cellXfs count is wrong");
  return styles;
}

const decode = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function readSheet(sheetName: string, xml: string, styles: { format: string; quoted: boolean }[]): ReadSheet {
  const sheet: ReadSheet = { name: sheetName, rows: new Map(), frozen: 0, filter: "", widths: [] };
  let row = new Map<string, ReadCell>();
  let rowNumber = 0;
  let cell: Attributes = {};
  let preserve = false;
  const put = (value: string | number): void => {
    const [, letters = "", number] = /^([A-Z]+)(\d+)$/.exec(cell.r ?? "") ?? [];
    if (Number(number) !== rowNumber || row.has(letters)) throw new Error("cell is out of place");
    const style = styles[Number(cell.s ?? 0)];
    if (!style) throw new Error("cell without style");
    row.set(letters, { value, ...style });
  };
  walk(
    xml,
    (name, at) => {
      if (name === "f" || name === "hyperlink") throw new Error("formula or hyperlink");
      if (name === "dimension") throw new Error("a dimension written before its rows is a guess");
      if (name === "pane" && at.state === "frozen") sheet.frozen = Number(at.ySplit);
      if (name === "autoFilter") sheet.filter = at.ref ?? "";
      if (name === "col") sheet.widths.push(Number(at.width));
      if (name === "row") {
        if (Number(at.r) !== rowNumber + 1) throw new Error("row is out of place");
        rowNumber = Number(at.r);
        row = new Map();
        sheet.rows.set(rowNumber, row);
      }
      if (name === "c") cell = at;
      if (name === "t") preserve = at["xml:space"] === "preserve";
    },
    (name, text) => {
      if (name === "t") put(decode(preserve ? text : text.trim()));
      if (name === "v") {
        if (cell.t !== undefined || !/^-?[\d.]+(e[+-]\d+)?$/.test(text))
          throw new Error("value is no number");
        put(Number(text));
      }
    },
  );
  return sheet;
}
