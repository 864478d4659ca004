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
