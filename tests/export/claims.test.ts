import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { careRules } from "@/db/schema/care-rules";
import {
  clientAppointments,
  clientNotes,
  clientPasses,
  clientProfile,
  clientServices,
  clientVersions,
} from "@/db/schema/client-records";
import { clientAddresses, clientLocations, contacts, directives } from "@/db/schema/clients";
import { consentDecisions, consentStatements, parties, partyVersions } from "@/db/schema/consent";
import { documents } from "@/db/schema/dossier/documents";
import { entryVersions } from "@/db/schema/dossier/versions";
import { importedResources } from "@/db/schema/interchange";
import { familyMembers } from "@/db/schema/involved";
import { parts } from "@/server/dossier/registry";
import { exportClaims } from "@/server/export/claims";
import { prepareFile, storeFile } from "@/server/files/store";
import { CLIENTS, makePlaces } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { built } from "./built";
import { readXlsx } from "./xlsx-reader";

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
});

/** Tables of the real database that hold rows of a client, and of which the export says nothing. */
async function unclaimed(): Promise<string[]> {
  const tables = await world.db.read.all<{ name: string }>(sql`
    SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND c.name = 'client_id' ORDER BY m.name`);
  expect(tables.length).toBeGreaterThan(parts.length);
  const claims = exportClaims();
  return tables.map(({ name }) => name).filter((name) => !claims.has(name));
}

test("every table with rows of a client is in the export, or it says why not", async () => {
  expect(await unclaimed()).toEqual([]);
});

test("a new table that nobody thought of is found", async () => {
  await world.db.write((tx) =>
    tx.run(sql`CREATE TABLE wishes (id TEXT PRIMARY KEY, client_id TEXT NOT NULL, wish TEXT)`),
  );
  expect(await unclaimed()).toEqual(["wishes"]);
});

test("no claim is about a table that does not exist", async () => {
  const tables = await world.db.read.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table'`,
  );
  const existing = new Set(tables.map(({ name }) => name));
  expect([...exportClaims().keys()].filter((name) => !existing.has(name))).toEqual([]);
});

test("what stands around the parts is where its claim says it is", async () => {
  await makePlaces(world);
  const clientId = "client-own";
  const now = world.clock.now();
  const file = prepareFile(now, { mime: "text/plain", bytes: Buffer.from("canary-file") });
  await world.db.write(async (tx) => {
    await tx.insert(clientLocations).values({
      ...{ id: "l", clientId, locationId: "below", room: "canary-room", fromDate: "2026-01-01" },
    });
    await tx.insert(clientAddresses).values({
      ...{ id: "a", clientId, kind: "home", street: "canary-street", houseNumber: "1" },
      ...{ postcode: "7204 CK", city: "Zutphen", country: "Nederland" },
    });
    await tx.insert(directives).values({
      ...{ id: "d", clientId, kind: "treatment", subject: "canary-directive", decision: "Nee" },
    });
    await tx.insert(careRules).values({
      ...{ id: "c", clientId, law: "Wlz", product: "canary-rule", fromDate: "2026-01-01" },
    });
    await tx.insert(contacts).values({ id: "k", clientId, name: "canary-contact" });
    await tx.insert(familyMembers).values({ id: "f", clientId, name: "canary-relative", relation: "zoon" });
    const period = { clientId, fromDate: "2026-01-01" };
    await tx.insert(clientNotes).values({ ...period, id: "n", subject: "Post", text: "canary-note" });
    await tx.insert(clientProfile).values({ ...period, id: "p", aspect: "habit", text: "canary-profile" });
    await tx.insert(clientServices).values({ ...period, id: "s", service: "canary-service" });
    await tx.insert(clientPasses).values({ ...period, id: "q", number: "canary-pass" });
    await tx.insert(clientAppointments).values({ id: "m", clientId, subject: "canary-visit", startsAt: now });
    await tx.insert(clientVersions).values({
      ...{ id: "v", clientId, kind: "contacts", recordId: "k", version: 1, action: "changed" },
      ...{ before: { id: "k", clientId, name: "canary-earlier-name" }, changedAt: now, changedBy: "Iemand" },
    });
    await tx.insert(parties).values({ id: "party", createdAt: now, position: 0 });
    await tx.insert(partyVersions).values({
      ...{ id: "party:1", partyId: "party", version: 1, name: "Partij", purpose: "Doel", basis: "consent" },
      ...{ gets: [], addressList: false, consentFrom: 1, since: 0, changedBy: "Iemand" },
    });
    await tx.insert(consentDecisions).values({
      ...{ id: "e", clientId, partyId: "party", sequence: 1, answer: "yes", partyVersion: 1 },
      ...{ decidedOn: "2026-01-01", fromDate: "2026-01-01", deciders: [], note: "canary-consent" },
      ...{ recordedAt: now, recordedBy: "Iemand", requestKey: "e" },
    });
    await tx.insert(documents).values({
      ...{ id: "t", clientId, moment: now, recordedAt: now, recordedBy: "Iemand", title: "canary-statement" },
      ...{ label: "consent-statement", status: "current" },
    });
    await tx.insert(consentStatements).values({
      ...{ id: "s", clientId, decisionId: "e", documentId: "t", addedAt: now, addedBy: "Iemand" },
    });
    await tx.insert(importedResources).values({
      ...{
        id: "i",
        clientId,
        source: "",
        resourceType: "Basic",
        resourceId: "1",
        role: "kept",
        importedAt: now,
      },
      json: JSON.stringify({ resourceType: "Basic", id: "1", code: { text: "canary-kept" } }),
    });
    await tx.insert(entryVersions).values({
      ...{ id: "v", clientId, part: "allergies", entryId: "p", version: 1, change: "corrected" },
      row: { id: "p", substance: "canary-version", status: "active" },
      ...{ replacedAt: now, replacedBy: "Iemand" },
    });
    await storeFile(world, tx, clientId, file);
    await tx.insert(documents).values({
      ...{ id: "p", clientId, moment: now, recordedAt: now, recordedBy: "Iemand", title: "Brief" },
      ...{
        label: "Brief",
        status: "current",
        fileId: file.fileId,
        fileName: "brief.txt",
        mime: "text/plain",
      },
      bytes: file.bytes,
    });
  });
  const { named, entries } = await built(world, { id: clientId, number: CLIENTS.own });
  const sheets = new Map(
    readXlsx(named("dossier.xlsx").content).map(({ name, rows }) => [
      name,
      [...rows.values()].flatMap((row) => [...row.values()].map(({ value }) => String(value))).join("\n"),
    ]),
  );
  const canaries = {
    client_locations: "canary-room",
    client_addresses: "canary-street",
    directives: "canary-directive",
    care_rules: "canary-rule",
    contacts: "canary-contact",
    family_members: "canary-relative",
    consent_decisions: "canary-consent",
    consent_statements: "canary-statement",
    client_notes: "canary-note",
    client_profile: "canary-profile",
    client_services: "canary-service",
    client_passes: "canary-pass",
    client_appointments: "canary-visit",
    client_versions: "canary-earlier-name",
    entry_versions: "canary-version",
    imported_resources: "canary-kept",
    files: "canary-file",
  };
  const partLabels = new Set<string>(parts.map(({ label }) => label));
  const around = [...exportClaims()].filter(
    ([, claim]) => !("notExported" in claim) && !("sheet" in claim && partLabels.has(claim.sheet)),
  );
  expect(around.map(([name]) => name).sort()).toEqual(Object.keys(canaries).sort());
  for (const [name, claim] of around) {
    const canary = canaries[name as keyof typeof canaries];
    const found =
      "sheet" in claim
        ? sheets.get(claim.sheet)?.includes(canary)
        : "files" in claim &&
          entries.some((entry) => entry.name.startsWith(claim.files) && entry.content.includes(canary));
    expect([name, found]).toEqual([name, true]);
  }
});
