import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type EntryInfo, ExportCancelled, ZipWriter } from "@/server/export/zip";
import { zipInMemory } from "./collect";
import { readZip, streamZip } from "./zip-reader";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** One entry of each kind, with sizes around the limits of blocks and stored frames. */
async function sampleZip(options: Parameters<typeof zipInMemory>[0] = {}) {
  const infos: EntryInfo[] = [];
  const { zip, bytes } = zipInMemory({ blockBytes: 1000, onEntry: (info) => infos.push(info), ...options });
  const random = randomBytes(200_000);
  const text = "tekst é 😀 ".repeat(5_000);
  const contents: [string, Buffer][] = [];
  await zip.add("LEESMIJ.html", "<p>cliënt</p>".repeat(50));
  contents.push(["LEESMIJ.html", Buffer.from("<p>cliënt</p>".repeat(50))]);
  await zip.add("kort.bin", random.subarray(0, 40));
  contents.push(["kort.bin", random.subarray(0, 40)]);
  for (const size of [0, 1, 65_535, 65_536, 200_000]) {
    const stored = await zip.openStored(`documenten/${size}-é.pdf`);
    await stored.write(random.subarray(0, size));
    await stored.end();
    contents.push([`documenten/${size}-é.pdf`, random.subarray(0, size)]);
  }
  const deflated = await zip.openDeflated("fhir/bundle.json");
  await deflated.write(text);
  for (const character of "losse tekens é") await deflated.write(character);
  await deflated.write(random);
  await deflated.end();
  contents.push(["fhir/bundle.json", Buffer.concat([Buffer.from(`${text}losse tekens é`), random])]);
  const empty = await zip.openDeflated("leeg.json");
  await empty.end();
  contents.push(["leeg.json", Buffer.alloc(0)]);
  const { bytes: size } = await zip.close();
  expect(bytes().length).toBe(size);
  return { file: bytes(), contents, infos };
}

describe("zip", () => {
  it("gives an independent strict reader every entry back, with the size and hash that were reported", async () => {
    const { file, contents, infos } = await sampleZip();
    const read = readZip(file);
    expect(read.map((entry) => entry.name)).toEqual(contents.map(([name]) => name));
    for (const [index, [, content]] of contents.entries()) {
      expect(read[index]?.content.equals(content)).toBe(true);
      expect(infos[index]).toEqual({
        path: read[index]?.name,
        bytes: content.length,
        sha256: sha256(content),
      });
    }
    expect(read.some((entry) => entry.zip64)).toBe(false);
  });

  it("is readable front to back, without its directory", async () => {
    const { file, contents } = await sampleZip();
    const streamed = streamZip(file);
    expect(streamed.map(({ name, content }) => [name, sha256(content)])).toEqual(
      contents.map(([name, content]) => [name, sha256(content)]),
    );
  });

  it("bears the given wall-clock time, whatever the time of day it is made", async () => {
    const { file } = await sampleZip();
    const { date, time } = readZip(file)[0]?.modified ?? { date: 0, time: 0 };
    expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([2026, 3, 29]);
    expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([13, 5, 8]);
  });

  it("keeps sizes and offsets that pass 32 bits (limit lowered) in zip64 fields", async () => {
    const { file, contents } = await sampleZip({ zip64From: 50_000 });
    const read = readZip(file);
    expect(read.map((entry) => sha256(entry.content))).toEqual(
      contents.map(([, content]) => sha256(content)),
    );
    expect(read.filter((entry) => entry.zip64).length).toBeGreaterThan(3);
    expect(read[0]?.zip64).toBe(false);
  });

  it("holds more than 65,535 entries", async () => {
    const { zip, bytes } = zipInMemory();
    for (let i = 0; i < 66_000; i++) await zip.add(`${i}`, "");
    await zip.close();
    expect(readZip(bytes())).toHaveLength(66_000);
  });

  it.skipIf(spawnSync("unzip", ["-v"]).error)("passes unzip -t, also with zip64", async () => {
    for (const zip64From of [undefined, 50_000]) {
      const folder = mkdtempSync(join(tmpdir(), "kroniek-zip-"));
      const path = join(folder, "test.zip");
      writeFileSync(path, (await sampleZip({ zip64From })).file);
      expect(execFileSync("unzip", ["-t", path], { encoding: "utf8" })).toContain("No errors detected");
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ["nothing", ""],
    ["an absolute path", "/etc/passwd"],
    ["a step upward", "../x"],
    ["a hidden step upward", "a/../b"],
    ["an empty folder", "a//b"],
    ["a backslash", "a\\b"],
    ["a drive", "c:x"],
    ["a control character", "a\u0000b"],
    ["more than fits", "x".repeat(70_000)],
  ])("refuses %s as a name", async (_, name) => {
    await expect(zipInMemory().zip.add(name, "x")).rejects.toThrow(RangeError);
  });

  it("refuses a second entry of one name, an entry inside an entry, and closing inside one", async () => {
    const { zip } = zipInMemory();
    await zip.add("a", "1");
    await expect(zip.add("a", "2")).rejects.toThrow(RangeError);
    await zip.openStored("b");
    await expect(zip.add("c", "3")).rejects.toThrow("still open");
    await expect(zip.close()).rejects.toThrow("still open");
  });

  it("stops at the next bytes once cancelled", async () => {
    const cancelled = { aborted: false };
    const { zip, bytes } = zipInMemory({ cancelled, blockBytes: 1000 });
    const entry = await zip.openDeflated("a");
    await entry.write("x".repeat(500));
    cancelled.aborted = true;
    const before = bytes().length;
    await expect(async () => {
      for (let i = 0; i < 100; i++) await entry.write("y".repeat(500));
    }).rejects.toThrow(ExportCancelled);
    expect(bytes().length).toBe(before);
  });

  it("hands a sink's failure to whoever writes, and never leaves a rejection unhandled", async () => {
    let calls = 0;
    const write = (): Promise<void> | undefined =>
      ++calls > 3 ? Promise.reject(new Error("disk full")) : undefined;
    const entry = await new ZipWriter({ write }, { modified: 0, blockBytes: 1000 }).openDeflated("a");
    await expect(async () => {
      for (let i = 0; i < 100; i++) await entry.write("z".repeat(900));
    }).rejects.toThrow("disk full");
  });

  it.each(["openDeflated", "openStored"] as const)(
    "waits for a slow sink (%s): one write at a time, in order, and little ahead of it",
    async (kind) => {
      const taken: Uint8Array[] = [];
      let release = (): void => undefined;
      let waiting = 0;
      const write = (bytes: Uint8Array): Promise<void> => {
        expect(++waiting).toBe(1);
        taken.push(Buffer.from(bytes));
        return new Promise((resolve) => {
          release = () => {
            release = () => undefined;
            waiting--;
            resolve();
          };
        });
      };
      const turns = async (count: number): Promise<void> => {
        for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
      };
      const zip = new ZipWriter({ write }, { modified: 0, blockBytes: 1000 });
      let given = 0;
      let done = false;
      const giving = (async () => {
        const entry = await zip[kind]("a");
        for (; given < 50; given++) await entry.write(Buffer.alloc(1000, given));
        await entry.write(Buffer.alloc(200_000, 50));
        await entry.end();
        await zip.close();
        done = true;
      })();
      release();
      await turns(100);
      expect(given).toBeLessThan(10);
      while (!done) {
        release();
        await turns(1);
      }
      await giving;
      const expected = Buffer.concat(
        Array.from({ length: 51 }, (_, i) => Buffer.alloc(i < 50 ? 1000 : 200_000, i)),
      );
      expect(readZip(Buffer.concat(taken))[0]?.sha256).toBe(sha256(expected));
    },
  );
});
