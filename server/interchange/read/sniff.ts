export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export type Format = "json" | "ndjson" | "xml" | "empty";

const DECLARED: Readonly<Record<string, Encoding>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  ascii: "utf-8",
  "utf-16": "utf-8",
  "iso-8859-1": "windows-1252",
  "iso-8859-15": "windows-1252",
  latin1: "windows-1252",
  "windows-1252": "windows-1252",
};

/** The encoding by byte order mark, else by an XML declaration, else UTF-8; `undefined` when declared and unknown. */
export function encodingOf(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const declaration = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head.toString("latin1", 0, 256));
  return declaration?.[1] === undefined ? "utf-8" : DECLARED[declaration[1].toLowerCase()];
}

/** The format by its first character; JSON is NDJSON when a whole object fits its first line and another follows. */
export function formatOf(head: Buffer, encoding: Encoding, name: string): Format | undefined {
  const text = new TextDecoder(encoding).decode(head).trimStart();
  if (text === "") return "empty";
  if (text.startsWith("<")) return "xml";
  if (!text.startsWith("{")) return undefined;
  const end = text.indexOf("\n");
  const first = end < 0 ? text : text.slice(0, end);
  const rest = end < 0 ? "" : text.slice(end).trimStart();
  if (/\.(?:ndjson|jsonl)$/i.test(name)) return first.trim() === "{" ? "json" : "ndjson";
  return rest.startsWith("{") && isWholeObject(first) ? "ndjson" : "json";
}

/** Whether a line is JSON by itself; when not, that is the answer and no failure. */
function isWholeObject(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** The same bytes as UTF-8. What is UTF-8 already passes unchecked, mark included: the readers see to both. */
export async function* toUtf8(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === "utf-8") {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
