import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";

/*
 * A sealed file: 16 bytes header (magic with version, random nonce prefix, chunk size), then chunks of
 * AES-256-GCM ciphertext, each with its 16-byte tag. Every chunk is full but the last, which may be empty and is
 * always there. Nonce = prefix ‖ chunk number ‖ last-chunk flag (the STREAM construction of Hoang, Reyhanitabar,
 * Rogaway and Vizár), and the header is authenticated with every chunk. So a changed, swapped, repeated, missing or
 * added chunk, and a file cut off or grown at any byte, fails instead of giving wrong bytes.
 * Each file has a key of its own, used for nothing else (SECURITY.md F3).
 */
const MAGIC = Buffer.from("KRS1", "latin1");
const PREFIX_BYTES = 7;
const HEADER_BYTES = 16;
const TAG_BYTES = 16;
const CHUNK_BYTES = 256 * 1024;
const MAX_CHUNK_BYTES = 16 * 1024 * 1024;
const CIPHER = "aes-256-gcm";

/** The file is not what was sealed: damaged, cut off, grown, or opened with another key. Holds no content. */
export class SealBroken extends Error {
  override name = "SealBroken";
}

/** A random 256-bit key for one sealed file. */
export function newSealKey(): Buffer {
  return randomBytes(32);
}

/** Takes the plain bytes of one sealed file. */
export interface SealWriter {
  /** Bytes are copied. A returned promise must be awaited before the next call; it rejects when the disk does. */
  write(bytes: Uint8Array): Promise<void> | undefined;
  /** Seals the last chunk, syncs to disk and closes; sizes in bytes. The caller renames the file to its place. */
  close(): Promise<{ plainBytes: number; sealedBytes: number }>;
  /** Closes and removes the file. For when anything failed. */
  abort(): Promise<void>;
}

function nonceOf(header: Buffer, index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  header.copy(nonce, 0, MAGIC.length, MAGIC.length + PREFIX_BYTES);
  nonce.writeUInt32BE(index, PREFIX_BYTES);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function sealChunk(key: Buffer, header: Buffer, index: number, last: boolean, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonceOf(header, index, last)).setAAD(header);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(key: Buffer, header: Buffer, index: number, last: boolean, sealed: Buffer): Buffer {
  const body = sealed.subarray(0, sealed.length - TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonceOf(header, index, last), { authTagLength: TAG_BYTES });
  decipher.setAAD(header).setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(body);
  try {
    decipher.final();
  } catch (cause) {
    throw new SealBroken("sealed file fails authentication", { cause });
  }
  return plain;
}

/**
 * Makes a sealed file at `path`, which must not exist yet (owner-only rights), with a key from `newSealKey`.
 * Write it under a temporary name, `close`, then rename: the real name never holds half a file.
 */
export async function createSealed(
  path: string,
  key: Buffer,
  { chunkBytes = CHUNK_BYTES }: { chunkBytes?: number } = {},
): Promise<SealWriter> {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  randomBytes(PREFIX_BYTES).copy(header, MAGIC.length);
  header.writeUInt32BE(chunkBytes, 12);
  const file = await open(path, "wx", 0o600);
  const plain = Buffer.alloc(chunkBytes);
  let filled = 0;
  let index = 0;
  let sealedBytes = 0;
  let queued = 0;
  // Writes follow each other while the next chunk is made; a failure stays in the chain for the next await.
  let disk = Promise.resolve();
  const toDisk = (bytes: Buffer): void => {
    sealedBytes += bytes.length;
    queued++;
    disk = disk.then(async () => {
      await writeAll(file, bytes);
      queued--;
    });
    // Whoever writes next or closes hears of it; until then it must not end the process.
    disk.catch(() => undefined);
  };
  const seal = (last: boolean): void => {
    toDisk(sealChunk(key, header, index++, last, plain.subarray(0, filled)));
    filled = 0;
  };
  toDisk(header);
  return {
    write: (bytes) => {
      for (let from = 0; from < bytes.length; ) {
        const piece = bytes.subarray(from, from + chunkBytes - filled);
        plain.set(piece, filled);
        filled += piece.length;
        from += piece.length;
        if (filled === chunkBytes) seal(false);
      }
      return queued > 2 ? disk : undefined;
    },
    close: async () => {
      const plainBytes = index * chunkBytes + filled;
      seal(true);
      await disk;
      plain.fill(0);
      await file.sync();
      await file.close();
      return { plainBytes, sealedBytes };
    },
    abort: async () => {
      // It is given up already: what went wrong while writing was thrown to who wrote.
      await disk.catch(() => undefined);
      plain.fill(0);
      await file.close();
      await rm(path, { force: true });
    },
  };
}

/** A sealed file, open. Use `chunks` or `close` it: until then it holds a file descriptor. */
export interface SealedFile {
  /** Size of the content, from the file's size: true only once every chunk has been read without error. */
  plainBytes: number;
  /** The content in order, one chunk in memory at a time; closes the file at the end, also when left early. */
  chunks(): AsyncGenerator<Buffer, void, undefined>;
  close(): Promise<void>;
}

/** Opens a sealed file. Throws SealBroken when it cannot be one; `chunks` throws it where the content is not as sealed. */
export async function openSealed(path: string, key: Buffer): Promise<SealedFile> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const header = await readAt(file, 0, HEADER_BYTES);
    const chunkBytes = header.readUInt32BE(12);
    if (!header.subarray(0, MAGIC.length).equals(MAGIC) || chunkBytes < 1 || chunkBytes > MAX_CHUNK_BYTES) {
      throw new SealBroken("not a sealed file");
    }
    const sealedChunk = chunkBytes + TAG_BYTES;
    const full = Math.floor((size - HEADER_BYTES) / sealedChunk);
    const lastBytes = (size - HEADER_BYTES) % sealedChunk;
    if (lastBytes < TAG_BYTES) throw new SealBroken("sealed file is cut off");
    return {
      plainBytes: full * chunkBytes + lastBytes - TAG_BYTES,
      close: () => file.close(),
      async *chunks() {
        try {
          for (let index = 0; index <= full; index++) {
            const last = index === full;
            const at = HEADER_BYTES + index * sealedChunk;
            const sealed = await readAt(file, at, last ? lastBytes : sealedChunk);
            yield openChunk(key, header, index, last, sealed);
          }
        } finally {
          await file.close();
        }
      },
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The content as a web stream for a response: a chunk is opened when the reader asks for it. */
export function sealedStream(sealed: SealedFile): ReadableStream<Uint8Array> {
  const chunks = sealed.chunks();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await chunks.return();
        await sealed.close();
      },
    },
    { highWaterMark: 0 },
  );
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let from = 0; from < bytes.length; ) {
    from += (await file.write(bytes, from)).bytesWritten;
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let from = 0; from < length; ) {
    const { bytesRead } = await file.read(bytes, from, length - from, at + from);
    if (bytesRead === 0) throw new SealBroken("sealed file is cut off");
    from += bytesRead;
  }
  return bytes;
}
