import { deflateRawSync } from "node:zlib";
import { BlockDeflate, type Emit } from "./deflate";
import { StoredBlocks } from "./stored-blocks";
import { type Sums, Tally } from "./tally";
import {
  centralHeader,
  dataDescriptor,
  dosTimestamp,
  endRecords,
  localHeader,
  ZIP64_FROM,
  type ZipEntryRecord,
} from "./zip-records";

/** Takes the bytes of a zip and may keep them; a returned promise means: wait before writing more. */
export interface ByteSink {
  write(bytes: Uint8Array): Promise<void> | undefined;
}

/** A finished entry: its path, and the size and SHA-256 (hex) of its uncompressed content. */
export interface EntryInfo {
  path: string;
  bytes: number;
  sha256: string;
}

/** Settings of a zip. `modified` (wall-clock milliseconds as if UTC) is the one time all entries bear. */
export interface ZipOptions {
  modified: number;
  /** False leaves `sha256` empty: nobody asks for it inside a workbook. */
  digest?: boolean;
  /** Turned true from outside to stop: the next bytes throw ExportCancelled. */
  cancelled?: { readonly aborted: boolean };
  onEntry?: (entry: EntryInfo) => void;
  /** Only tests lower these. */
  zip64From?: number;
  blockBytes?: number;
}

/** The flag `cancelled` was seen; what was written is unusable and the caller removes it. */
export class ExportCancelled extends Error {
  override name = "ExportCancelled";
}

/** An entry being written. Await what `write` returns before the next call; `end` before the next entry. */
export interface OpenEntry {
  write(chunk: string | Uint8Array): Promise<void> | undefined;
  end(): Promise<EntryInfo>;
}

/**
 * Writes a zip to a sink, front to back, one entry at a time, in memory that does not grow with size.
 * Names are UTF-8; sizes may pass 4 GB. Throws RangeError for a name that is unsafe to unpack or used twice.
 */
export class ZipWriter {
  readonly options: ZipOptions;
  readonly #sink: ByteSink;
  readonly #records: ZipEntryRecord[] = [];
  readonly #names = new Set<string>();
  #offset = 0;
  #open = false;

  constructor(sink: ByteSink, options: ZipOptions) {
    this.#sink = sink;
    this.options = options;
  }

  /** Adds a whole small entry, compressed when that helps. */
  async add(name: string, content: string | Uint8Array): Promise<EntryInfo> {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    // Under 64 bytes compression gains nothing and costs a compressor.
    const deflated = bytes.length < 64 ? bytes : deflateRawSync(bytes);
    const smaller = deflated.length < bytes.length;
    const record = this.#begin(name, smaller ? 8 : 0, false);
    const tally = new Tally(this.options.digest !== false);
    tally.add(bytes);
    const sums = tally.sums();
    record.crc = sums.crc;
    record.size = bytes.length;
    record.compressed = smaller ? deflated.length : bytes.length;
    await this.#emit(localHeader(record));
    await this.#emit(smaller ? deflated : bytes);
    return this.#finish(record, sums);
  }

  /** Opens an entry that is compressed by several threads while it is written. */
  async openDeflated(name: string): Promise<OpenEntry & { body: BlockDeflate }> {
    const record = this.#begin(name, 8, true);
    const tally = new Tally(this.options.digest !== false);
    await this.#emit(localHeader(record));
    const body = new BlockDeflate((bytes) => this.#content(record, bytes), {
      blockBytes: this.options.blockBytes,
      onBlock: (bytes) => tally.add(bytes),
    });
    return {
      body,
      write: (chunk) => body.write(chunk),
      end: async () => {
        await body.end();
        return this.#finish(record, tally.sums());
      },
    };
  }

  /** Adds an entry whose content was compressed and summed elsewhere: one deflate stream, in pieces. */
  async addDeflated(name: string, compressed: AsyncIterable<Uint8Array>, sums: Sums): Promise<EntryInfo> {
    const record = this.#begin(name, 8, true);
    await this.#emit(localHeader(record));
    for await (const piece of compressed) await this.#content(record, piece);
    return this.#finish(record, sums);
  }

  /** Opens an entry for content that is compressed already (a workbook, a PDF): it is passed on as it is. */
  async openStored(name: string): Promise<OpenEntry> {
    const record = this.#begin(name, 8, true);
    const tally = new Tally(this.options.digest !== false);
    await this.#emit(localHeader(record));
    const body = new StoredBlocks((bytes) => this.#content(record, bytes));
    return {
      write: (chunk) => {
        const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
        tally.add(bytes);
        return body.write(bytes);
      },
      end: async () => {
        await body.end();
        return this.#finish(record, tally.sums());
      },
    };
  }

  /** Writes the directory. Returns the size of the whole zip in bytes. The sink is not closed. */
  async close(): Promise<{ bytes: number }> {
    if (this.#open) throw new Error("a zip entry is still open");
    const start = this.#offset;
    const zip64From = this.options.zip64From ?? ZIP64_FROM;
    for (const record of this.#records) await this.#emit(centralHeader(record, zip64From));
    await this.#emit(endRecords(this.#records.length, start, this.#offset - start, zip64From));
    return { bytes: this.#offset };
  }

  #begin(name: string, method: 0 | 8, streamed: boolean): ZipEntryRecord {
    if (this.#open) throw new Error("a zip entry is still open");
    if (!isSafePath(name) || this.#names.has(name)) throw new RangeError("unsafe or repeated zip entry name");
    this.#open = true;
    this.#names.add(name);
    const { dosTime, dosDate } = dosTimestamp(this.options.modified);
    const sizes = { crc: 0, compressed: 0, size: 0, offset: this.#offset };
    return { name: Buffer.from(name), method, streamed, dosTime, dosDate, ...sizes };
  }

  #emit: Emit = (bytes) => {
    if (this.options.cancelled?.aborted) throw new ExportCancelled("cancelled");
    this.#offset += bytes.length;
    return this.#sink.write(bytes);
  };

  #content(record: ZipEntryRecord, bytes: Uint8Array): Promise<void> | undefined {
    record.compressed += bytes.length;
    return this.#emit(bytes);
  }

  async #finish(record: ZipEntryRecord, { bytes, crc, sha256 }: Sums): Promise<EntryInfo> {
    record.crc = crc;
    record.size = bytes;
    if (record.streamed) await this.#emit(dataDescriptor(record, this.options.zip64From ?? ZIP64_FROM));
    this.#records.push(record);
    this.#open = false;
    const info = { path: record.name.toString(), bytes, sha256 };
    this.options.onEntry?.(info);
    return info;
  }
}

/** Relative, forward slashes, no step upward, nothing a file system trips over. */
function isSafePath(name: string): boolean {
  if (name === "" || Buffer.byteLength(name) > 0xffff || /[\\:*?"<>|]|\p{Cc}/u.test(name)) return false;
  return name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
