import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { READ_LIMITS } from "@/server/interchange/read/item";
import { compacted, isDeeperThan } from "@/server/interchange/read/json-walk";
import { outcomes, readAll } from "./read";

const patient = (id: string) => ({ resourceType: "Patient", id });
const bundle = (...entry: unknown[]) => ({ resourceType: "Bundle", type: "collection", entry });

describe("JSON", () => {
  test.each([1, 7, 100_000])("reads a Bundle entry by entry in chunks of %i bytes", async (chunk) => {
    const text = JSON.stringify(
      bundle(
        { fullUrl: "urn:uuid:1", resource: { ...patient("a"), name: [{ text: 'é "[{\\' }] } },
        { request: { method: "DELETE" } },
        {
          resource: bundle(
            { resource: patient("b") },
            { fullUrl: "x" },
            { resource: bundle({ resource: patient("c") }) },
          ),
        },
      ),
      undefined,
      2,
    );
    const items = await readAll(text, { chunk });
    expect(items.map((item) => [item.kind, item.at.entry])).toEqual([
      ["resource", "0"],
      ["skipped", "1"],
      ["resource", "2.0"],
      ["skipped", "2.1"],
      ["resource", "2.2.0"],
    ]);
    expect(items[0]).toMatchObject({ fullUrl: "urn:uuid:1", resource: { name: [{ text: 'é "[{\\' }] } });
  });

  test("finds resourceType wherever it stands, also after the entries", async () => {
    expect(
      await outcomes('{"entry":[{"resource":{"id":"a","resourceType":"Patient"}}],"resourceType":"Bundle"}'),
    ).toEqual([patient("a")]);
    expect(await outcomes('{"entry":[{"item":{"display":"x"}}],"resourceType":"List"}')).toMatchObject([
      { resourceType: "List", entry: [{ item: { display: "x" } }] },
    ]);
  });

  test("keeps every digit of a number and every character of a text in the verbatim form", async () => {
    const text =
      '{ "resourceType" : "Observation",\n "valueQuantity": { "value": 1.00, "unit": "a \\" b " } }';
    const [item] = await readAll(text);
    expect(item?.kind === "resource" && item.json).toBe(
      '{"resourceType":"Observation","valueQuantity":{"value":1.00,"unit":"a \\" b "}}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(compacted(Buffer.from(JSON.stringify(value, undefined, 3))).toString()).toBe(
          JSON.stringify(value),
        );
      }),
    );
  });

  test.each([
    ["broken", '{"resourceType":"Patient",}', "broken-json"],
    ["cut off", '{"resourceType":"Patient","name":[{"text":"x"', "broken-json"],
    ["cut off before its type", '{"name":[', "broken-json"],
    ["something after it", '{"resourceType":"Patient"} x', "broken-json"],
    ["no resourceType", '{"name":[]}', "no-resource-type"],
    ["an empty object", "{}", "no-resource-type"],
    ["a number for a resourceType", '{"resourceType":7}', "no-resource-type"],
    ["an unknown resourceType", '{"resourceType":"Patientje"}', "unknown-resource-type"],
    ["a number for an id", '{"resourceType":"Patient","id":1}', "not-fhir"],
    ["an array", '[{"resourceType":"Patient"}]', "unknown-format"],
    ["plain text", "hallo", "unknown-format"],
    ["nothing", "", "empty"],
    ["white space", " \n", "empty"],
    ["a Bundle of nothing", '{"resourceType":"Bundle","entry":[]}', "empty"],
    [
      "bytes that are no UTF-8",
      Buffer.from('{"resourceType":"Patient","id":"\xff"}', "latin1"),
      "bad-encoding",
    ],
  ])("refuses %s", async (_, content, reason) => {
    expect(await outcomes(content)).toEqual([[reason, {}]]);
  });

  test("one bad entry costs only itself", async () => {
    const text = `{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"a"}},
      {"resource":{"resourceType":"Patient",,}}, 7, {"resource":3}, {"resource":{"resourceType":"X"}},
      {"resource":{"resourceType":"Patient","id":"b"}}]}`;
    expect(await outcomes(text)).toEqual([
      patient("a"),
      ["broken-json", { entry: "1" }],
      ["broken-json", { entry: "2" }],
      ["not-fhir", { entry: "3" }],
      ["unknown-resource-type", { entry: "4" }],
      patient("b"),
    ]);
  });

  test("a file that breaks off, or whose brackets do not match, keeps what was complete", async () => {
    const whole = JSON.stringify(bundle({ resource: patient("a") }, { resource: patient("b") }));
    expect(await outcomes(whole.slice(0, -12))).toEqual([patient("a"), ["broken-json", { entry: "1" }]]);
    expect(await outcomes(whole.replace(/\]\}$/, "}}"))).toEqual([
      patient("a"),
      patient("b"),
      ["broken-json", { entry: "2" }],
    ]);
    expect(await outcomes(whole.replace("}},", "}}},"))).toEqual([
      patient("a"),
      ["broken-json", { entry: "1" }],
    ]);
    expect(await outcomes(`${whole}]`)).toEqual([
      patient("a"),
      patient("b"),
      ["broken-json", { entry: "2" }],
    ]);
  });

  test("nesting and size are capped per entry, and a bomb never reaches the parser", async () => {
    const limits = { ...READ_LIMITS, depth: 8, resourceBytes: 300 };
    const deep = `{"resourceType":"Patient","x":${"[".repeat(9)}${"]".repeat(9)}}`;
    const large = JSON.stringify({ ...patient("l"), text: { div: "x".repeat(400) } });
    const entries = [deep, JSON.stringify(patient("a")), large, JSON.stringify(patient("b"))];
    const text = `{"resourceType":"Bundle","entry":[${entries.map((entry) => `{"resource":${entry}}`).join(",")}]}`;
    expect(await outcomes(text, { limits })).toEqual([
      ["too-deep", { entry: "0" }],
      patient("a"),
      ["too-large", { entry: "2" }],
      patient("b"),
    ]);
    expect(await outcomes(large, { limits })).toEqual([["too-large", {}]]);
    const bomb = `{"resourceType":"Patient","x":${'{"x":['.repeat(1_000_000)}`;
    expect(await outcomes(bomb, { chunk: 65_536 })).toEqual([["too-deep", {}]]);
    expect(isDeeperThan(Buffer.from('["[[[[\\"[[["]'), 1)).toBe(false);
  });

  test("a key called __proto__ stays data", async () => {
    const [item] = await readAll('{"resourceType":"Patient","__proto__":{"isAdmin":true}}');
    expect(item?.kind === "resource" && item.resource.isAdmin).toBeUndefined();
  });
});

describe("NDJSON", () => {
  const lines = [patient("a"), patient("b")].map((resource) => JSON.stringify(resource));

  test("is told by its content, and by its name", async () => {
    expect(await outcomes(lines.join("\n"))).toEqual([patient("a"), patient("b")]);
    expect(await outcomes(`${lines[0]}\r\n\r\n`, { name: "x.ndjson" })).toEqual([patient("a")]);
    expect(await outcomes(JSON.stringify(patient("a"), undefined, 1), { name: "x.ndjson" })).toEqual([
      patient("a"),
    ]);
  });

  test("a bad line costs only itself", async () => {
    const limits = { ...READ_LIMITS, depth: 8, resourceBytes: 60 };
    const long = JSON.stringify({ ...patient("l"), x: "x".repeat(90) });
    const deep = `{"resourceType":"Patient","x":${"[".repeat(9)}${"]".repeat(9)}}`;
    const text = [lines[0], "{oops", long, "", deep, lines[1]].join("\n");
    expect(await outcomes(text, { limits })).toEqual([
      patient("a"),
      ["broken-json", { line: 2 }],
      ["too-large", { line: 3 }],
      ["too-deep", { line: 5 }],
      patient("b"),
    ]);
  });
});
