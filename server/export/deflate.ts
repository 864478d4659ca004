import { availableParallelism } from "node:os";
import { constants, deflateRaw } from "node:zlib";

/** 512 kB: large enough that a block's own dictionary costs under 1 % of size, small enough for a cache. */
const BLOCK_BYTES = 512 * 1024;

/** An empty last block with fixed codes: ends a deflate stream whose blocks were all flushed, none final. */
const END_OF_STREAM = Buffer.from([0x03, 0x00]);

/** Takes bytes and may keep them. A promise means: enough for now, wait before giving more. */
export type Emit = (bytes: Uint8Array) => Promise<void> | undefined;

/** Settings of a BlockDeflate; the defaults are right outside tests. */
export interface DeflateOptions {
  blockBytes?: number;
  /** Blocks that may be compressing or waiting to be emitted before `crowded` says so. */
  inFlight?: number;
  /** Called with each full block of uncompressed bytes, in order, before it is compressed (for CRC, SHA). */
  onBlock?: (bytes: Uint8Array) => void;
}

/**
 * One deflate stream (level 1) made by several threads: bytes gather in a block, each block is compressed
 * on its own in libuv's pool and ends byte-aligned, and the results leave in order as one valid stream.
 *
 * Fast writers fill `block` from `at` on after `reserve(n)`; others call `write`. Nothing here waits: while
 * `crowded`, await `drain()` before going on, or memory grows. One caller at a time; full blocks are reused.
 */
export class BlockDeflate {
  block: Buffer;
  at = 0;
  #submitted = 0;
  readonly #emit: Emit;
  readonly #blockBytes: number;
  readonly #inFlight: number;
  readonly #onBlock: ((bytes: Uint8Array) => void) | undefined;
  readonly #pending: Promise<Buffer>[] = [];
  readonly #free: Buffer[] = [];

  constructor(emit: Emit, options: DeflateOptions = {}) {
    this.#emit = emit;
    this.#blockBytes = options.blockBytes ?? BLOCK_BYTES;
    // At most four of the pool's threads, one block ready behind them: other work in the pool never waits long.
    this.#inFlight = options.inFlight ?? Math.min(4, availableParallelism()) + 1;
    this.#onBlock = options.onBlock;
    this.block = Buffer.allocUnsafeSlow(this.#blockBytes);
  }

  /** Makes sure `bytes` more fit in `block`; more than a block's size gets a block of its own. */
  reserve(bytes: number): void {
    if (this.block.length - this.at >= bytes) return;
    this.#submit();
    if (this.block.length < bytes) this.block = Buffer.allocUnsafeSlow(bytes);
  }

  /** True when enough is in flight: `await drain()` before writing more. */
  get crowded(): boolean {
    return this.#pending.length > this.#inFlight;
  }

  /** Uncompressed bytes taken so far. */
  get bytes(): number {
    return this.#submitted + this.at;
  }

  /** Emits the oldest blocks, in order, until no more than `inFlight` are left. Rejects with a failed compression or sink. */
  async drain(keep = this.#inFlight): Promise<void> {
    while (this.#pending.length > keep) {
      const compressed = await this.#pending.shift();
      if (compressed) await this.#emit(compressed);
    }
  }

  /** Adds text (as UTF-8) or bytes. A returned promise must be awaited before the next call. */
  write(chunk: string | Uint8Array): Promise<void> | undefined {
    if (typeof chunk === "string" && chunk.length * 3 <= this.#blockBytes) {
      this.reserve(chunk.length * 3);
      this.at += this.block.write(chunk, this.at);
      return this.crowded ? this.drain() : undefined;
    }
    return this.#writeBytes(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  }

  #writeBytes(bytes: Uint8Array): Promise<void> | undefined {
    for (let from = 0; from < bytes.length; ) {
      if (this.at === this.block.length) this.#submit();
      const piece = bytes.subarray(from, from + this.block.length - this.at);
      this.block.set(piece, this.at);
      this.at += piece.length;
      from += piece.length;
      if (this.crowded) return this.drain().then(() => this.#writeBytes(bytes.subarray(from)));
    }
    return undefined;
  }

  /** Compresses and emits what is left and closes the stream. */
  async end(): Promise<void> {
    this.#submit();
    await this.drain(0);
    await this.#emit(END_OF_STREAM);
  }

  #submit(): void {
    if (this.at === 0) return;
    const full = this.block;
    const bytes = full.subarray(0, this.at);
    this.#submitted += bytes.length;
    this.#onBlock?.(bytes);
    const compressed = new Promise<Buffer>((resolve, reject) => {
      // Room for the usual result in one piece: each further piece is another trip to the pool.
      const settings = { level: 1, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: this.#blockBytes >> 1 };
      deflateRaw(bytes, settings, (error, result) => {
        if (full.length === this.#blockBytes) this.#free.push(full);
        if (error) reject(error);
        else resolve(result);
      });
    });
    // Whoever drains sees the failure; a stream given up halfway must not end the process by it.
    compressed.catch(() => undefined);
    this.#pending.push(compressed);
    this.block = this.#free.pop() ?? Buffer.allocUnsafeSlow(this.#blockBytes);
    this.at = 0;
  }
}
