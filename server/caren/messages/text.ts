/* Pure: a page counts and shows a message by the very functions the server judges it by. */

/** The most signs of a message, counted as people see them (DOMAIN.md 7). */
export const MESSAGE_LENGTH = 64_000;
/** A sign can be built of many parts; a text of nothing but such signs is still bounded. */
const MOST_UNITS = 4 * MESSAGE_LENGTH;

/** Each of these is one sign as people see it, so that they need no cutting up. */
const PLAIN = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*$/;
const signs = new Intl.Segmenter("nl", { granularity: "grapheme" });

/** How much of a text is cut up at a time: a long text as a whole takes minutes. */
const WINDOW = 256;
const HALF = /^[\ud800-\udbff]$/;

/** How many signs a text has, as people see them: a flag or a face with a skin colour is one. */
export function countSigns(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let [count, from, window] = [0, 0, WINDOW];
  while (from < text.length) {
    // Not through the middle of a character: half of one is a sign of its own.
    const to = from + window - (HALF.test(text.charAt(from + window - 1)) ? 1 : 0);
    const found = [...signs.segment(text.slice(from, to))];
    const isEnd = to >= text.length;
    const last = found.at(-1);
    if (isEnd || !last) return count + found.length;
    // The last sign of a piece may go on in the next: it is the first of that one.
    count += found.length - 1;
    from += last.index;
    window = last.index === 0 ? window * 2 : WINDOW;
  }
  return count;
}

/** What is wrong with a text, if anything: only spaces is empty. */
export function problemOf(text: string): "message-empty" | "message-too-long" | undefined {
  if (text.trim() === "") return "message-empty";
  return text.length > MOST_UNITS || countSigns(text) > MESSAGE_LENGTH ? "message-too-long" : undefined;
}

/** As it is stored: line ends of one kind, without what nobody sees at both ends. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, "\n").trimEnd().replace(/^\n+/, "");
}

/** A piece of a message: words, or an address one can follow. */
export type Piece = { text: string; href?: string };

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]+/giu;
/** What ends a sentence is not the address it ends with. */
const TAIL = /[.,;:!?)\]}…]+$/u;

/** The address, when it is one that leads where it seems to. */
function safe(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && username === "" && password === "" ? href : undefined;
}

/**
 * Cuts a plain text into words and addresses, for showing: only http and https become links, and none that hides where it
 * leads behind a name (`https://bank.nl@elsewhere`). The pieces together are the text, sign for sign.
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(TAIL, "");
    const href = safe(address);
    if (!href) continue;
    if (index > at) pieces.push({ text: text.slice(at, index) });
    pieces.push({ text: address, href });
    at = index + address.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
