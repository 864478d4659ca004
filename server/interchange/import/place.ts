import { eq, gt, inArray, isNotNull, isNull, max } from "drizzle-orm";
import { insertMany } from "@/db/insert";
import { clientLocations, clients } from "@/db/schema/clients";
import { importedResources } from "@/db/schema/interchange";
import type { ChangeCtx } from "@/server/access/perform";
import { newId } from "@/server/core/ids";
import type { FhirResource } from "@/server/dossier/fhir";
import { assignClients } from "../ownership";
import { areTwoPeople, isUnmistakable } from "../rules";
import { loadKnown } from "./known";
import { Lookup } from "./lookup";
import { identityOfRow, identityText, itemOf } from "./members";
import { makeClient } from "./person";
import { chunks, jsonOf, rowsNamed } from "./rows";
import { became, type Run, type RunItem } from "./run";

/** Numbers given to imported clients are above this. */
const NUMBERS_ABOVE = 20_000;

/** The clients a run is about, each with its resources in reading order. */
export interface Placed {
  clients: { id: string; number: number; keys: string[] }[];
  created: number;
}

type Person = { clientId: string; patient: FhirResource };
/** Identity → those who share it: more than one when two systems use one id for two people. */
type Persons = Map<string, Person[]>;

/**
 * Finds or makes the client of each Patient, decides whose every other resource is, and keeps what is nobody's.
 * @param locationId where new clients are cared for from today; without one only reach everywhere sees them
 */
export async function placeRun(ctx: ChangeCtx, run: Run, locationId: string | undefined): Promise<Placed> {
  const patients = [...run.items.values()].filter(({ type }) => type === "Patient");
  const persons = await knownPersons(ctx, patients);
  const clientOf = new Map<string, string>();
  let created = 0;
  for (const item of patients) {
    // One at a time: a person may be known from a file just read, and a number is taken once.
    const { clientId, isNew } = await personOf(ctx, run, item, persons, locationId);
    clientOf.set(item.key, clientId);
    if (isNew) created++;
  }
  const { owners, dangling } = assignClients(run.space, await loadKnown(ctx.tx, run));
  run.dangling = dangling;
  run.owners.clear();
  for (const [key, { clients: found, how }] of owners) {
    run.owners.set(key, { clients: [...new Set([...found].map((one) => clientOf.get(one) ?? one))], how });
  }
  await rememberOwners(ctx, run);
  await keepNobodys(ctx, run);
  return { clients: await keysByClient(ctx, run), created };
}

/** Patients of earlier imports with the type and id of one of these. */
async function knownPersons(ctx: ChangeCtx, patients: readonly RunItem[]): Promise<Persons> {
  const persons: Persons = new Map();
  for (const row of await rowsNamed(ctx.tx, patients, eq(importedResources.role, "client"))) {
    if (row.clientId === null) continue;
    const patient = JSON.parse(await jsonOf(ctx.tx, row)) as FhirResource;
    remember(persons, identityOfRow(row), { clientId: row.clientId, patient });
  }
  return persons;
}

function remember(persons: Persons, identity: string, person: Person): void {
  const same = persons.get(identity);
  if (same) same.push(person);
  else persons.set(identity, [person]);
}

async function personOf(
  ctx: ChangeCtx,
  run: Run,
  item: RunItem,
  persons: Persons,
  locationId: string | undefined,
): Promise<{ clientId: string; isNew: boolean }> {
  const lookup = new Lookup(run);
  const patient = lookup.load(item.key);
  const identity = identityText(item);
  const known = persons
    .get(identity)
    ?.find((person) => isUnmistakable(item) || !areTwoPeople(person.patient, patient));
  if (known !== undefined) return { clientId: known.clientId, isNew: false };
  const number = await nextNumber(ctx);
  const clientId = await makeClient(ctx, number, patient, (reference) => lookup.resolve(reference, item.key));
  if (locationId !== undefined) {
    await ctx.tx
      .insert(clientLocations)
      .values({ id: newId(ctx.now), clientId, locationId, fromDate: ctx.day });
  }
  remember(persons, identity, { clientId, patient });
  return { clientId, isNew: true };
}

async function nextNumber(ctx: ChangeCtx): Promise<number> {
  const [last] = await ctx.tx
    .select({ number: max(clients.number) })
    .from(clients)
    .where(gt(clients.number, NUMBERS_ABOVE));
  return (last?.number ?? NUMBERS_ABOVE) + 1;
}

/** What names nobody now, but was a client's in an earlier import, stays theirs. */
async function rememberOwners(ctx: ChangeCtx, run: Run): Promise<void> {
  const asked = [...run.owners].flatMap(([key, { how }]) => {
    const namesSomeone = (run.space.get(key)?.subjects.length ?? 0) > 0;
    return how !== "none" || namesSomeone ? [] : itemOf(run, key);
  });
  const clientsOf = new Map<string, Set<string>>();
  for (const row of await rowsNamed(ctx.tx, asked, isNotNull(importedResources.clientId))) {
    const known = clientsOf.get(identityOfRow(row)) ?? new Set<string>();
    if (row.clientId !== null) clientsOf.set(identityOfRow(row), known.add(row.clientId));
  }
  for (const item of asked) {
    const found = clientsOf.get(identityText(item));
    if (found !== undefined) run.owners.set(item.key, { clients: [...found], how: "referenced" });
  }
}

/** Stores what belongs to no client, word for word. */
async function keepNobodys(ctx: ChangeCtx, run: Run): Promise<void> {
  const nobodys = new Map<string, RunItem>();
  for (const [key, { clients: found }] of run.owners) {
    if (found.length > 0) continue;
    const item = itemOf(run, key);
    const before = nobodys.get(identityText(item));
    if (before === undefined || before.updated <= item.updated) nobodys.set(identityText(item), item);
    became(run, key, { role: "kept", part: null });
  }
  const rows = await rowsNamed(ctx.tx, nobodys.values(), isNull(importedResources.clientId));
  const stored = new Map(rows.map((row) => [identityOfRow(row), row]));
  const added: (typeof importedResources.$inferInsert)[] = [];
  for (const [identity, { key, source, type, id, fullUrl }] of nobodys) {
    const content = { json: run.staging.get(key), fullUrl };
    const row = stored.get(identity);
    if (row === undefined) {
      const named = { source, resourceType: type, resourceId: id };
      added.push({ id: newId(ctx.now), ...named, ...content, role: "kept", importedAt: run.now });
    } else if (row.fullUrl !== fullUrl || (await jsonOf(ctx.tx, row)) !== content.json) {
      await ctx.tx.update(importedResources).set(content).where(eq(importedResources.id, row.id));
    }
  }
  await insertMany(ctx.tx, importedResources, added);
}

async function keysByClient(ctx: ChangeCtx, run: Run): Promise<Placed["clients"]> {
  const keys = new Map<string, string[]>();
  for (const key of run.items.keys()) {
    for (const clientId of run.owners.get(key)?.clients ?? []) {
      const list = keys.get(clientId);
      if (list) list.push(key);
      else keys.set(clientId, [key]);
    }
  }
  const numbers = new Map<string, number>();
  for (const ids of chunks([...keys.keys()])) {
    const rows = await ctx.tx
      .select({ id: clients.id, number: clients.number })
      .from(clients)
      .where(inArray(clients.id, ids));
    for (const { id, number } of rows) numbers.set(id, number);
  }
  return [...keys]
    .map(([id, own]) => ({ id, number: numbers.get(id) ?? 0, keys: own }))
    .sort((a, b) => a.number - b.number);
}
