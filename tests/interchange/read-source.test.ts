import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { READ_LIMITS } from "@/server/interchange/read/item";
import { readFiles, readSource } from "@/server/interchange/read/source";
import { outcomes, readAll } from "./read";

const folder = mkdtempSync(join(tmpdir(), "kroniek-read-"));
afterAll(() => rmSync(folder, { recursive: true }));
const json = JSON.stringify({ resourceType: "Patient", id: "é" });
const xml = '<Patient xmlns="http://hl7.org/fhir"><id value="é"/></Patient>';
const patient = { resourceType: "Patient", id: "é" };

describe("sources", () => {
  test("the content decides, whatever the extension; byte order marks and declared encodings are understood", async () => {
    for (const content of [
      Buffer.from(json),
      Buffer.from(`\ufeff${json}`),
      Buffer.from(`\ufeff${json}`, "utf16le"),
      Buffer.from(`\ufeff${json}`, "utf16le").swap16(),
      Buffer.from(xml),
      Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-8"?>${xml}`),
      Buffer.from(`\ufeff<?xml version="1.0" encoding="utf-16"?>${xml}`, "utf16le"),
      Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, "latin1"),
    ]) {
      for (const name of ["a.json", "a.xml", "a"]) {
        const items = await readAll(content, { name });
        expect(items.map((item) => item.kind === "resource" && JSON.parse(item.json))).toEqual([patient]);
      }
    }
    expect(await outcomes(`<?xml version="1.0" encoding="EBCDIC"?>${xml}`)).toEqual([["bad-encoding", {}]]);
    expect(await outcomes(Buffer.from(xml, "latin1"))).toEqual([["bad-encoding", { line: 1 }]]);
  });

  test("files that cannot be read are told and the others read", async () => {
    const good = join(folder, "good.json");
    writeFileSync(good, json);
    const items = [];
    for await (const item of readFiles([join(folder, "none.json"), folder, good])) items.push(item);
    expect(items).toMatchObject([
      { kind: "refused", reason: "unreadable", detail: "ENOENT" },
      { kind: "refused", reason: "unreadable", detail: "EISDIR" },
      { kind: "resource", resource: patient, file: good },
    ]);
  });

  test("a file over the cap is refused unread", async () => {
    const open = () => {
      throw new Error("opened");
    };
    const items = [];
    for await (const item of readSource({ name: "x", bytes: READ_LIMITS.fileBytes + 1, open }))
      items.push(item);
    expect(items).toMatchObject([{ kind: "refused", reason: "file-too-large" }]);
  });

  /**
   * Reads chunks and tells what came out, how much memory it took at most beyond what was in use (`peak`),
   * and how many chunks were taken at most before the next item came out (`ahead`).
   */
  async function watched(open: () => AsyncIterable<Buffer>, bytes: number) {
    const counts: Record<string, number> = {};
    let turns = 0;
    let peak = 0;
    let waiting = 0;
    let ahead = 0;
    const used = () => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const before = used();
    const timer = setInterval(() => turns++, 1);
    async function* observed() {
      for await (const chunk of open()) {
        peak = Math.max(peak, used() - before);
        ahead = Math.max(ahead, ++waiting);
        yield chunk;
      }
    }
    for await (const item of readSource({ name: "big.json", bytes, open: observed }, READ_LIMITS)) {
      waiting = 0;
      const outcome = item.kind === "refused" ? item.reason : item.kind;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    clearInterval(timer);
    return { counts, turns, peak, ahead };
  }
  const head = '{"resourceType":"Bundle","entry":[';
  const tail = '{"resource":{"resourceType":"Patient"}}]}';

  test("a Bundle of 200 MB is read in flat memory, with turns for others in between", async () => {
    const resource = { resourceType: "Observation", status: "final", valueString: "x".repeat(400_000) };
    async function* open() {
      yield Buffer.from(head);
      for (let index = 0; index < 500; index++) yield Buffer.from(`${JSON.stringify({ resource })},`);
      yield Buffer.from(tail);
    }
    const { counts, turns, peak } = await watched(open, 200_000_000);
    expect(counts).toEqual({ resource: 501 });
    expect(turns).toBeGreaterThan(0);
    expect(peak).toBeLessThan(150_000_000);
  });

  test("an XML Bundle of 40 MB is read in flat memory", async () => {
    const resource = `<Observation><valueString value="${"x".repeat(400_000)}"/></Observation>`;
    async function* open() {
      yield Buffer.from('<Bundle xmlns="http://hl7.org/fhir">');
      for (let index = 0; index < 100; index++) {
        yield Buffer.from(`<entry><resource>${resource}</resource></entry>`);
      }
      yield Buffer.from("</Bundle>");
    }
    const { counts, ahead } = await watched(open, 40_000_000);
    expect(counts).toEqual({ resource: 100 });
    expect(ahead).toBeLessThanOrEqual(4);
  });

  test("one entry of 400 MB is passed over in flat memory, and the next one read", async () => {
    async function* open() {
      yield Buffer.from(`${head}{"resource":{"resourceType":"Binary","data":"`);
      for (let index = 0; index < 400; index++) yield Buffer.alloc(1_000_000, "A");
      yield Buffer.from(`"}},${tail}`);
    }
    const { counts, peak } = await watched(open, 400_000_000);
    expect(counts).toEqual({ "too-large": 1, resource: 1 });
    expect(peak).toBeLessThan(150_000_000);
  });
});

describe("anything at all", () => {
  const bundleJson = JSON.stringify({
    resourceType: "Bundle",
    entry: [
      { resource: patient },
      { resource: { resourceType: "Observation", valueQuantity: { value: 1.5 } } },
    ],
  });
  const bundleXml = `<Bundle xmlns="http://hl7.org/fhir"><entry><resource>${xml}</resource></entry><entry><resource>
    <Observation><text><div xmlns="http://www.w3.org/1999/xhtml"><b>x</b></div></text></Observation></resource></entry></Bundle>`;
  const seeds = [json, xml, bundleJson, bundleXml, `${json}\n${json}`].map((text) => Buffer.from(text));

  test("never throws, and never yields less than one item, on truncated, mixed or random bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.nat(),
        fc.nat(),
        fc.oneof(
          fc.uint8Array({ maxLength: 12 }),
          fc.constantFrom(...'{}[]",:<>/&! \n').map((c) => Buffer.from(c)),
        ),
        fc.integer({ min: 1, max: 40 }),
        async (seed, from, to, junk, chunk) => {
          const [a, b] = [from % (seed.length + 1), to % (seed.length + 1)].sort((x, y) => x - y);
          const content = Buffer.concat([seed.subarray(0, a), junk, seed.subarray(b)]);
          const items = await readAll(content, { chunk });
          expect(items.length).toBeGreaterThan(0);
          for (const item of items) if (item.kind === "resource") JSON.parse(item.json);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  test("chunk borders make no difference", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...seeds), fc.integer({ min: 1, max: 60 }), async (seed, chunk) => {
        expect(await readAll(seed, { chunk })).toEqual(await readAll(seed, { chunk: 1_000_000 }));
      }),
    );
  });
});
