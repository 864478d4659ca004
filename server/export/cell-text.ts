/** The most bytes one UTF-16 unit becomes in XML (`&amp;`, `&#13;`). */
export const BYTES_PER_UNIT = 5;

/** What the export counts about texts (manifest.json `characters`). */
export interface CharacterCounts {
  /** Texts too long for one cell, continued in `(vervolg)` rows. */
  split: number;
  /** UTF-16 units that XML cannot hold, and numbers and dates that are none (NaN, Invalid Date). */
  removed: number;
}

const ascii = (text: string): number[] => [...Buffer.from(text, "latin1")];
const LESS_THAN = ascii("&lt;");
const GREATER_THAN = ascii("&gt;");
const AMPERSAND = ascii("&amp;");
/**
 * A bare CR becomes LF in every XML parser. The character reference comes back as CR from each of them
 * (strict parser, exceljs); Excel's own `_x000D_` only from readers that decode it, and exceljs does not.
 */
const CARRIAGE_RETURN = ascii("&#13;");

/** By UTF-16 unit, all of them so that no index falls outside: 1 for ASCII without markup, controls and underscore. */
const PLAIN = new Uint8Array(0x10000).fill(1, 0x20, 0x7f);
for (const character of "&<>_") PLAIN[character.charCodeAt(0)] = 0;

/**
 * Writes a text as UTF-8 XML content into `block` from `at` on, in one pass: the hot loop of the export.
 * Needs BYTES_PER_UNIT bytes a unit. Returns the new end, or -1 when the text holds something that must
 * go through `cleanText` or `escapeLiterals` first: an invalid character, or `_x` (which may begin `_xHHHH_`)
 * unless `literalsEscaped`.
 */
export function writeText(block: Uint8Array, at: number, text: string, literalsEscaped = false): number {
  let end = at;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (PLAIN[unit] === 1) block[end++] = unit;
    else if (unit < 0x80) {
      if (unit >= 0x20) {
        if (unit === 0x26) end = put(block, end, AMPERSAND);
        else if (unit === 0x3c) end = put(block, end, LESS_THAN);
        else if (unit === 0x3e) end = put(block, end, GREATER_THAN);
        else if (unit === 0x5f && !literalsEscaped && text.charCodeAt(i + 1) === 0x78) return -1;
        else block[end++] = unit;
      } else if (unit === 0x0d) end = put(block, end, CARRIAGE_RETURN);
      else if (unit === 0x0a || unit === 0x09) block[end++] = unit;
      else return -1;
    } else if (unit < 0x800) {
      block[end++] = 0xc0 | (unit >> 6);
      block[end++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || (unit > 0xdfff && unit < 0xfffe)) {
      block[end++] = 0xe0 | (unit >> 12);
      block[end++] = 0x80 | ((unit >> 6) & 0x3f);
      block[end++] = 0x80 | (unit & 0x3f);
    } else {
      const low = text.charCodeAt(i + 1);
      if (unit > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) return -1;
      const point = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      block[end++] = 0xf0 | (point >> 18);
      block[end++] = 0x80 | ((point >> 12) & 0x3f);
      block[end++] = 0x80 | ((point >> 6) & 0x3f);
      block[end++] = 0x80 | (point & 0x3f);
      i++;
    }
  }
  return end;
}

function put(block: Uint8Array, at: number, bytes: number[]): number {
  for (const byte of bytes) block[at++] = byte;
  return at;
}

/**
 * The text without what XML 1.0 cannot hold: C0 controls except TAB LF CR, U+FFFE, U+FFFF, lone
 * surrogates. What goes is the length difference; the caller counts it.
 */
export function cleanText(text: string): string {
  let clean = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x20 && unit < 0xd800) continue;
    if (unit === 0x09 || unit === 0x0a || unit === 0x0d || (unit > 0xdfff && unit < 0xfffe)) continue;
    const low = text.charCodeAt(i + 1);
    if (unit >= 0xd800 && unit <= 0xdbff && low >= 0xdc00 && low <= 0xdfff) {
      i++;
      continue;
    }
    clean += text.slice(from, i);
    from = i + 1;
  }
  return from === 0 ? text : clean + text.slice(from);
}

/**
 * Escapes what a spreadsheet would read as an escape: a literal `_x0041_` becomes `_x005F_x0041_`
 * (ECMA-376 part 1, ST_Xstring). After `cleanText`, because removing a character can make such a sequence.
 */
export function escapeLiterals(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** Whether a spreadsheet's formula bar could take the text for a formula when it is edited or pasted. */
export function looksLikeFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  // = + - @ TAB CR (OWASP, CSV injection)
  return (
    first === 0x3d || first === 0x2b || first === 0x2d || first === 0x40 || first === 0x09 || first === 0x0d
  );
}
