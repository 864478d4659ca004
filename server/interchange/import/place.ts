import { eq, gt, inArray, isNotNull, isNull, max } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { insertMany } from "@/db/insert";
import { clientLocations, clients } from "@/db/schema/clients";
import { importedResources } from "@/db/schema/interchange";
import { survivorsOf } from "@/server/access/merged";
import type { ChangeCtx } from "@/server/access/perform";
import { reachOf } from "@/server/access/policy";
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
const BATCH = 200;

/** The clients a run is about, each with its resources in reading order. */
export interface Placed {
  clients: { id: string; number: number; keys: string[] }[];
  created: number;
}

type Person = { clientId: string; patient: FhirResource };
/** Identity → those who share it: more than one when two systems use one id for two people. */
type Persons = Map<string, Person[]>;

/** Which client each Patient of a run is, by key, and how many of them are new. */
export interface Placing {
  clientOf: Map<string, string>;
  created: number;
}

/** Patients that are placed in one transaction. */
const AT_ONCE = 50;

/** The Patients of a run, some at a time. */
export function patientsOf(run: Run): RunItem[][] {
  return [
    ...chunks(
      [...run.items.values()].filter(({ type }) => type === "Patient"),
      AT_ONCE,
    ),
  ];
}

/**
 * Finds or makes the client of each of these Patients. A new client has its Patient from the first moment: an import
 * that breaks off here finds them again.
 * @param locationId where new clients are cared for from today; without one only reach everywhere sees them
 */
export async function placePatients(
  ctx: ChangeCtx,
  run: Run,
  patients: readonly RunItem[],
  locationId: string | undefined,
): Promise<Placing> {
  const placing: Placing = { clientOf: new Map(), created: 0 };
  const persons = await knownPersons(ctx, patients);
  for (const item of patients) {
    // One at a time: a person may be known from a file just read, and a number is taken once.
    const { clientId, isNew } = await personOf(ctx, run, item, persons, locationId);
    placing.clientOf.set(item.key, clientId);
    if (isNew) placing.created++;
    await run.turn();
  }
  ctx.detail(`clients=${new Set(placing.clientOf.values()).size} created=${placing.created}`);
  return placing;
}

/** Decides whose every resource of the run is; changes nothing. @returns the clients it is about */
export async function assignRun(db: Reader, run: Run, { clientOf, created }: Placing): Promise<Placed> {
  const { owners, dangling } = await assignClients(run.space, await loadKnown(db, run, run.turn), run.turn);
  run.dangling = dangling;
  run.owners.clear();
  for (const [key, { clients: found, how }] of owners) {
    run.owners.set(key, { clients: [...new Set([...found].map((one) => clientOf.get(one) ?? one))], how });
  }
  await rememberOwners(db, run);
  return { clients: await keysByClient(db, run), created };
}

/** Patients of earlier imports with the type and id of one of these. */
async function knownPersons(ctx: ChangeCtx, patients: readonly RunItem[]): Promise<Persons> {
  const persons: Persons = new Map();
  const rows = await rowsNamed(ctx.tx, patients, { condition: eq(importedResources.role, "client") });
  // What belonged to someone who was merged away comes to whom they were merged into.
  const nowOf = await survivorsOf(
    ctx.tx,
    rows.flatMap(({ clientId }) => clientId ?? []),
  );
  for (const row of rows) {
    if (row.clientId === null) continue;
    const patient = JSON.parse(await jsonOf(ctx.tx, row)) as FhirResource;
    remember(persons, identityOfRow(row), { clientId: nowOf(row.clientId), patient });
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
  await ctx.tx.insert(importedResources).values({
    ...{ id: newId(ctx.now), clientId, json: run.staging.get(item.key), role: "client", importedAt: run.now },
    ...{ source: item.source, resourceType: item.type, resourceId: item.id, fullUrl: item.fullUrl },
  });
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
async function rememberOwners(db: Reader, run: Run): Promise<void> {
  const asked = [...run.owners].flatMap(([key, { how }]) => {
    const namesSomeone = (run.space.get(key)?.subjects.length ?? 0) > 0;
    return how !== "none" || namesSomeone ? [] : itemOf(run, key);
  });
  const clientsOf = new Map<string, Set<string>>();
  const rows = await rowsNamed(db, asked, {
    condition: isNotNull(importedResources.clientId),
    turn: run.turn,
  });
  const nowOf = await survivorsOf(
    db,
    rows.flatMap(({ clientId }) => clientId ?? []),
  );
  for (const row of rows) {
    const known = clientsOf.get(identityOfRow(row)) ?? new Set<string>();
    if (row.clientId !== null) clientsOf.set(identityOfRow(row), known.add(nowOf(row.clientId)));
  }
  for (const item of asked) {
    const found = clientsOf.get(identityText(item));
    if (found !== undefined) run.owners.set(item.key, { clients: [...found], how: "referenced" });
  }
}

/** True when something of the run belongs to no client. */
export function hasNobodys(run: Run): boolean {
  return [...run.owners.values()].some(({ clients: found }) => found.length === 0);
}

/**
 * Stores what belongs to no client, word for word. Everyone has that in common, so what is there already is replaced
 * only by who imports everywhere; of others it becomes nothing, and is refused.
 */
export async function keepNobodys(ctx: ChangeCtx, run: Run): Promise<void> {
  const replaces = reachOf(ctx.actor, "interchange.import") === "everywhere";
  const nobodys = new Map<string, RunItem>();
  const keysOf = new Map<string, string[]>();
  for (const [key, { clients: found }] of run.owners) {
    if (found.length > 0) continue;
    const item = itemOf(run, key);
    const before = nobodys.get(identityText(item));
    if (before === undefined || before.updated <= item.updated) nobodys.set(identityText(item), item);
    keysOf.set(identityText(item), [...(keysOf.get(identityText(item)) ?? []), key]);
  }
  const rows = await rowsNamed(ctx.tx, nobodys.values(), {
    condition: isNull(importedResources.clientId),
    turn: run.turn,
  });
  const stored = new Map(rows.map((row) => [identityOfRow(row), row]));
  let left = 0;
  const added: (typeof importedResources.$inferInsert)[] = [];
  for (const [identity, { key, source, type, id, fullUrl }] of nobodys) {
    await run.turn();
    const content = { json: run.staging.get(key), fullUrl };
    const row = stored.get(identity);
    const isOther = row && (row.fullUrl !== fullUrl || (await jsonOf(ctx.tx, row)) !== content.json);
    if (isOther && !replaces) {
      left++;
      continue;
    }
    for (const each of keysOf.get(identity) ?? []) became(run, each, { role: "kept", part: null });
    if (row === undefined) {
      const named = { source, resourceType: type, resourceId: id };
      added.push({ id: newId(ctx.now), ...named, ...content, role: "kept", importedAt: run.now });
    } else if (isOther) {
      await ctx.tx.update(importedResources).set(content).where(eq(importedResources.id, row.id));
    }
  }
  for (const some of chunks(added, BATCH)) {
    await insertMany(ctx.tx, importedResources, some);
    await run.turn();
  }
  ctx.detail(`shared=${nobodys.size - left}${left > 0 ? ` left=${left}` : ""}`);
}

async function keysByClient(db: Reader, run: Run): Promise<Placed["clients"]> {
  const keys = new Map<string, string[]>();
  for (const key of run.items.keys()) {
    await run.turn();
    for (const clientId of run.owners.get(key)?.clients ?? []) {
      const list = keys.get(clientId);
      if (list) list.push(key);
      else keys.set(clientId, [key]);
    }
  }
  const numbers = new Map<string, number>();
  for (const ids of chunks([...keys.keys()])) {
    const rows = await db
      .select({ id: clients.id, number: clients.number })
      .from(clients)
      .where(inArray(clients.id, ids));
    for (const { id, number } of rows) numbers.set(id, number);
  }
  return [...keys]
    .map(([id, own]) => ({ id, number: numbers.get(id) ?? 0, keys: own }))
    .sort((a, b) => a.number - b.number);
}
