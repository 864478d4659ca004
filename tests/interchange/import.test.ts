import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { locations } from "@/db/schema/access";
import { auditEntries } from "@/db/schema/audit";
import { clientLocations, clients } from "@/db/schema/clients";
import { allergies } from "@/db/schema/dossier/allergies";
import { documents } from "@/db/schema/dossier/documents";
import { reports } from "@/db/schema/dossier/reports";
import { files } from "@/db/schema/files";
import { importedResources } from "@/db/schema/interchange";
import { allergiesPart } from "@/server/dossier/parts/allergies";
import { filePath, openFile } from "@/server/files/store";
import { READ_LIMITS } from "@/server/interchange/read/item";
import { makeWorld, type TestWorld } from "../world";
import {
  ALLERGY,
  digestOf,
  document,
  ENCOUNTER,
  GOAL,
  importContents,
  ORGANIZATION,
  OTHER,
  PATIENT,
  PLAN,
} from "./importing";

const rowsOf = (world: TestWorld) =>
  world.db.read
    .select({
      name: sql<string>`${importedResources.resourceType} || '/' || ${importedResources.resourceId}`,
      role: importedResources.role,
      part: importedResources.part,
      clientId: importedResources.clientId,
      entryId: importedResources.entryId,
    })
    .from(importedResources)
    .orderBy(importedResources.resourceType, importedResources.resourceId);

const EVERYTHING = [PATIENT, ALLERGY, ENCOUNTER, ORGANIZATION, GOAL, PLAN, ...document("%PDF-1.4 een")];

describe("an import", () => {
  test("maps what a part carries and keeps the rest word for word, with the client it belongs to", async () => {
    const world = await makeWorld();
    const { lines } = await importContents(world, { "a.json": EVERYTHING });
    expect(lines.at(-1)).toBe("read=8 mapped=6 kept=2 refused=0 clients=1");
    const rows = await rowsOf(world);
    expect(rows.map(({ name, role, part }) => [name, role, part])).toEqual([
      ["AllergyIntolerance/a1", "carrier", "allergies"],
      ["Binary/b1", "absorbed", "documents"],
      ["CarePlan/c1", "carrier", "care-plans"],
      ["DocumentReference/d1", "carrier", "documents"],
      ["Encounter/e1", "kept", null],
      ["Goal/g1", "absorbed", "care-plans"],
      ["Organization/o1", "kept", null],
      ["Patient/p1", "client", null],
    ]);
    expect(new Set(rows.map(({ clientId }) => clientId)).size).toBe(1);
    const entryOf = (name: string) => rows.find((row) => row.name === name)?.entryId;
    expect(entryOf("Goal/g1")).toBe(entryOf("CarePlan/c1"));
    expect(await world.db.read.select().from(clients)).toMatchObject([
      { number: 20001, lastName: "Wit", prefix: "de", birthDate: "1941-03-14", gender: "female" },
    ]);
  });

  test("of the same files again, later, changes no row in any table", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": EVERYTHING });
    const before = await digestOf(world);
    world.clock.advance(86_400_000);
    const { changes } = await importContents(world, { "a.json": EVERYTHING });
    expect(await digestOf(world)).toEqual(before);
    expect(changes).toEqual({ added: 0, changed: 0, removed: 0 });
  });

  test("tells what it refuses and where, and imports the rest", async () => {
    const world = await makeWorld();
    const bomb = `{"resourceType":"Patient","id":"x","extension":${"[".repeat(500)}${"]".repeat(500)}}`;
    const entity =
      '<!DOCTYPE x [<!ENTITY e "boom">]><Patient xmlns="http://hl7.org/fhir"><id value="&e;"/></Patient>';
    const { lines, run } = await importContents(world, {
      "afgebroken.json": `{"resourceType":"Bundle","entry":[{"resource":${JSON.stringify(OTHER)}},{"resource":{"resour`,
      "soort.ndjson": `${JSON.stringify(ENCOUNTER)}\n{"resourceType":"Poes"}\n`,
      "bom.json": bomb,
      "entiteit.xml": entity,
      "goed.json": [PATIENT, ORGANIZATION],
    });
    expect(run.refusals.map(({ reason }) => reason)).toEqual([
      "broken-json",
      "unknown-resource-type",
      "too-deep",
      "document-type",
    ]);
    expect(lines.join("\n")).toMatch(
      /soort\.ndjson \(regel 2\): Dit soort gegeven kent FHIR R4 niet\. \[Poes\]/,
    );
    expect(lines.at(-1)).toBe("read=8 mapped=2 kept=2 refused=4 clients=2");
    expect(await world.db.read.$count(importedResources)).toBe(4);
  });

  test("refuses a resource over the limit and imports the rest", async () => {
    const world = await makeWorld();
    const large = { ...ENCOUNTER, text: { status: "generated", div: "x".repeat(5_000) } };
    const limits = { ...READ_LIMITS, resourceBytes: 2_000 };
    const { lines } = await importContents(world, { "a.json": [PATIENT, large, ALLERGY] }, { limits });
    expect(lines.at(-1)).toBe("read=3 mapped=2 kept=0 refused=1 clients=1");
  });

  test("keeps a resource that its part cannot read, and says so", async () => {
    const world = await makeWorld();
    const take = vi.spyOn(allergiesPart.fhir, "take").mockImplementation(() => {
      throw new TypeError("odd data");
    });
    const { lines } = await importContents(world, { "a.json": [PATIENT, ALLERGY] }).finally(() =>
      take.mockRestore(),
    );
    expect(lines.at(-1)).toBe("read=2 mapped=1 kept=1 refused=0 clients=1");
    expect(lines.join("\n")).toMatch(/Niet te lezen voor het onderdeel.*\n.*AllergyIntolerance, Allergieën/);
  });

  test("gives a new client the location asked for, from today", async () => {
    const world = await makeWorld();
    await world.db.write((tx) =>
      tx.insert(locations).values({ id: "l1", code: "OOST-1", name: "Huis", parentId: null }),
    );
    await importContents(world, { "a.json": [PATIENT] }, { location: "OOST-1" });
    await importContents(world, { "a.json": [PATIENT] }, { location: "OOST-1" });
    expect(await world.db.read.select().from(clientLocations)).toMatchObject([
      { locationId: "l1", fromDate: "2026-11-21", untilDate: null },
    ]);
  });

  test("with an unknown location does nothing", async () => {
    const world = await makeWorld();
    const before = await digestOf(world);
    await expect(importContents(world, { "a.json": [PATIENT] }, { location: "MARS" })).rejects.toThrow(
      'Er is geen locatie met code "MARS". Er zijn nog geen locaties. Er is niets geïmporteerd.',
    );
    expect(await digestOf(world)).toEqual(before);
    expect(await world.db.read.$count(auditEntries)).toBe(0);
  });

  test("leaves one line in the log for the run and one for each client", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": [PATIENT, ALLERGY, OTHER] });
    const log = await world.db.read.select().from(auditEntries).orderBy(auditEntries.sequence);
    const ids = (await world.db.read.select().from(clients).orderBy(clients.number)).map(({ id }) => id);
    expect(log.map(({ event, actor, clientId, detail }) => [event, actor, clientId, detail])).toEqual([
      ["dossier.imported", "opdrachtregel", null, "clients=2 created=2"],
      ["dossier.imported", "opdrachtregel", ids[0], "added=1 changed=0 removed=0"],
      ["dossier.imported", "opdrachtregel", ids[1], "added=0 changed=0 removed=0"],
    ]);
  });

  test("leaves nothing of the files beside the database", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": EVERYTHING });
    expect(readdirSync(world.env.dataDir).filter((name) => name.startsWith("import-"))).toEqual([]);
  });
});

describe("a document", () => {
  test("has its bytes as an encrypted file of the client; changed bytes replace it and the old are gone", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": [PATIENT, ...document("een")] });
    const [first] = await world.db.read.select().from(files);
    await importContents(world, { "a.json": [PATIENT, ...document("twee")] });
    const [entry] = await world.db.read.select().from(documents);
    const stored = await world.db.read.select().from(files);
    expect(stored.map(({ id }) => id)).toEqual([entry?.fileId]);
    const { file } = await openFile(world, world.db.read, entry?.clientId ?? "", entry?.fileId ?? "");
    const parts: Buffer[] = [];
    for await (const part of file.chunks()) parts.push(part);
    await file.close();
    expect(Buffer.concat(parts).toString()).toBe("twee");
    expect(entry).toMatchObject({ version: 1, bytes: 4 });
    expect(existsSync(filePath(world.env.dataDir, first?.id ?? ""))).toBe(false);
    expect(readdirSync(join(world.env.dataDir, "files"))).toHaveLength(1);
  });
});

describe("what several clients share", () => {
  test("is with each of them, counts once, and stays when its file comes alone", async () => {
    const world = await makeWorld();
    const theirs = { ...ENCOUNTER, id: "e2", subject: { reference: "Patient/p2" } };
    const { lines } = await importContents(world, {
      "a.json": [PATIENT, OTHER, ENCOUNTER, theirs, ORGANIZATION],
    });
    expect(lines.at(-1)).toBe("read=5 mapped=2 kept=3 refused=0 clients=2");
    const shared = () =>
      world.db.read
        .select()
        .from(importedResources)
        .where(eq(importedResources.resourceType, "Organization"));
    expect(await shared()).toHaveLength(2);
    await importContents(world, { "o.json": [{ ...ORGANIZATION, name: "Huisartsenpost Oost" }] });
    expect((await shared()).map(({ json }) => JSON.parse(json).name)).toEqual([
      "Huisartsenpost Oost",
      "Huisartsenpost Oost",
    ]);
  });

  test("is listed in the report when it belongs to nobody, and becomes a client's once it is referred to", async () => {
    const world = await makeWorld();
    const { lines } = await importContents(world, { "o.json": [ORGANIZATION] });
    expect(lines.join("\n")).toMatch(/Hoort bij geen cliënt.*\n +1 {2}Organisatie \(Organization\)/);
    expect(await rowsOf(world)).toMatchObject([{ clientId: null, role: "kept" }]);
    await importContents(world, { "a.json": [PATIENT, ENCOUNTER, ORGANIZATION] });
    const rows = await rowsOf(world);
    expect(rows).toHaveLength(3);
    expect(rows.every(({ clientId }) => clientId !== null)).toBe(true);
  });
});

test("an allergy of the first import is found among the allergies of its client", async () => {
  const world = await makeWorld();
  await importContents(world, { "a.json": [PATIENT, ALLERGY] });
  expect(await world.db.read.select().from(allergies)).toMatchObject([
    { version: 1, recordedBy: "Niet vermeld in de bron", recordedById: null },
  ]);
});

test("a text with U+0000 in it is stored whole, without that character; the resource keeps it", async () => {
  const world = await makeWorld();
  const data = Buffer.from("voor\u0000na").toString("base64");
  const note = {
    resourceType: "DocumentReference",
    id: "n1",
    status: "current",
    subject: { reference: "Patient/p1" },
    type: { coding: [{ system: "http://loinc.org", code: "34109-9" }], text: "Notitie" },
    content: [{ attachment: { contentType: "text/plain", data } }],
  };
  await importContents(world, {
    "a.json": [PATIENT, { ...ALLERGY, code: { text: "Bij\u0000engif" } }, note],
  });
  expect((await world.db.read.select().from(allergies))[0]?.substance).toBe("Bijengif");
  expect((await world.db.read.select().from(reports))[0]?.text).toBe("voorna");
  const kept = await world.db.read.select().from(importedResources);
  expect(kept.some(({ json }) => json.includes("Bij\\u0000engif"))).toBe(true);
});
