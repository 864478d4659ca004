import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openAnchor, readAnchor } from "@/server/audit/anchor";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kroniek-anchor-"));
  file = join(folder, "audit", "anchor");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = Buffer.alloc(32, 1);
const head = (sequence: number) => ({ sequence, hash: `${sequence}`.padStart(64, "a") });

async function anchorAll(...sequences: number[]): Promise<void> {
  const anchor = openAnchor(file, key);
  for (const sequence of sequences) await anchor.write(head(sequence));
  anchor.close();
}

/** Half of the next write reaches the disk, as when the power goes. */
async function tearNextWrite(sequence: number): Promise<void> {
  const before = readFileSync(file);
  await anchorAll(sequence);
  const after = readFileSync(file);
  const at = after.findIndex((byte, index) => byte !== before[index]);
  const handle = openSync(file, "r+");
  const torn = Buffer.concat([after.subarray(at, at + 20), before.subarray(at + 20)]);
  writeSync(handle, torn, 0, torn.length, at);
  closeSync(handle);
}

describe("the anchor", () => {
  it("remembers the newest head, also after it was opened anew", async () => {
    await anchorAll(1, 2, 3);
    expect(readAnchor(file, key)).toEqual(head(3));
    await anchorAll(4);
    await anchorAll(5);
    expect(readAnchor(file, key)).toEqual(head(5));
  });

  for (const before of [1, 2, 3, 4]) {
    it(`keeps head ${before} when the write after it is torn by a crash`, async () => {
      await anchorAll(...Array.from({ length: before }, (_, index) => index + 1));
      await tearNextWrite(before + 1);
      expect(readAnchor(file, key)).toEqual(head(before));
      await anchorAll(before + 2);
      expect(readAnchor(file, key)).toEqual(head(before + 2));
    });
  }

  it("knows nothing without a file, and nothing made with another key", async () => {
    expect(readAnchor(file, key)).toBeUndefined();
    await anchorAll(1);
    expect(readAnchor(file, Buffer.alloc(32, 2))).toBeUndefined();
  });

  it("is readable by its owner only", async () => {
    await anchorAll(1);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(statSync(join(folder, "audit")).mode & 0o077).toBe(0);
  });
});
