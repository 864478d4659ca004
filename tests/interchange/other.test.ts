import { describe, expect, test } from "vitest";
import { performOnClient } from "@/server/access/perform";
import { ListOther } from "@/server/interchange/input";
import { listOther } from "@/server/interchange/service";
import { indentJson, otherView, SHOWN_TEXT } from "@/server/interchange/view";
import { makeWorld, type TestWorld } from "../world";
import { ENCOUNTER, importContents, ORGANIZATION, PATIENT } from "./importing";

const CALLER = { actor: { kind: "command" }, accessPoint: "command", source: null } as const;
const ACT = { tasks: ["dossier.view"], audit: "dossier.other-viewed", kind: "query" } as const;

const list = (world: TestWorld, input: object = {}) =>
  performOnClient(world, CALLER, ACT, "20001", (ctx, client) =>
    listOther(ctx, client, ListOther.parse(input)),
  );

describe("Overige gegevens", () => {
  test("lists what fits no part, with its type in Dutch, date, words and text", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": [PATIENT, ENCOUNTER, ORGANIZATION] });
    const { resources, types, total } = await list(world);
    expect(total).toBe(2);
    expect(types).toEqual([
      { type: "Encounter", label: "Contact", count: 1 },
      { type: "Organization", label: "Organisatie", count: 1 },
    ]);
    expect(resources).toMatchObject([
      { typeLabel: "Contact", resourceId: "e1", date: "2024-05-01", description: "Consult", cut: false },
      { typeLabel: "Organisatie", resourceId: "o1", date: null, description: "Huisartsenpost" },
    ]);
    expect(resources[1]?.json).toBe(JSON.stringify(ORGANIZATION, null, 2));
  });

  test("comes in pages, of one type when asked, and never of another client", async () => {
    const world = await makeWorld();
    const many = Array.from({ length: 30 }, (_, index) => ({ ...ENCOUNTER, id: `e${index}` }));
    const theirs = { ...ENCOUNTER, id: "x1", subject: { reference: "Patient/p9" } };
    await importContents(world, {
      "a.json": [PATIENT, ...many, ORGANIZATION, { ...PATIENT, id: "p9" }, theirs],
    });
    const last = await list(world, { type: "Encounter", page: 2, size: 20 });
    expect([last.total, last.page, last.resources.length]).toEqual([30, 2, 10]);
    expect((await list(world, { page: 99, size: 20 })).page).toBe(2);
    const all = await list(world, { size: 100 });
    expect(all.resources.map(({ resourceId }) => resourceId)).not.toContain("x1");
  });

  test("shows a long resource up to a limit, and says it is longer", () => {
    const json = JSON.stringify({ resourceType: "Basic", text: "x".repeat(SHOWN_TEXT * 2) });
    const row = { id: "1", resourceType: "Basic", resourceId: "b", length: json.length };
    expect(otherView({ ...row, json })).toMatchObject({ cut: true, typeLabel: "Basic" });
    expect(otherView({ ...row, json: json.slice(0, 100) })).toMatchObject({ cut: true, date: null });
  });

  test("indents text without touching its digits or what stands in strings", () => {
    const json =
      '{"value":1.00,"big":12345678901234567890,"text":"a{b}[c]: \\"d\\", e","list":[1,2],"none":[],"o":{}}';
    expect(indentJson(json)).toBe(
      '{\n  "value": 1.00,\n  "big": 12345678901234567890,\n  "text": "a{b}[c]: \\"d\\", e",\n  "list": [\n    1,\n    2\n  ],\n  "none": [],\n  "o": {}\n}',
    );
  });
});
