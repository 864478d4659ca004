import {
  BYTES_PER_UNIT,
  type CharacterCounts,
  cleanText,
  escapeLiterals,
  looksLikeFormula,
  writeText,
} from "./cell-text";
import { put, putInteger, putNumber, putSerial } from "./put-bytes";
import type { SheetColumn, StyleIds } from "./skeleton";
import { serialOfDay, serialOfWall, textOfWall, type WallClock } from "./wall-clock";

/** All that may reach a cell; anything else (an object could become a formula or a link) is a TypeError. */
export type Cell = string | number | Date | null | undefined;

/** Where XML goes: `block` from `at` on, after `reserve` (BlockDeflate is one). */
export interface XmlTarget {
  block: Uint8Array;
  at: number;
  reserve(bytes: number): void;
}

/** What one workbook's sheets share. */
export interface SheetContext {
  styles: StyleIds;
  wallClock: WallClock;
  counts: CharacterCounts;
}

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const ROW = bytes('<row r="');
const ROW_OPEN = bytes('">');
const ROW_END = bytes("</row>");
const TEXT_END = bytes("</t></is></c>");
const NUMBER_END = bytes("</v></c>");

/** Bytes of a cell around its text, and of a row around its cells, at most. */
const AROUND = 120;
/** Largest |epoch ms| a Date can hold (ECMA-262), less the hours a zone may add. */
const LAST_MOMENT = 8.64e15 - 86_400_000;

/** Writes the rows of one sheet as XML, cell by cell, straight into the target's block. */
export class SheetXml {
  readonly #target: XmlTarget;
  readonly #context: SheetContext;
  readonly #columns: readonly SheetColumn[];
  readonly #refs: Uint8Array[];
  readonly #textStyles: number[];
  readonly #textStarts: Uint8Array[] = [];
  readonly #numberStarts: Uint8Array[] = [];
  readonly #rowDigits = new Uint8Array(8);
  #rowDigitCount = 0;

  constructor(target: XmlTarget, columns: readonly SheetColumn[], context: SheetContext) {
    this.#target = target;
    this.#context = context;
    this.#columns = columns;
    this.#refs = columns.map((_, index) => bytes(`<c r="${columnLetters(index)}`));
    const { header, text, wrap, date, datetime, quoted } = context.styles;
    this.#textStyles = columns.map((column) => (column.wrap ? wrap : text));
    for (const style of [header, text, wrap, date, datetime, ...quoted.values()]) {
      this.#textStarts[style] = bytes(`" s="${style}" t="inlineStr"><is><t xml:space="preserve">`);
      this.#numberStarts[style] = bytes(`" s="${style}"><v>`);
    }
  }

  /** Writes the heading row, row 1. */
  header(): void {
    this.#beginRow(1);
    this.#columns.forEach((column, index) => {
      this.#text(index, column.label, this.#context.styles.header);
    });
    this.#endRow();
  }

  /**
   * Writes one row; `rowNumber` counts from 1. No text may be longer than a cell (`rowsOf` sees to that).
   * Empty values give no cell. Throws RangeError for more cells than columns, TypeError for a value that
   * is no Cell.
   */
  row(rowNumber: number, cells: readonly Cell[]): void {
    if (cells.length > this.#columns.length)
      throw new RangeError("a row has more cells than its sheet columns");
    this.#beginRow(rowNumber);
    for (let index = 0; index < cells.length; index++) {
      const value = cells[index];
      if (value === null || value === undefined || value === "") continue;
      if (typeof value === "string") this.#string(index, value);
      else if (typeof value === "number") this.#number(index, value);
      else if (value instanceof Date)
        this.#moment(index, value.getTime(), this.#columns[index]?.kind === "date");
      else throw new TypeError("a cell holds text, a number, a date or nothing");
    }
    this.#endRow();
  }

  #string(index: number, value: string): void {
    const serial = this.#columns[index]?.kind === "date" ? serialOfDay(value) : undefined;
    if (serial !== undefined) this.#value(index, serial, this.#context.styles.date);
    else this.#text(index, value, this.#textStyles[index] ?? 0);
  }

  #number(index: number, value: number): void {
    const kind = this.#columns[index]?.kind;
    if (kind === "date" || kind === "datetime") this.#moment(index, value, kind === "date");
    else if (Number.isFinite(value)) this.#value(index, value, this.#context.styles.text);
    else this.#context.counts.removed++;
  }

  /** What is no moment (Invalid Date, NaN) has no cell and is counted; what no serial exists for is text. */
  #moment(index: number, epochMs: number, dayOnly: boolean): void {
    if (!(Math.abs(epochMs) <= LAST_MOMENT)) {
      this.#context.counts.removed++;
      return;
    }
    const { styles, wallClock } = this.#context;
    const wall = wallClock(epochMs);
    const serial = serialOfWall(wall);
    if (serial === undefined) {
      const text = textOfWall(wall);
      this.#text(index, dayOnly ? text.slice(0, -6) : text, this.#textStyles[index] ?? 0);
    } else if (dayOnly) this.#value(index, Math.floor(serial), styles.date);
    else this.#value(index, serial, styles.datetime, putSerial);
  }

  #text(index: number, value: string, style: number): void {
    if (this.#tryText(index, value, style, false)) return;
    const clean = cleanText(value);
    this.#context.counts.removed += value.length - clean.length;
    if (clean !== "") this.#tryText(index, escapeLiterals(clean), style, true);
  }

  /** False, with nothing written, when the text has to be cleaned or escaped first. */
  #tryText(index: number, text: string, plainStyle: number, escaped: boolean): boolean {
    const target = this.#target;
    target.reserve(text.length * BYTES_PER_UNIT + AROUND);
    const style = looksLikeFormula(text) ? this.#context.styles.quoted.get(plainStyle) : plainStyle;
    const start = this.#textStarts[style ?? plainStyle] ?? TEXT_END;
    const end = writeText(target.block, this.#open(index, start), text, escaped);
    if (end < 0) return false;
    target.at = put(target.block, end, TEXT_END);
    return true;
  }

  #value(index: number, value: number, style: number, write = putNumber): void {
    const target = this.#target;
    target.reserve(AROUND);
    const at = this.#open(index, this.#numberStarts[style] ?? NUMBER_END);
    target.at = put(target.block, write(target.block, at, value), NUMBER_END);
  }

  /** Writes a cell's beginning; the target's `at` moves only when the cell is whole. */
  #open(index: number, start: Uint8Array): number {
    const { block, at } = this.#target;
    return put(block, this.#putRowDigits(block, put(block, at, this.#refs[index] ?? ROW_END)), start);
  }

  #putRowDigits(block: Uint8Array, at: number): number {
    for (let i = 0; i < this.#rowDigitCount; i++) block[at + i] = this.#rowDigits[i] ?? 0;
    return at + this.#rowDigitCount;
  }

  #beginRow(rowNumber: number): void {
    const target = this.#target;
    target.reserve(AROUND);
    this.#rowDigitCount = putInteger(this.#rowDigits, 0, rowNumber);
    const at = this.#putRowDigits(target.block, put(target.block, target.at, ROW));
    target.at = put(target.block, at, ROW_OPEN);
  }

  #endRow(): void {
    this.#target.reserve(AROUND);
    this.#target.at = put(this.#target.block, this.#target.at, ROW_END);
  }
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnLetters(before - 1) : "") + String.fromCharCode(65 + (index % 26));
}
