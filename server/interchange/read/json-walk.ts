/** Bytes of JSON's structure; every one of them is ASCII, so UTF-8 can be walked byte by byte. */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COLON = 0x3a;
const COMMA = 0x2c;

const isSpace = (byte: number | undefined) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Longer keys are nobody's element name; they are not kept. */
const MAX_KEY = 256;

/** What the walker cut out: a wanted member's value, or one element of the split list. No bytes: over the cap. */
export type Found = { key: string; index?: number; bytes: Buffer | undefined };

/** How it ended: `open` when never (rightly) closed, `trailing` when something follows, `none` before any bracket. */
export type WalkEnd = "closed" | "open" | "trailing" | "none";

export type WalkOptions = { wanted: readonly string[]; split?: string; cap: number };

/** Bytes gathered over chunk borders, up to a cap. */
class Slice {
  readonly #parts: Buffer[] = [];
  #size = 0;
  readonly #cap: number;
  constructor(cap: number) {
    this.#cap = cap;
  }
  add(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > this.#cap) this.#parts.length = 0;
    else this.#parts.push(part);
  }
  bytes(): Buffer | undefined {
    return this.#size > this.#cap ? undefined : Buffer.concat(this.#parts);
  }
}

/**
 * Walks one JSON object that arrives in chunks and cuts out the members it is asked for: whole values of `wanted`
 * keys, and the elements one by one when the member `split` is a list. Holds no more than one cut-out value (at most
 * `cap` bytes) and a counter of nesting, and judges little: what it cuts out still has to pass a JSON parser.
 */
export class JsonWalker {
  readonly #options: WalkOptions;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #key = "";
  #keySlice: Slice | undefined;
  #afterColon = false;
  #splitting = false;
  #index = 0;
  #slice: Slice | undefined;
  /** Where in the chunk at hand the open slice or key goes on. */
  #from = 0;
  #closed = false;
  #trailing = false;
  #mismatch = false;

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  /** Feeds the next bytes and returns what was completed by them. */
  feed(chunk: Buffer): Found[] {
    const found: Found[] = [];
    this.#from = 0;
    for (let at = 0; at < chunk.length && !this.#mismatch && !this.#trailing; at++) {
      if (this.#inString) {
        at = this.#endOfString(chunk, at);
        continue;
      }
      const byte = chunk[at];
      if (byte === undefined || isSpace(byte)) continue;
      if (this.#closed) this.#trailing = true;
      else this.#step(chunk, at, byte, found);
    }
    if (this.#slice !== undefined) this.#slice.add(chunk.subarray(this.#from));
    else this.#keySlice?.add(chunk.subarray(this.#from));
    return found;
  }

  /** Whether the object was complete, once everything has been fed. */
  end(): WalkEnd {
    if (this.#trailing) return "trailing";
    if (this.#closed && !this.#mismatch) return "closed";
    return this.#depth === 0 && !this.#mismatch ? "none" : "open";
  }

  /** Elements of the split list that were completed so far. */
  get count(): number {
    return this.#index;
  }

  #endOfString(chunk: Buffer, from: number): number {
    const start = this.#escaped ? from + 1 : from;
    this.#escaped = false;
    for (let end = chunk.indexOf(QUOTE, start); ; end = chunk.indexOf(QUOTE, end + 1)) {
      const escaped = isEscaped(chunk, start, end < 0 ? chunk.length : end);
      if (end >= 0 && escaped) continue;
      if (end < 0) {
        this.#escaped = escaped;
        return chunk.length;
      }
      this.#inString = false;
      if (this.#keySlice !== undefined) {
        this.#keySlice.add(chunk.subarray(this.#from, end));
        this.#key = this.#keySlice.bytes()?.toString("utf8") ?? "";
        this.#keySlice = undefined;
      }
      return end;
    }
  }

  #step(chunk: Buffer, at: number, byte: number, found: Found[]): void {
    const closes = byte === CLOSE_BRACE || byte === CLOSE_BRACKET;
    const level = this.#splitting ? 2 : 1;
    if (this.#depth === level && (closes || byte === COMMA)) {
      if (this.#slice !== undefined) this.#finish(chunk, at, found);
      if (closes && (byte === CLOSE_BRACKET) !== this.#splitting) {
        this.#mismatch = true;
        return;
      }
      if (closes) this.#splitting = false;
      else if (level === 1) this.#afterColon = false;
    } else if (this.#slice === undefined && this.#depth === level && (this.#splitting || this.#afterColon)) {
      if (!this.#splitting && byte === OPEN_BRACKET && this.#key === this.#options.split)
        this.#splitting = true;
      else if (this.#splitting || this.#options.wanted.includes(this.#key)) this.#begin(at);
    }
    if (byte === QUOTE) {
      this.#inString = true;
      if (this.#depth === 1 && !this.#afterColon) {
        this.#keySlice = new Slice(MAX_KEY);
        this.#from = at + 1;
      }
    } else if (byte === COLON && this.#depth === 1) this.#afterColon = true;
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) this.#depth++;
    else if (closes) this.#closed = --this.#depth <= 0;
  }

  #begin(at: number): void {
    this.#slice = new Slice(this.#options.cap);
    this.#from = at;
  }

  #finish(chunk: Buffer, at: number, found: Found[]): void {
    this.#slice?.add(chunk.subarray(this.#from, at));
    const bytes = this.#slice?.bytes();
    found.push(this.#splitting ? { key: this.#key, index: this.#index++, bytes } : { key: this.#key, bytes });
    this.#slice = undefined;
  }
}

/** Cuts wanted members and list elements out of an object that is in memory whole. */
export function cut(bytes: Buffer, wanted: readonly string[], split?: string): Found[] {
  return new JsonWalker({ wanted, split, cap: bytes.length }).feed(bytes);
}

/** Whether an odd number of backslashes stands right before `at`, looking back no further than `start`. */
function isEscaped(bytes: Buffer, start: number, at: number): boolean {
  let before = at;
  while (before > start && bytes[before - 1] === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}

/** Where the string that opens at `from` closes, or the end of the bytes. */
function endOfString(bytes: Buffer, from: number): number {
  for (let end = bytes.indexOf(QUOTE, from + 1); end >= 0; end = bytes.indexOf(QUOTE, end + 1)) {
    if (!isEscaped(bytes, from, end)) return end;
  }
  return bytes.length;
}

/** Whether brackets nest deeper than `max` anywhere in the text (strings left out); never recurses. */
export function isDeeperThan(bytes: Buffer, max: number): boolean {
  let depth = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      if (++depth > max) return true;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth--;
  }
  return false;
}

/** The same JSON without white space between its parts; strings and the digits of numbers are untouched. */
export function compacted(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      const end = endOfString(bytes, at);
      length += bytes.copy(out, length, at, end + 1);
      at = end;
    } else if (!isSpace(byte)) out[length++] = byte;
  }
  return out.subarray(0, length);
}
