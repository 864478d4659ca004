import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createInflateRaw } from "node:zlib";

const PIECE = 512 * 1024;

interface Place {
  name: string;
  method: number;
  compressed: number;
  offset: number;
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

async function directoryOf(file: FileHandle): Promise<Place[]> {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - 65_557), 65_557);
  const end = tail.lastIndexOf("PK\u0005\u0006", tail.length, "latin1");
  if (end < 0) throw new Error("no zip");
  const count = tail.readUInt16LE(end + 10);
  const start = tail.readUInt32LE(end + 16);
  if (start === 0xffffffff) throw new Error("a zip over 4 GB: measure fewer rows");
  const directory = await read(file, start, tail.readUInt32LE(end + 12));
  const places: Place[] = [];
  for (let at = 0; places.length < count; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    places.push({
      method: directory.readUInt16LE(at + 10),
      compressed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString("utf8", at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return places;
}

/** The entries of a zip on disk, each with its uncompressed bytes in pieces; read in order. Under 4 GB only. */
export async function* zipEntries(
  path: string,
): AsyncGenerator<{ name: string; pieces: AsyncIterable<Buffer> }> {
  const file = await open(path, "r");
  try {
    for (const { name, method, compressed, offset } of await directoryOf(file)) {
      const header = await read(file, offset, 30);
      const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
      if (compressed === 0) continue;
      const raw = createReadStream(path, { start, end: start + compressed - 1, highWaterMark: PIECE });
      yield { name, pieces: method === 0 ? raw : raw.pipe(createInflateRaw({ chunkSize: PIECE })) };
    }
  } finally {
    await file.close();
  }
}
