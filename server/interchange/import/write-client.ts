import { eq } from "drizzle-orm";
import { insertMany } from "@/db/insert";
import { importedResources } from "@/db/schema/interchange";
import type { ChangeCtx } from "@/server/access/perform";
import type { ReachedClient } from "@/server/access/reach";
import { newId } from "@/server/core/ids";
import { loadEntries } from "./entry-rows";
import { storedKey } from "./lookup";
import type { Outcome } from "./map-client";
import { identityText, type Member, type StoredRow } from "./members";
import { writePerson } from "./person";
import { markOf, type Prepared } from "./prepare-client";
import { became, type Run } from "./run";
import { takeStrays } from "./strays";
import { type Changes, EntryWriter } from "./write-entries";

/**
 * Brings one client's dossier to what the run and the earlier imports say together, in the transaction at hand: all
 * of it or nothing. What is already so is not written again. Entries are read anew: what people changed since the
 * client was prepared is left alone like any other change of theirs.
 * @param keys the client's resources in the run, in reading order
 * @returns `undefined` when the imported resources changed since: prepare the client again
 */
export async function writeClient(
  ctx: ChangeCtx,
  client: ReachedClient,
  run: Run,
  keys: readonly string[],
  { rows, mark, gathered, outcomes, files }: Prepared,
): Promise<Changes | undefined> {
  if ((await markOf(ctx.tx, client.id)) !== mark) return undefined;
  const entries = await loadEntries(ctx.tx, rows, run.turn);
  const told = ({ id }: StoredRow) => gathered.lookup.load(storedKey(id));
  const writer = new EntryWriter(ctx, client.id, entries, run.now, told, files);
  for (const member of gathered.members) {
    if (member.left && member.changed)
      run.left.set(identityText(member), { clientNumber: client.number, type: member.type, id: member.id });
    if (outcomes.get(member.key)?.role === "client" && (await writePerson(ctx, client.id, member, gathered)))
      writer.edited.add(member);
  }
  const carried = await carryAll(run, gathered.members, outcomes, writer);
  await writer.flush();
  await writeRows(ctx, client.id, run, gathered.members, outcomes, carried);
  await takeStrays(ctx, client.id, run, keys, writer.changes);
  await note(run, client.number, keys, gathered.same, outcomes, writer.edited);
  return writer.changes;
}

const BATCH = 200;

interface Carried {
  part: string;
  entryId: string;
}

/** The entries of all carriers. A member whose changed entry stays although it carries nothing now, stays too. */
async function carryAll(
  run: Run,
  members: readonly Member[],
  outcomes: ReadonlyMap<string, Outcome>,
  writer: EntryWriter,
): Promise<Map<string, Carried>> {
  const carried = new Map<string, Carried>();
  for (const member of members) {
    await run.turn();
    const outcome = outcomes.get(member.key);
    const { row } = member;
    if (outcome?.role === "carrier") carried.set(member.key, await writer.carry(member, outcome));
    else if (row?.role === "carrier" && row.part !== null && row.entryId !== null) {
      if (await writer.drop(row)) continue;
      if (member.changed) writer.edited.add(member);
      carried.set(member.key, { part: row.part, entryId: row.entryId });
    }
  }
  return carried;
}

type Place = Pick<StoredRow, "role" | "part" | "entryId">;

function placeOf(
  member: Member,
  outcomes: ReadonlyMap<string, Outcome>,
  carried: Map<string, Carried>,
): Place {
  const own = carried.get(member.key);
  if (own !== undefined) return { role: "carrier", ...own };
  const outcome = outcomes.get(member.key);
  if (outcome?.role === "absorbed") {
    const by = carried.get(outcome.by);
    if (by !== undefined) return { role: "absorbed", ...by };
  }
  return { role: outcome?.role === "client" ? "client" : "kept", part: null, entryId: null };
}

async function writeRows(
  ctx: ChangeCtx,
  clientId: string,
  run: Run,
  members: readonly Member[],
  outcomes: ReadonlyMap<string, Outcome>,
  carried: Map<string, Carried>,
): Promise<void> {
  const added: (typeof importedResources.$inferInsert)[] = [];
  for (const member of members) {
    await run.turn();
    if (member.left) continue;
    const { source, type, id, fullUrl, changed, row } = member;
    const place = placeOf(member, outcomes, carried);
    if (row === undefined) {
      const json = run.staging.get(member.key);
      const identity = { source, resourceType: type, resourceId: id };
      added.push({ id: newId(ctx.now), clientId, ...identity, fullUrl, json, ...place, importedAt: run.now });
      if (added.length >= BATCH) await insertMany(ctx.tx, importedResources, added.splice(0));
      continue;
    }
    const wanted = { ...place, fullUrl };
    const isSame =
      !changed && (Object.keys(wanted) as (keyof typeof wanted)[]).every((key) => wanted[key] === row[key]);
    if (isSame) continue;
    const content = changed ? { json: run.staging.get(member.key) } : {};
    await ctx.tx
      .update(importedResources)
      .set({ ...wanted, ...content })
      .where(eq(importedResources.id, row.id));
  }
  await insertMany(ctx.tx, importedResources, added);
}

async function note(
  run: Run,
  clientNumber: number,
  keys: readonly string[],
  same: ReadonlyMap<string, string>,
  outcomes: ReadonlyMap<string, Outcome>,
  edited: ReadonlySet<Member>,
): Promise<void> {
  for (const key of keys) {
    await run.turn();
    const outcome = outcomes.get(same.get(key) ?? key);
    if (outcome === undefined) throw new Error("A resource of this client became nothing.");
    const carrier = outcome.role === "absorbed" ? outcomes.get(outcome.by) : outcome;
    const part =
      carrier?.role !== "carrier"
        ? null
        : typeof carrier.part === "string"
          ? carrier.part
          : carrier.part.slug;
    became(run, key, { role: outcome.role, part });
  }
  for (const member of edited) {
    run.edited.set(identityText(member), { clientNumber, type: member.type, id: member.id });
  }
}
