import type { Emit } from "./deflate";

/** Deflate's own limit for a block that is not compressed (RFC 1951, 3.2.4). */
const MAX_STORED = 0xffff;

/**
 * Passes content on uncompressed as a deflate stream of stored blocks: 5 bytes a 64 kB and no computing.
 *
 * Why not zip's own method 0 (STORE)? The size of a workbook is known only when it is done, so it follows
 * in a descriptor, and a reader that goes through a zip front to back cannot see where such an entry ends:
 * method 0 with a descriptor is refused by Java's ZipInputStream ("only DEFLATED entries can have EXT
 * descriptor") and other streaming readers. A deflate stream ends itself; every reader takes it.
 */
export class StoredBlocks {
  readonly #emit: Emit;

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  /** Passes bytes on. A returned promise must be awaited before the next call. */
  write(bytes: Uint8Array): Promise<void> | undefined {
    for (let from = 0; from < bytes.length; from += MAX_STORED) {
      const wait = this.#emit(frame(bytes.subarray(from, from + MAX_STORED), false));
      if (wait) return wait.then(() => this.write(bytes.subarray(from + MAX_STORED)));
    }
    return undefined;
  }

  /** Writes the empty last block. */
  async end(): Promise<void> {
    await this.#emit(frame(Buffer.alloc(0), true));
  }
}

/** One stored block: its flag, its length, the length's complement, and the bytes as they are. */
function frame(piece: Uint8Array, last: boolean): Buffer {
  const block = Buffer.allocUnsafe(5 + piece.length);
  block[0] = last ? 1 : 0;
  block.writeUInt16LE(piece.length, 1);
  block.writeUInt16LE(~piece.length & 0xffff, 3);
  block.set(piece, 5);
  return block;
}
