import { createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSealed, newSealKey, openSealed, SealBroken, sealedStream } from "@/server/files/seal";

const HEADER = 16;
const CHUNK = 32;
const SEALED_CHUNK = CHUNK + 16;

let folder = "";
let files = 0;
const newPath = (): string => join(folder, `${files++}.part`);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kroniek-seal-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function seal(
  plain: Uint8Array,
  key: Buffer,
  pieces: number[] = [],
  chunkBytes = CHUNK,
): Promise<string> {
  const path = newPath();
  const writer = await createSealed(path, key, { chunkBytes });
  let from = 0;
  for (const size of [...pieces, plain.length]) {
    await writer.write(plain.subarray(from, from + size));
    from = Math.min(plain.length, from + size);
  }
  const sizes = await writer.close();
  expect(sizes).toEqual({ plainBytes: plain.length, sealedBytes: statSync(path).size });
  return path;
}

async function unseal(path: string, key: Buffer): Promise<Buffer> {
  const sealed = await openSealed(path, key);
  const chunks: Buffer[] = [];
  for await (const chunk of sealed.chunks()) chunks.push(chunk);
  expect(Buffer.concat(chunks).length).toBe(sealed.plainBytes);
  return Buffer.concat(chunks);
}

/** Opens a changed copy of a sealed file. */
async function unsealBytes(bytes: Uint8Array, key: Buffer): Promise<Buffer> {
  const path = newPath();
  writeFileSync(path, bytes);
  return unseal(path, key);
}

describe("sealed file", () => {
  it("gives back what was sealed, whatever the size and the pieces it came in", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.nat(5).map((n) => new Uint8Array(n * CHUNK).fill(7)),
        ),
        fc.array(fc.nat(100), { maxLength: 5 }),
        async (plain, pieces) => {
          const key = newSealKey();
          expect((await unseal(await seal(plain, key, pieces), key)).equals(plain)).toBe(true);
        },
      ),
    );
  });

  it("seals megabytes with its own chunk size", async () => {
    const key = newSealKey();
    const plain = randomBytes(3_000_000);
    const path = newPath();
    const writer = await createSealed(path, key);
    for (let at = 0; at < plain.length; at += 70_001) await writer.write(plain.subarray(at, at + 70_001));
    await writer.close();
    expect((await unseal(path, key)).equals(plain)).toBe(true);
  });

  it("is what its description says: chunk number and last-chunk flag in the nonce, the header authenticated", async () => {
    const key = newSealKey();
    const plain = randomBytes(2 * CHUNK + 5);
    const bytes = readFileSync(await seal(plain, key));
    const header = bytes.subarray(0, HEADER);
    expect(header.toString("latin1", 0, 4)).toBe("KRS1");
    expect(header.readUInt32BE(12)).toBe(CHUNK);
    const opened = [0, 1, 2].map((index) => {
      const sealed = bytes.subarray(HEADER + index * SEALED_CHUNK, HEADER + (index + 1) * SEALED_CHUNK);
      const nonce = Buffer.concat([
        header.subarray(4, 11),
        Buffer.from([0, 0, 0, index, index === 2 ? 1 : 0]),
      ]);
      const decipher = createDecipheriv("aes-256-gcm", key, nonce)
        .setAAD(header)
        .setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    });
    expect(Buffer.concat(opened).equals(plain)).toBe(true);
  });

  it("asks to wait when the disk is behind, and not before", async () => {
    const writer = await createSealed(newPath(), newSealKey(), { chunkBytes: CHUNK });
    expect(writer.write(randomBytes(CHUNK - 1))).toBeUndefined();
    const wait = writer.write(randomBytes(10 * CHUNK));
    expect(wait).toBeInstanceOf(Promise);
    await wait;
    expect(writer.write(randomBytes(1))).toBeUndefined();
    await writer.close();
  });

  it("shows no plain text and no key on disk, and belongs to its owner only", async () => {
    const key = newSealKey();
    const path = await seal(Buffer.from("Jansen ".repeat(50)), key);
    const bytes = readFileSync(path);
    expect(bytes.includes("Jansen")).toBe(false);
    expect(bytes.includes(key)).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("never encrypts two files alike, even the same content with the same key", async () => {
    const key = newSealKey();
    const [one, two] = [await seal(Buffer.alloc(100), key), await seal(Buffer.alloc(100), key)];
    expect(readFileSync(one).subarray(HEADER).equals(readFileSync(two).subarray(HEADER))).toBe(false);
    expect(newSealKey().equals(newSealKey())).toBe(false);
  });

  it("detects a change of any single byte", async () => {
    const key = newSealKey();
    const bytes = readFileSync(await seal(randomBytes(2 * CHUNK + 5), key));
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(unsealBytes(changed, key), `byte ${at}`).rejects.toThrow(SealBroken);
    }
  });

  it.each([2 * CHUNK, 2 * CHUNK + 5])("detects being cut off at any byte (%i bytes sealed)", async (size) => {
    const key = newSealKey();
    const bytes = readFileSync(await seal(randomBytes(size), key));
    for (let length = 0; length < bytes.length; length++) {
      await expect(unsealBytes(bytes.subarray(0, length), key), `cut at ${length}`).rejects.toThrow(
        SealBroken,
      );
    }
  });

  it("detects growth: any bytes, a repeated last chunk, and another file's chunks behind it", async () => {
    const key = newSealKey();
    const bytes = readFileSync(await seal(randomBytes(2 * CHUNK), key));
    const other = readFileSync(await seal(randomBytes(2 * CHUNK), key));
    for (const tail of [Buffer.alloc(1), Buffer.alloc(16), bytes.subarray(-16), other.subarray(HEADER)]) {
      await expect(unsealBytes(Buffer.concat([bytes, tail]), key)).rejects.toThrow(SealBroken);
    }
  });

  it("detects chunks that are swapped, repeated, dropped, or taken from another file of the same key", async () => {
    const key = newSealKey();
    const bytes = readFileSync(await seal(randomBytes(3 * CHUNK + 1), key));
    const other = readFileSync(await seal(randomBytes(3 * CHUNK + 1), key));
    const [head, last] = [bytes.subarray(0, HEADER), bytes.subarray(HEADER + 3 * SEALED_CHUNK)];
    const chunk = (from: Buffer, index: number): Buffer =>
      from.subarray(HEADER + index * SEALED_CHUNK, HEADER + (index + 1) * SEALED_CHUNK);
    const [a, b, c] = [chunk(bytes, 0), chunk(bytes, 1), chunk(bytes, 2)];
    expect(await unsealBytes(Buffer.concat([head, a, b, c, last]), key)).toHaveLength(3 * CHUNK + 1);
    for (const forged of [
      [b, a, c],
      [a, a, c],
      [a, c],
      [a, b, c, c],
      [a, chunk(other, 1), c],
    ]) {
      await expect(unsealBytes(Buffer.concat([head, ...forged, last]), key)).rejects.toThrow(SealBroken);
    }
  });

  it("does not open with another key, nor a file that is no sealed file", async () => {
    const path = await seal(Buffer.from("tekst"), newSealKey());
    await expect(unseal(path, newSealKey())).rejects.toThrow(SealBroken);
    await expect(unsealBytes(randomBytes(500), newSealKey())).rejects.toThrow(SealBroken);
  });

  it("refuses to write over a file that is there", async () => {
    const path = await seal(Buffer.from("tekst"), newSealKey());
    await expect(createSealed(path, newSealKey())).rejects.toThrow("EEXIST");
  });

  it("leaves nothing behind when aborted", async () => {
    const path = newPath();
    const writer = await createSealed(path, newSealKey(), { chunkBytes: CHUNK });
    await writer.write(randomBytes(10 * CHUNK));
    await writer.abort();
    expect(existsSync(path)).toBe(false);
  });

  it("streams to a web reader a chunk at a time, only when asked, and closes when the reader leaves", async () => {
    const key = newSealKey();
    const plain = randomBytes(10 * CHUNK);
    const path = await seal(plain, key);
    const whole = await new Response(sealedStream(await openSealed(path, key))).arrayBuffer();
    expect(Buffer.from(whole).equals(plain)).toBe(true);

    const sealed = await openSealed(path, key);
    const reader = sealedStream(sealed).getReader();
    const first = await reader.read();
    expect(first.value).toHaveLength(CHUNK);
    for (let turn = 0; turn < 20; turn++) await stat(path); // time in which it could read ahead
    const bytes = readFileSync(path);
    bytes.fill(0, HEADER + SEALED_CHUNK);
    writeFileSync(path, bytes); // were it read ahead, the second chunk would still be whole
    await expect(reader.read()).rejects.toThrow(SealBroken);

    const left = await openSealed(await seal(plain, key), key);
    const leaving = sealedStream(left).getReader();
    await leaving.read();
    await leaving.cancel();
    await expect(left.chunks().next()).rejects.toThrow();
  });
});
