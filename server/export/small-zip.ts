/**
 * Takes apart a zip of uncompressed entries held in memory, as exceljs makes it with compression STORE:
 * path → content, in the order of its directory, folders left out. Throws when an entry is compressed or the end is missing.
 */
export function readStoredZip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf("PK\u0005\u0006", zip.length, "latin1");
  if (end < 0) throw new Error("no zip");
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt16LE(at + 10) !== 0) throw new Error("compressed zip entry");
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const path = zip.toString("utf8", at + 46, at + 46 + nameLength);
    if (!path.endsWith("/")) files.set(path, zip.subarray(start, start + size));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
