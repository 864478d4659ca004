import { DomainError } from "../core/errors";

/** The most bytes the fields of an upload may take. */
const FIELDS_CAP = 256 * 1024;
const LENGTH_BYTES = 4;

/** An upload taken apart: its fields, and its file as it streams in. */
export interface FramedBody {
  fields: unknown;
  file: AsyncIterable<Uint8Array>;
  /** Reads on to the end and keeps nothing, so that a browser hears the answer; false when there is more than `cap` bytes */
  drain(cap: number): Promise<boolean>;
}

/** What came first is read as fields; `undefined` when it is no JSON. */
function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Takes an upload apart: a length (4 bytes, the highest first), so many bytes of JSON, and then the file to the end.
 * Nothing of it is in an address or a header, and no more is read than was asked for.
 * @throws DomainError `upload-broken` when it breaks off before the file, `input-invalid` when its start is something else
 */
export async function readFramed(body: ReadableStream<Uint8Array> | null): Promise<FramedBody> {
  const reader = (body ?? new Blob([]).stream()).getReader();
  let held: Uint8Array = new Uint8Array();
  const read = async () => {
    try {
      return await reader.read();
    } catch (cause) {
      throw new DomainError("upload-broken", { cause });
    }
  };
  const take = async (length: number) => {
    // Each byte is copied once, in however small pieces they come.
    const taken = Buffer.alloc(length);
    for (let filled = 0; ; ) {
      const piece = held.subarray(0, length - filled);
      taken.set(piece, filled);
      filled += piece.length;
      held = held.subarray(piece.length);
      if (filled === length) return taken;
      const { done, value } = await read();
      if (done) throw new DomainError("upload-broken");
      held = value;
    }
  };
  const length = (await take(LENGTH_BYTES)).readUInt32BE(0);
  if (length > FIELDS_CAP) throw new DomainError("input-invalid");
  const fields = parsed(await take(length));
  async function* file(): AsyncGenerator<Uint8Array> {
    if (held.length > 0) yield held;
    for (let next = await read(); !next.done; next = await read()) yield next.value;
  }
  return {
    fields,
    file: file(),
    drain: async (cap) => {
      for (let left = cap; left >= 0; ) {
        // Who broke off their request reads no answer either.
        const next = await reader.read().catch(() => undefined);
        if (!next || next.done) return true;
        left -= next.value.length;
      }
      return false;
    },
  };
}
