import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import {
  READ_LIMITS,
  type ReadItem,
  type ReadLimits,
  type RefusalReason,
} from "@/server/interchange/read/item";
import { readJson } from "@/server/interchange/read/json";
import { readNdjson } from "@/server/interchange/read/ndjson";
import { type Encoding, encodingOf, formatOf, toUtf8 } from "@/server/interchange/read/sniff";
import { readXml } from "@/server/interchange/read/xml";

/** Something to import: a name for the report and its bytes, from the start each time `open` is called. */
export type ReadSource = { name: string; bytes: number; open: () => AsyncIterable<Buffer> };

const CHUNK = 256 * 1024;
/** How much of a file is looked at to tell what it is. */
const HEAD = 64 * 1024;

/**
 * Reads files one after the other and yields every resource in them with its origin, every refusal, and every entry
 * that was passed over. Never throws because of what a file holds or whether it can be read; the event loop gets a
 * turn between items. What a format is told by its content, for NDJSON also by its extension.
 */
export async function* readFiles(
  sources: Iterable<string | ReadSource>,
  limits: ReadLimits = READ_LIMITS,
): AsyncGenerator<ReadItem> {
  for (const source of sources) {
    if (typeof source !== "string") {
      yield* readSource(source, limits);
      continue;
    }
    const path = source;
    const bytes = await fileSize(path);
    if (typeof bytes === "string")
      yield { kind: "refused", reason: "unreadable", detail: bytes, file: path, at: {} };
    else {
      const open = () => createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>;
      yield* readSource({ name: path, bytes, open }, limits);
    }
  }
}

/** Reads one source; see `readFiles`. */
export async function* readSource(
  source: ReadSource,
  limits: ReadLimits = READ_LIMITS,
): AsyncGenerator<ReadItem> {
  const refuse = (reason: RefusalReason, detail?: string): ReadItem => ({
    kind: "refused",
    reason,
    ...(detail === undefined ? {} : { detail }),
    file: source.name,
    at: {},
  });
  if (source.bytes > limits.fileBytes) {
    yield refuse("file-too-large");
    return;
  }
  let count = 0;
  try {
    const head = await headOf(source.open());
    const encoding = encodingOf(head);
    const format = encoding === undefined ? undefined : formatOf(head, encoding, source.name);
    if (head.length === 0 || format === "empty") yield refuse("empty");
    else if (encoding === undefined) yield refuse("bad-encoding");
    else if (format === undefined) yield refuse(isZip(head) ? "archive" : "unknown-format");
    else {
      for await (const piece of pieces(source, format, encoding, limits)) {
        count++;
        yield { ...piece, file: source.name };
        await nextTurn();
      }
      if (count === 0) yield refuse("empty");
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    yield refuse(code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? "bad-encoding" : "unreadable", code);
  }
}

function pieces(
  source: ReadSource,
  format: "json" | "ndjson" | "xml",
  encoding: Encoding,
  limits: ReadLimits,
) {
  const open = () => toUtf8(source.open(), encoding);
  if (format === "json") return readJson(open, limits);
  return format === "ndjson" ? readNdjson(open(), limits) : readXml(open(), limits);
}

const isZip = (head: Buffer) => head.toString("latin1", 0, 4) === "PK\x03\x04";

async function headOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= HEAD) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD);
}

/** The size in bytes, or the reason (a system error code) why there is none. */
async function fileSize(path: string): Promise<number | string> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : "EISDIR";
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return code;
  }
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
