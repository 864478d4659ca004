import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { constants, deflateRawSync } from "node:zlib";
import { zipEntries } from "./zip-entries";

const BLOCK = 512 * 1024;

/** What no export can do without, on one thread, and how long it took: only the work itself is timed. */
class Work {
  seconds = 0;
  readonly #cipher = createCipheriv("aes-256-gcm", randomBytes(32), randomBytes(12));
  readonly #hash = createHash("sha256");

  take(bytes: Buffer): void {
    const start = performance.now();
    deflateRawSync(bytes, { level: 1, finishFlush: constants.Z_SYNC_FLUSH });
    this.#hash.update(bytes);
    this.#cipher.update(bytes);
    this.seconds += (performance.now() - start) / 1_000;
  }

  /** Takes the bytes of an entry, gathered in the blocks an export uses too. */
  async entry(pieces: AsyncIterable<Buffer>): Promise<void> {
    let gathered: Buffer[] = [];
    let size = 0;
    for await (const piece of pieces) {
      gathered.push(piece);
      size += piece.length;
      if (size < BLOCK) continue;
      this.take(Buffer.concat(gathered));
      gathered = [];
      size = 0;
    }
    if (size > 0) this.take(Buffer.concat(gathered));
  }
}

/**
 * The limit of an export: level 1 deflate, SHA-256 and AES-256-GCM, on one thread, of the very same entries'
 * uncompressed bytes (of a workbook: those of the entries in it).
 * @param zip the export, unsealed
 */
export async function limitSeconds(zip: string): Promise<number> {
  const work = new Work();
  for await (const { name, pieces } of zipEntries(zip)) {
    if (!name.endsWith(".xlsx")) {
      await work.entry(pieces);
      continue;
    }
    const workbook = `${zip}.workbook`;
    await pipeline(pieces, createWriteStream(workbook));
    for await (const sheet of zipEntries(workbook)) await work.entry(sheet.pieces);
    await rm(workbook);
  }
  return work.seconds;
}
