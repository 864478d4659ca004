import { createHash, type Hash } from "node:crypto";
import { crc32 } from "node:zlib";

/** What is known of an entry's content once all of it was seen: size in bytes, CRC-32, SHA-256 (hex). */
export interface Sums {
  bytes: number;
  crc: number;
  sha256: string;
}

/** Counts, sums and hashes what goes into a zip entry, before compression. */
export class Tally {
  #crc = 0;
  #bytes = 0;
  readonly #hash: Hash | undefined;

  /** @param digest false leaves `sha256` empty */
  constructor(digest = true) {
    this.#hash = digest ? createHash("sha256") : undefined;
  }

  add(bytes: Uint8Array): void {
    this.#crc = crc32(bytes, this.#crc);
    this.#bytes += bytes.length;
    this.#hash?.update(bytes);
  }

  /** The sums of all that was added; asked once, at the end. */
  sums(): Sums {
    return { bytes: this.#bytes, crc: this.#crc, sha256: this.#hash?.digest("hex") ?? "" };
  }
}
