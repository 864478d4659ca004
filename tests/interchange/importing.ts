import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { importFiles } from "@/scripts/import-files";
import type { FhirResource } from "@/server/dossier/fhir";
import type { Imported } from "@/server/interchange/import/import-all";
import type { ReadLimits } from "@/server/interchange/read/item";
import { reportLines } from "@/server/interchange/report";
import type { TestWorld } from "../world";

export type Content = string | readonly FhirResource[];

/** Imports contents as files of these names, in this order: a text as it is, resources as a Bundle. */
export async function importContents(
  world: TestWorld,
  contents: Readonly<Record<string, Content>>,
  options: { location?: string; limits?: ReadLimits } = {},
): Promise<Imported & { lines: string[] }> {
  const folder = join(world.env.dataDir, "incoming");
  mkdirSync(folder, { recursive: true });
  const paths = Object.entries(contents).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === "string" ? content : bundle(content));
    return path;
  });
  const imported = await importFiles(world, paths, options.location, options.limits);
  return { ...imported, lines: reportLines(imported.run, imported.placed, imported.changes) };
}

export const bundle = (resources: readonly FhirResource[]): string =>
  JSON.stringify({
    resourceType: "Bundle",
    type: "collection",
    entry: resources.map((resource) => ({ resource })),
  });

/** A hash of every row of every table, the audit log apart. */
export async function digestOf(world: TestWorld): Promise<Record<string, string>> {
  const tables = await world.db.read.all<{ name: string }>(sql`
    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'audit%' AND name NOT LIKE 'client_names%'`);
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = await world.db.read.values(sql.raw(`SELECT * FROM "${name}"`));
    const lines = rows.map((row) => JSON.stringify(row)).sort();
    digests[name] = `${lines.length} ${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
  }
  return digests;
}

export const PATIENT: FhirResource = {
  resourceType: "Patient",
  id: "p1",
  name: [{ family: "de Wit", given: ["Ingrid"] }],
  birthDate: "1941-03-14",
  gender: "female",
};
export const OTHER: FhirResource = {
  resourceType: "Patient",
  id: "p2",
  name: [{ family: "Schemer", given: ["Henk"] }],
  birthDate: "1938-11-02",
  gender: "male",
};

const subject = { reference: "Patient/p1" };

export const ALLERGY: FhirResource = {
  resourceType: "AllergyIntolerance",
  id: "a1",
  patient: subject,
  code: { text: "Penicilline" },
  criticality: "high",
};
export const ENCOUNTER: FhirResource = {
  resourceType: "Encounter",
  id: "e1",
  status: "finished",
  class: { code: "AMB", display: "Consult" },
  subject,
  serviceProvider: { reference: "Organization/o1" },
  period: { start: "2024-05-01" },
};
export const ORGANIZATION: FhirResource = { resourceType: "Organization", id: "o1", name: "Huisartsenpost" };
export const GOAL: FhirResource = {
  resourceType: "Goal",
  id: "g1",
  lifecycleStatus: "active",
  subject,
  description: { text: "Weer zelf lopen" },
};
export const PLAN: FhirResource = {
  resourceType: "CarePlan",
  id: "c1",
  status: "active",
  intent: "plan",
  subject,
  title: "Mobiliteit",
  period: { start: "2024-01-01" },
  goal: [{ reference: "Goal/g1" }],
};

/** A document with its bytes in a Binary beside it. */
export const document = (text: string): FhirResource[] => [
  {
    resourceType: "DocumentReference",
    id: "d1",
    status: "current",
    subject,
    description: "Brief van de cardioloog",
    content: [{ attachment: { contentType: "application/pdf", url: "Binary/b1" } }],
  },
  {
    resourceType: "Binary",
    id: "b1",
    contentType: "application/pdf",
    data: Buffer.from(text).toString("base64"),
  },
];
