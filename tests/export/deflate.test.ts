import { inflateRawSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { BlockDeflate } from "@/server/export/deflate";

const compression = vi.hoisted(() => ({ broken: false }));
vi.mock("node:zlib", async (importActual) => {
  const zlib = await importActual<typeof import("node:zlib")>();
  const deflateRaw: typeof zlib.deflateRaw = Object.assign(
    (...all: unknown[]) => {
      const done = all.at(-1) as (error: Error | null, result: Buffer) => void;
      if (compression.broken) setImmediate(() => done(new Error("out of memory"), Buffer.alloc(0)));
      else zlib.deflateRaw(all[0] as Buffer, all[1] as object, done);
    },
    { __promisify__: zlib.deflateRaw.__promisify__ },
  );
  return { ...zlib, deflateRaw };
});
afterEach(() => {
  compression.broken = false;
});

describe("block-parallel deflate", () => {
  it("makes one valid stream of many blocks, in order, also of pieces larger than a block", async () => {
    const out: Uint8Array[] = [];
    const emit = (bytes: Uint8Array) => void out.push(bytes) as undefined;
    const deflate = new BlockDeflate(emit, { blockBytes: 1_000, inFlight: 3 });
    const pieces = Array.from({ length: 300 }, (_, index) => `${index} é😀 `.repeat(1 + (index % 40) * 7));
    for (const [index, piece] of pieces.entries())
      await deflate.write(index % 3 ? piece : Buffer.from(piece));
    deflate.reserve(5_000);
    deflate.block.fill("r", deflate.at, deflate.at + 5_000);
    deflate.at += 5_000;
    await deflate.end();
    const whole = `${pieces.join("")}${"r".repeat(5_000)}`;
    expect(inflateRawSync(Buffer.concat(out)).toString()).toBe(whole);
    expect(deflate.bytes).toBe(Buffer.byteLength(whole));
  });

  it("keeps text whole that is written in pieces across a block's end", async () => {
    const out: Uint8Array[] = [];
    const emit = (bytes: Uint8Array) => void out.push(bytes) as undefined;
    const deflate = new BlockDeflate(emit, { blockBytes: 150 });
    for (let i = 0; i < 200; i++) await deflate.write("é😀");
    await deflate.end();
    expect(inflateRawSync(Buffer.concat(out)).toString()).toBe("é😀".repeat(200));
  });

  it("hands a failed compression to whoever drains, and never leaves one unhandled", async () => {
    compression.broken = true;
    const deflate = new BlockDeflate(() => undefined, { blockBytes: 200, inFlight: 100 });
    await deflate.write("x".repeat(1_000));
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    await expect(deflate.drain(0)).rejects.toThrow("out of memory");
  });
});
