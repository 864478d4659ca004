import { isElement, isResource } from "@/server/dossier/fhir";
import { type At, type Piece, type ReadLimits, refused } from "@/server/interchange/read/item";
import { compacted, cut, isDeeperThan, JsonWalker } from "@/server/interchange/read/json-walk";
import { isResourceType } from "@/server/interchange/read/r4-shape";

/** Opens the same bytes from the start, as UTF-8, each time it is called. */
export type Reopen = () => AsyncIterable<Buffer>;

const TYPE_CAP = 1024;

/**
 * Reads FHIR JSON: a Bundle entry by entry, whatever its size, anything else as one resource. What is wrong with one
 * entry is told and the rest is read; when the file itself breaks off, what was complete before is kept.
 */
export async function* readJson(open: Reopen, limits: ReadLimits): AsyncGenerator<Piece> {
  const root = await rootType(open());
  if (root.end !== undefined) {
    const broken = root.end === "open" || root.end === "none";
    yield refused(broken ? "broken-json" : "no-resource-type", {});
  } else if (root.type === "Bundle") yield* readEntries(open(), limits);
  else yield* readSingle(open(), limits);
}

/** The root's resourceType, wherever among the members it stands; reading stops as soon as it is known. */
async function rootType(chunks: AsyncIterable<Buffer>): Promise<{ type?: unknown; end?: string }> {
  const walker = new JsonWalker({ wanted: ["resourceType"], cap: TYPE_CAP });
  for await (const chunk of chunks) {
    const found = walker.feed(chunk)[0];
    if (found !== undefined)
      return { type: found.bytes === undefined ? undefined : parsed(found.bytes)?.value };
  }
  return { end: walker.end() };
}

async function* readEntries(chunks: AsyncIterable<Buffer>, limits: ReadLimits): AsyncGenerator<Piece> {
  const walker = new JsonWalker({ wanted: [], split: "entry", cap: limits.resourceBytes });
  for await (const chunk of chunks) {
    for (const { bytes, index } of walker.feed(chunk)) yield* entryPieces(bytes, String(index), limits);
  }
  const end = walker.end();
  if (end !== "closed") yield refused("broken-json", { entry: String(walker.count) }, end);
}

async function* readSingle(chunks: AsyncIterable<Buffer>, limits: ReadLimits): AsyncGenerator<Piece> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limits.resourceBytes) {
      yield refused("too-large", {});
      return;
    }
    parts.push(chunk);
  }
  yield* resourcePieces(Buffer.concat(parts), {}, limits);
}

/** The pieces in one resource text: itself, or what is in it when it is a Bundle. */
export function* resourcePieces(bytes: Buffer, at: At, limits: ReadLimits): Generator<Piece> {
  if (isDeeperThan(bytes, limits.depth)) {
    yield refused("too-deep", at);
    return;
  }
  const outcome = parsed(bytes);
  if (outcome === undefined) yield refused(isUtf8(bytes) ? "broken-json" : "bad-encoding", at);
  else yield* valuePieces(outcome.value, bytes, at, limits);
}

/** The pieces in one Bundle entry (`undefined`: it was over the cap). */
function* entryPieces(bytes: Buffer | undefined, path: string, limits: ReadLimits): Generator<Piece> {
  const at = { entry: path };
  if (bytes === undefined) yield refused("too-large", at);
  else if (isDeeperThan(bytes, limits.depth + 1)) yield refused("too-deep", at);
  else {
    const entry = parsed(bytes)?.value;
    if (!isElement(entry)) yield refused(isUtf8(bytes) ? "broken-json" : "bad-encoding", at);
    else if (entry.resource === undefined || entry.resource === null) yield { kind: "skipped", at };
    else {
      const text = cut(bytes, ["resource"]).at(-1)?.bytes ?? bytes;
      const fullUrl = typeof entry.fullUrl === "string" ? entry.fullUrl : undefined;
      yield* valuePieces(entry.resource, text, at, limits, fullUrl);
    }
  }
}

function* valuePieces(
  value: unknown,
  bytes: Buffer,
  at: At,
  limits: ReadLimits,
  fullUrl?: string,
): Generator<Piece> {
  if (!isElement(value)) {
    yield refused("not-fhir", at);
    return;
  }
  const { resourceType } = value;
  if (typeof resourceType !== "string" || resourceType === "") yield refused("no-resource-type", at);
  else if (!isResourceType(resourceType)) {
    yield refused("unknown-resource-type", at, /^\w{1,40}$/.test(resourceType) ? resourceType : undefined);
  } else if (!isResource(value)) yield refused("not-fhir", at, "id");
  else if (resourceType === "Bundle") {
    for (const { bytes: entry, index } of cut(bytes, [], "entry")) {
      yield* entryPieces(entry, at.entry === undefined ? String(index) : `${at.entry}.${index}`, limits);
    }
  } else {
    const json = new TextDecoder().decode(compacted(bytes));
    yield { kind: "resource", resource: value, json, at, ...(fullUrl === undefined ? {} : { fullUrl }) };
  }
}

/** What the bytes say as JSON; `undefined` becomes a line in the report of the import. */
function parsed(bytes: Buffer): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}

/** Whether the bytes are text at all; when not, that is the answer and no failure. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
