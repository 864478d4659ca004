/** What a zip says about one entry. Sizes and offset in bytes; CRC-32 of the uncompressed content. */
export interface ZipEntryRecord {
  name: Buffer;
  method: 0 | 8;
  /** Sizes and CRC follow the content in a descriptor: they were not known when the local header left. */
  streamed: boolean;
  dosTime: number;
  dosDate: number;
  crc: number;
  compressed: number;
  size: number;
  offset: number;
}

/** From here on a 32-bit field says "look in the zip64 field". */
export const ZIP64_FROM = 0xffffffff;
const ZIP64_ENTRIES = 0xffff;
const UTF8_NAME = 0x0800;
const HAS_DESCRIPTOR = 0x0008;
const VERSION = 20;
const VERSION_ZIP64 = 45;
const MADE_BY_UNIX = 3 << 8;
const REGULAR_FILE_0644 = 0o100644 << 16;

/** Wall-clock milliseconds (as if UTC) → MS-DOS time and date; before 1980 becomes 1 January 1980. */
export function dosTimestamp(wallMs: number): { dosTime: number; dosDate: number } {
  const wall = new Date(Math.max(wallMs, Date.UTC(1980, 0, 1)));
  return {
    dosTime: (wall.getUTCHours() << 11) | (wall.getUTCMinutes() << 5) | (wall.getUTCSeconds() >> 1),
    dosDate: ((wall.getUTCFullYear() - 1980) << 9) | ((wall.getUTCMonth() + 1) << 5) | wall.getUTCDate(),
  };
}

const flagsOf = (entry: ZipEntryRecord): number => UTF8_NAME | (entry.streamed ? HAS_DESCRIPTOR : 0);

/** Local file header (APPNOTE 4.3.7); for a streamed entry CRC and sizes are zero. */
export function localHeader(entry: ZipEntryRecord): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(flagsOf(entry), 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt16LE(entry.dosTime, 10);
  header.writeUInt16LE(entry.dosDate, 12);
  if (!entry.streamed) {
    header.writeUInt32LE(entry.crc, 14);
    header.writeUInt32LE(entry.compressed, 18);
    header.writeUInt32LE(entry.size, 22);
  }
  header.writeUInt16LE(entry.name.length, 26);
  return Buffer.concat([header, entry.name]);
}

/**
 * Data descriptor (APPNOTE 4.3.9) with 64-bit sizes only when they are needed. The local header, long gone,
 * then lacks a zip64 field: readers go by the central directory. Announcing zip64 in every header just in
 * case makes Excel refuse workbooks.
 */
export function dataDescriptor(entry: ZipEntryRecord, zip64From: number): Buffer {
  const wide = entry.compressed >= zip64From || entry.size >= zip64From;
  const descriptor = Buffer.alloc(wide ? 24 : 16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(entry.crc, 4);
  if (wide) {
    descriptor.writeBigUInt64LE(BigInt(entry.compressed), 8);
    descriptor.writeBigUInt64LE(BigInt(entry.size), 16);
  } else {
    descriptor.writeUInt32LE(entry.compressed, 8);
    descriptor.writeUInt32LE(entry.size, 12);
  }
  return descriptor;
}

/** Central directory header (APPNOTE 4.3.12), with a zip64 field for each value that does not fit. */
export function centralHeader(entry: ZipEntryRecord, zip64From: number): Buffer {
  const wide = [entry.size, entry.compressed, entry.offset].filter((value) => value >= zip64From);
  const extra = Buffer.alloc(wide.length > 0 ? 4 + 8 * wide.length : 0);
  if (wide.length > 0) {
    extra.writeUInt16LE(0x0001, 0);
    extra.writeUInt16LE(8 * wide.length, 2);
    wide.forEach((value, index) => {
      extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
    });
  }
  const narrow = (value: number): number => (value >= zip64From ? 0xffffffff : value);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(MADE_BY_UNIX | (wide.length > 0 ? VERSION_ZIP64 : VERSION), 4);
  header.writeUInt16LE(wide.length > 0 ? VERSION_ZIP64 : VERSION, 6);
  header.writeUInt16LE(flagsOf(entry), 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt16LE(entry.dosTime, 12);
  header.writeUInt16LE(entry.dosDate, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(narrow(entry.compressed), 20);
  header.writeUInt32LE(narrow(entry.size), 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(REGULAR_FILE_0644 >>> 0, 38);
  header.writeUInt32LE(narrow(entry.offset), 42);
  return Buffer.concat([header, entry.name, extra]);
}

/** End of central directory (APPNOTE 4.3.14–4.3.16), preceded by its zip64 form and locator when needed. */
export function endRecords(entries: number, offset: number, bytes: number, zip64From: number): Buffer {
  const end = Buffer.alloc(22);
  const wide = entries >= ZIP64_ENTRIES || offset >= zip64From || bytes >= zip64From;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(wide ? 0xffff : entries, 8);
  end.writeUInt16LE(wide ? 0xffff : entries, 10);
  end.writeUInt32LE(wide ? 0xffffffff : bytes, 12);
  end.writeUInt32LE(wide ? 0xffffffff : offset, 16);
  if (!wide) return end;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(BigInt(end64.length - 12), 4);
  end64.writeUInt16LE(MADE_BY_UNIX | VERSION_ZIP64, 12);
  end64.writeUInt16LE(VERSION_ZIP64, 14);
  end64.writeBigUInt64LE(BigInt(entries), 24);
  end64.writeBigUInt64LE(BigInt(entries), 32);
  end64.writeBigUInt64LE(BigInt(bytes), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + bytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
}
