import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { clients } from "@/db/schema/clients";
import { allergies } from "@/db/schema/dossier/allergies";
import { importedResources } from "@/db/schema/interchange";
import { makeWorld, type TestWorld } from "../world";
import { ALLERGY, digestOf, ENCOUNTER, importContents, OTHER, PATIENT } from "./importing";

const theirs = { reference: "Patient/p2" };
/** Of an id that cannot be another's by accident: what the source gives to someone else is taken from whose it was. */
const UNMISTAKABLE = "5f0c1b4e-9d1c-4b53-8d35-2f7f5a1c9e10";
const THEIR_ALLERGY = { ...ALLERGY, id: UNMISTAKABLE, patient: theirs, code: { text: "Latex" } };
const CHANGED = { ...OTHER, birthDate: "1938-11-03" };
/** The survivor has no telephone either: to whoever compares column by column nothing speaks against it. */
const REACHABLE = { ...CHANGED, telecom: [{ system: "phone", value: "0612345678", use: "mobile" }] };

/** Two clients from two files, of whom the second was merged into the first; what was theirs was left with them. */
async function merged(): Promise<{ world: TestWorld; survivor: string; retired: string }> {
  const world = await makeWorld();
  await importContents(world, { "a.json": [PATIENT, ALLERGY] });
  await importContents(world, { "b.json": [OTHER, THEIR_ALLERGY] });
  const [one, other] = await world.db.read.select().from(clients).orderBy(asc(clients.number));
  if (!one || !other) throw new Error("There are not two clients.");
  const away = { mergedIntoId: one.id };
  await world.db.write((tx) => tx.update(clients).set(away).where(eq(clients.id, other.id)));
  return { world, survivor: one.id, retired: other.id };
}

test("what comes in for who was merged away lands with whom they were merged into, by subject and by reference", async () => {
  const { world, survivor } = await merged();
  const fresh = { ...ENCOUNTER, id: "e9", subject: theirs };
  const { placed } = await importContents(world, { "b.json": [OTHER, fresh] });
  expect(placed.clients.map(({ id }) => id)).toEqual([survivor]);
  expect(placed.created).toBe(0);
  // A file without the Patient itself, too.
  const alone = { ...ALLERGY, id: "a3", patient: theirs, code: { text: "Noten" } };
  await importContents(world, { "c.json": [alone] });
  const rows = await world.db.read.select().from(importedResources);
  const ownerOf = (id: string) => rows.find(({ resourceId }) => resourceId === id)?.clientId;
  expect([ownerOf("e9"), ownerOf("a3")]).toEqual([survivor, survivor]);
  const found = await world.db.read.select().from(allergies).where(eq(allergies.clientId, survivor));
  expect(found.map(({ substance }) => substance).sort()).toEqual(["Noten", "Penicilline"]);
});

test("the Patient of who was merged away changes nothing of the survivor, however often it comes, and the report says so", async () => {
  const { world, survivor, retired } = await merged();
  const before = await world.db.read.select().from(clients).orderBy(asc(clients.number));
  for (const patient of [OTHER, CHANGED, REACHABLE]) {
    const { lines } = await importContents(world, { "b.json": [patient] });
    expect(/achtergebleven.*\n +cliënt 20001: .*p2/.test(lines.join("\n"))).toBe(patient !== OTHER);
    expect(await world.db.read.select().from(clients).orderBy(asc(clients.number))).toEqual(before);
  }
  const persons = await world.db.read
    .select()
    .from(importedResources)
    .where(eq(importedResources.role, "client"));
  expect(persons.map(({ resourceId, clientId }) => [resourceId, clientId]).sort()).toEqual([
    ["p1", survivor],
    ["p2", retired],
  ]);
});

test("what the merge left behind does not come back by reading the file again, nor is it changed or taken away", async () => {
  const { world, survivor } = await merged();
  await importContents(world, { "b.json": [OTHER, THEIR_ALLERGY] });
  const before = await digestOf(world);
  await importContents(world, { "b.json": [OTHER, { ...THEIR_ALLERGY, code: { text: "Bijengif" } }] });
  expect(await digestOf(world)).toEqual(before);
  const found = await world.db.read.select().from(allergies).where(eq(allergies.clientId, survivor));
  expect(found.map(({ substance }) => substance)).toEqual(["Penicilline"]);
});

test("a reference that could mean two clients means one once they are one", async () => {
  const world = await makeWorld();
  await importContents(world, { "a.json": [PATIENT] });
  await importContents(world, { "b.json": [{ ...OTHER, id: "p1" }] });
  const [one, other] = await world.db.read.select().from(clients).orderBy(asc(clients.number));
  if (!one || !other) throw new Error("There are not two clients.");
  await importContents(world, { "c.json": [ALLERGY] });
  expect(await world.db.read.select().from(allergies)).toEqual([]);
  const away = { mergedIntoId: one.id };
  await world.db.write((tx) => tx.update(clients).set(away).where(eq(clients.id, other.id)));
  await importContents(world, { "d.json": [ALLERGY] });
  expect(await world.db.read.select().from(allergies)).toMatchObject([{ clientId: one.id }]);
});
