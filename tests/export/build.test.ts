import { readFileSync } from "node:fs";
import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clients } from "@/db/schema/clients";
import { documents } from "@/db/schema/dossier/documents";
import { reports } from "@/db/schema/dossier/reports";
import { sentences } from "@/server/clients/sentences";
import { parts } from "@/server/dossier/registry";
import { buildExport } from "@/server/export/builder";
import type { Manifest } from "@/server/export/manifest";
import { exportPath } from "@/server/export/paths";
import { openSealed } from "@/server/files/seal";
import { unwrapKey } from "@/server/files/wrap";
import { demoWorld } from "../demo-world";
import type { TestWorld } from "../world";
import { exportRow } from "./export-row";
import { readXlsx } from "./xlsx-reader";
import { type ReadEntry, readZip } from "./zip-reader";

let world: TestWorld;
beforeAll(async () => {
  world = await demoWorld();
}, 120_000);
afterAll(() => world.close());

/** Builds an export of a client through the real worker and reads the zip back. */
async function exported(number: number, scope: "complete" | "current" = "complete") {
  const [client] = await world.db.read.select().from(clients).where(eq(clients.number, number));
  const clientId = client?.id ?? "";
  const row = exportRow({ id: `export-${number}-${scope}`, clientId, scope, requestedAt: world.clock.now() });
  const built = await buildExport(world, row, String(number));
  const key = unwrapKey(world.keys, row.id, built.wrappedKey);
  const sealed = await openSealed(exportPath(world.env.dataDir, row.id), key);
  const pieces: Buffer[] = [];
  for await (const chunk of sealed.chunks()) pieces.push(Buffer.from(chunk));
  const entries = readZip(Buffer.concat(pieces));
  const named = (name: string): ReadEntry => {
    const entry = entries.find((each) => each.name === name);
    if (!entry) throw new Error(`no ${name}`);
    return entry;
  };
  const manifest = JSON.parse(named("manifest.json").content.toString("utf8")) as Manifest;
  return { clientId, built, entries, named, manifest };
}

describe("the complete dossier of 10001", () => {
  let made: Awaited<ReturnType<typeof exported>>;
  beforeAll(async () => {
    made = await exported(10001);
  });

  test("counts in the manifest equal the database, part by part", async () => {
    expect(made.manifest.parts.map(({ part }) => part)).toEqual(parts.map(({ slug }) => slug));
    for (const { part, rows } of made.manifest.parts) {
      const { table } = parts.find(({ slug }) => slug === part) ?? {};
      if (!table) throw new Error(part);
      expect([part, rows]).toEqual([
        part,
        await world.db.read.$count(table, eq(table.clientId, made.clientId)),
      ]);
      expect(rows).toBeGreaterThan(0);
    }
    expect(made.built.rows).toBe(made.manifest.parts.reduce((sum, { rows }) => sum + rows, 0));
  });

  test("every entry's size and checksum are as the manifest says", () => {
    const named = made.manifest.files.map(({ path }) => path);
    expect(made.entries.map(({ name }) => name).filter((name) => name !== "manifest.json")).toEqual(named);
    for (const { path, bytes, sha256 } of made.manifest.files) {
      const entry = made.named(path);
      expect([path, entry.content.length, entry.sha256]).toEqual([path, bytes, sha256]);
    }
  });

  test("dossier.xlsx has the client, a sheet a part and the sheets around them, with as many rows as entries", () => {
    const sheets = readXlsx(made.named("dossier.xlsx").content);
    expect(sheets.map(({ name }) => name)).toEqual([
      "Cliënt",
      ...parts.map(({ label }) => label),
      "Contacten",
      "Toestemmingen",
      "Berichten",
      "Versies",
      "Overige gegevens",
      "Toelichting",
    ]);
    for (const { label, rows } of made.manifest.parts) {
      const sheet = sheets.find(({ name }) => name === label);
      const vervolg = [...(sheet?.rows.values() ?? [])].filter((row) =>
        [...row.values()].some(({ value }) => String(value).startsWith("(vervolg)")),
      );
      expect([label, (sheet?.rows.size ?? 0) - 1 - vervolg.length]).toEqual([label, rows]);
    }
  });

  test("hidden and expertise-bound reports are in it", async () => {
    const kept = await world.db.read.select().from(reports).where(eq(reports.clientId, made.clientId));
    expect(kept.some((row) => row.hidden) && kept.some((row) => row.expertises.length > 0)).toBe(true);
    const sheet = readXlsx(made.named("dossier.xlsx").content).find(({ name }) => name === "Rapportages");
    const texts = new Set(
      [...(sheet?.rows.values() ?? [])].flatMap((row) => [...row.values()].map(({ value }) => value)),
    );
    for (const row of kept) expect(texts.has(row.text ?? row.subjective ?? "")).toBe(true);
  });

  test("the FHIR bundle holds each entry once, with ids that do not repeat", () => {
    const bundle = JSON.parse(made.named("fhir/bundle.json").content.toString("utf8"));
    expect([bundle.resourceType, bundle.type]).toEqual(["Bundle", "collection"]);
    const urls = bundle.entry.map((entry: { fullUrl: string }) => entry.fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    const types = bundle.entry.map(
      (entry: { resource: { resourceType: string } }) => entry.resource.resourceType,
    );
    expect(types.filter((type: string) => type === "Patient")).toHaveLength(1);
    const allergies = made.manifest.parts.find(({ part }) => part === "allergies")?.rows;
    expect(types.filter((type: string) => type === "AllergyIntolerance")).toHaveLength(allergies ?? -1);
  });

  test("documents are in it byte for byte, a care plan a workbook, and no entry names the client", () => {
    expect(made.entries.filter(({ name }) => name.startsWith("documenten/")).length).toBeGreaterThan(0);
    const plans = made.manifest.parts.find(({ part }) => part === "care-plans")?.rows;
    expect(made.entries.filter(({ name }) => /^zorgplannen\/zorgplan-\d+\.xlsx$/.test(name))).toHaveLength(
      plans ?? -1,
    );
    expect(made.entries.some(({ name }) => /verhoeven/i.test(name))).toBe(false);
  });
});

test("LEESMIJ says of how many documents the file is not in the dossier", async () => {
  const made = await exported(10001);
  const readMe = made.named("LEESMIJ.html").content.toString("utf8");
  const absent = await world.db.read.$count(
    documents,
    and(eq(documents.clientId, made.clientId), isNull(documents.fileId)),
  );
  expect(absent).toBeGreaterThan(0);
  expect(readMe).toMatch(new RegExp(`Van ${absent} document(en)? staat het bestand niet in het dossier`));
  const empty = await exported(10010);
  expect(empty.named("LEESMIJ.html").content.toString("utf8")).not.toContain("staat het bestand niet");
});

test.each([
  ["Nee", "Besproken.", "Nee. Besproken."],
  ["Ja, maar …", "Alleen thuis.", "Ja, maar … Alleen thuis."],
  ["Geen opname.", "Besproken.", "Geen opname. Besproken."],
  ["Nee", null, "Nee"],
])("a decision %j with note %j reads as sentences", (decision, note, text) => {
  expect(sentences(decision, note)).toBe(text);
});

test("an Actueel dossier leaves out four parts and earlier versions with their reasons, and keeps all reports", async () => {
  const complete = await exported(10001);
  const current = await exported(10001, "current");
  const left = ["lab-results", "documents", "restraints", "life-story"];
  expect(current.manifest.omitted.map(({ part }) => part)).toEqual([...left, "versions"]);
  expect(current.manifest.omitted.every(({ reason }) => reason.length > 10)).toBe(true);
  expect(current.manifest.parts.map(({ part }) => part)).not.toEqual(expect.arrayContaining(left));
  const rows = (manifest: Manifest, slug: string) =>
    manifest.parts.find(({ part }) => part === slug)?.rows ?? -1;
  expect(rows(current.manifest, "reports")).toBe(rows(complete.manifest, "reports"));
  expect(rows(current.manifest, "allergies")).toBeLessThan(rows(complete.manifest, "allergies"));
  expect(current.entries.some(({ name }) => name.startsWith("documenten/"))).toBe(false);
});

test("an empty dossier gives an export that says so", async () => {
  const empty = await exported(10010);
  expect(empty.manifest.parts.every(({ rows }) => rows === 0)).toBe(true);
  expect(empty.named("klinimetrie.xlsx").content.length).toBeGreaterThan(0);
});

test("the file on disk shows nothing of the dossier", async () => {
  const made = await exported(10001);
  const bytes = readFileSync(exportPath(world.env.dataDir, "export-10001-complete"));
  expect(bytes.includes("PK\u0003\u0004")).toBe(false);
  expect(bytes.includes("manifest.json")).toBe(false);
  expect(made.entries.length).toBeGreaterThan(5);
});

test("stops when the disk is nearly full, with the reason and nothing left behind", async () => {
  const [client] = await world.db.read.select().from(clients).where(eq(clients.number, 10001));
  const row = exportRow({
    id: "export-full",
    clientId: client?.id ?? "",
    scope: "complete",
    requestedAt: world.clock.now(),
  });
  const build = buildExport(world, row, "10001", { minimumFree: Number.MAX_SAFE_INTEGER });
  await expect(build).rejects.toMatchObject({ reason: "export-disk-full" });
  expect(() => readFileSync(exportPath(world.env.dataDir, "export-full"))).toThrow();
});
