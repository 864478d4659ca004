import { type Piece, type ReadLimits, refused } from "@/server/interchange/read/item";
import { resourcePieces } from "@/server/interchange/read/json";

const NEWLINE = 0x0a;

/** Reads newline-delimited FHIR JSON, one resource a line; a bad line is told and the next one read. */
export async function* readNdjson(chunks: AsyncIterable<Buffer>, limits: ReadLimits): AsyncGenerator<Piece> {
  let line = 1;
  let parts: Buffer[] = [];
  let size = 0;
  const add = (part: Buffer) => {
    size += part.length;
    if (size > limits.resourceBytes) parts = [];
    else parts.push(part);
  };
  function* finish(): Generator<Piece> {
    const bytes = Buffer.concat(parts);
    if (size > limits.resourceBytes) yield refused("too-large", { line });
    else if (bytes.some((byte) => byte > 0x20)) yield* resourcePieces(bytes, { line }, limits);
    parts = [];
    size = 0;
    line++;
  }
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end));
      from = end + 1;
      yield* finish();
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield* finish();
}
