import { createHash } from "node:crypto";
import { crc32, inflateRawSync } from "node:zlib";

/** An entry as a reader sees it. */
export interface ReadEntry {
  name: string;
  content: Buffer;
  sha256: string;
  zip64: boolean;
  modified: { date: number; time: number };
}

/**
 * A strict zip reader that shares nothing with the writer: goes by the central directory, checks it against each
 * local header and descriptor, and that entries follow each other without a gap. Throws at the first doubt.
 */
export function readZip(zip: Buffer): ReadEntry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end !== zip.length - 22) throw new Error("end record is not at the end");
  let entries = zip.readUInt16LE(end + 10);
  let directory = zip.readUInt32LE(end + 16);
  let bytes = zip.readUInt32LE(end + 12);
  let directoryEnd = end;
  if (entries === 0xffff) {
    if (zip.readUInt32LE(end - 20) !== 0x07064b50) throw new Error("no zip64 locator");
    directoryEnd = Number(zip.readBigUInt64LE(end - 12));
    if (zip.readUInt32LE(directoryEnd) !== 0x06064b50) throw new Error("no zip64 end record");
    entries = Number(zip.readBigUInt64LE(directoryEnd + 32));
    bytes = Number(zip.readBigUInt64LE(directoryEnd + 40));
    directory = Number(zip.readBigUInt64LE(directoryEnd + 48));
  }
  const found: ReadEntry[] = [];
  let at = directory;
  let next = 0;
  for (let i = 0; i < entries; i++) {
    const central = readCentral(zip, at);
    if (central.offset !== next) throw new Error("gap between entries");
    const { entry, after } = readLocal(zip, central);
    found.push(entry);
    next = after;
    at = central.end;
  }
  if (next !== directory || at !== directory + bytes || at !== directoryEnd)
    throw new Error("directory is off");
  return found;
}

function readCentral(zip: Buffer, at: number) {
  if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error("no central header");
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
  const extraEnd = nameEnd + zip.readUInt16LE(at + 30);
  let extra = nameEnd + 4;
  const zip64 = extraEnd > nameEnd;
  if (zip64 && zip.readUInt16LE(nameEnd) !== 1) throw new Error("unknown extra field");
  const wide = (field: number): number => {
    const value = zip.readUInt32LE(at + field);
    if (value !== 0xffffffff) return value;
    extra += 8;
    return Number(zip.readBigUInt64LE(extra - 8));
  };
  const size = wide(24);
  const compressed = wide(20);
  const offset = wide(42);
  if (zip64 && extra !== extraEnd) throw new Error("zip64 field has the wrong size");
  if (zip.readUInt16LE(at + 6) !== (zip64 ? 45 : 20)) throw new Error("wrong version needed");
  return {
    name: zip.toString("utf8", at + 46, nameEnd),
    flags: zip.readUInt16LE(at + 8),
    method: zip.readUInt16LE(at + 10),
    time: zip.readUInt16LE(at + 12),
    date: zip.readUInt16LE(at + 14),
    crc: zip.readUInt32LE(at + 16),
    size,
    compressed,
    offset,
    zip64,
    wideSizes: zip.readUInt32LE(at + 20) === 0xffffffff || zip.readUInt32LE(at + 24) === 0xffffffff,
    end: extraEnd,
  };
}

function readLocal(
  zip: Buffer,
  central: ReturnType<typeof readCentral>,
): { entry: ReadEntry; after: number } {
  const { offset, name, flags, method, crc, size, compressed } = central;
  if (zip.readUInt32LE(offset) !== 0x04034b50) throw new Error("no local header");
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  if (zip.toString("utf8", offset + 30, offset + 30 + zip.readUInt16LE(offset + 26)) !== name)
    throw new Error("names differ");
  if ((flags & 0x800) === 0 || zip.readUInt16LE(offset + 6) !== flags) throw new Error("flags are wrong");
  if (zip.readUInt16LE(offset + 8) !== method) throw new Error("methods differ");
  let after = start + compressed;
  if (flags & 8) after = readDescriptor(zip, after, central);
  else if (zip.readUInt32LE(offset + 14) !== crc || zip.readUInt32LE(offset + 22) !== size)
    throw new Error("local sizes differ");
  const body = zip.subarray(start, start + compressed);
  const content = method === 8 ? inflateRawSync(body) : body;
  if (content.length !== size || crc32(content) !== crc) throw new Error(`content of ${name} is broken`);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const modified = { date: central.date, time: central.time };
  return { entry: { name, content, sha256, zip64: central.zip64, modified }, after };
}

function readDescriptor(zip: Buffer, at: number, central: ReturnType<typeof readCentral>): number {
  if (zip.readUInt32LE(at) !== 0x08074b50 || zip.readUInt32LE(at + 4) !== central.crc)
    throw new Error("descriptor is off");
  if (!central.wideSizes) {
    const same =
      zip.readUInt32LE(at + 8) === central.compressed && zip.readUInt32LE(at + 12) === central.size;
    if (!same) throw new Error("descriptor sizes differ");
    return at + 16;
  }
  const sizes = [Number(zip.readBigUInt64LE(at + 8)), Number(zip.readBigUInt64LE(at + 16))];
  if (sizes[0] !== central.compressed || sizes[1] !== central.size)
    throw new Error("descriptor sizes differ");
  return at + 24;
}

/** Reads a zip front to back without its directory, as Java's ZipInputStream does: every entry must end itself. */
export function streamZip(zip: Buffer): { name: string; content: Buffer }[] {
  const found: { name: string; content: Buffer }[] = [];
  let at = 0;
  while (zip.readUInt32LE(at) === 0x04034b50) {
    const nameEnd = at + 30 + zip.readUInt16LE(at + 26);
    const name = zip.toString("utf8", at + 30, nameEnd);
    const start = nameEnd + zip.readUInt16LE(at + 28);
    const streamed = (zip.readUInt16LE(at + 6) & 8) !== 0;
    if (zip.readUInt16LE(at + 8) === 0) {
      if (streamed) throw new Error("only DEFLATED entries can have EXT descriptor");
      at = start + zip.readUInt32LE(at + 18);
      found.push({ name, content: zip.subarray(start, at) });
      continue;
    }
    const { buffer, engine } = inflateRawSync(zip.subarray(start), { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    found.push({ name, content: buffer });
    at = start + engine.bytesWritten + (streamed ? 16 : 0);
  }
  return found;
}
