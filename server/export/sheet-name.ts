import { cleanText } from "./cell-text";

/** Excel's limit for a sheet name, in UTF-16 units. */
const MAX_NAME = 31;

/**
 * A sheet name that every spreadsheet takes, as close to the wanted one as the rules allow: at most 31
 * units, none of `[ ] : * ? / \`, no apostrophe at either end, not Excel's reserved "History", and unlike
 * every name in `taken` whatever the case (" (2)", " (3)" … is added). Adds the result to `taken`.
 */
export function safeSheetName(wanted: string, taken: Set<string>): string {
  const plain = cleanText(wanted)
    .replace(/(?:[[\]:*?/\\\s]|\p{Cc})+/gu, " ")
    .replace(/^['\s]+|['\s]+$/g, "");
  const base = plain === "" ? "Blad" : plain;
  for (let copy = 1; ; copy++) {
    const suffix = copy === 1 ? "" : ` (${copy})`;
    const name = `${cut(base, MAX_NAME - suffix.length)}${suffix}`;
    const folded = name.toLowerCase();
    if (folded === "history" || taken.has(folded)) continue;
    taken.add(folded);
    return name;
  }
}

/** Cuts between characters, never through a surrogate pair, and leaves no blank or apostrophe at the end. */
function cut(text: string, units: number): string {
  let name = "";
  for (const character of text) {
    if (name.length + character.length > units) break;
    name += character;
  }
  return name.replace(/['\s]+$/, "");
}
