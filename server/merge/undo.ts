import { and, eq, gt, gte, inArray, ne } from "drizzle-orm";
import type { z } from "zod";
import { clientLocations, clients } from "@/db/schema/clients";
import { consentDecisions } from "@/db/schema/consent";
import { exports } from "@/db/schema/exports";
import { mergeChanges, merges } from "@/db/schema/merge";
import type { ChangeCtx, Ctx } from "../access/perform";
import { decide } from "../access/policy";
import { isCurrent, type ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import { makeTurns, type Turn } from "../core/turns";
import { authorOf, isNoted, personColumns } from "./carry-out";
import type { Claim } from "./claim";
import { claims } from "./claims";
import type { CarryOutUndo } from "./input";
import { endWhatEnded, takeBackDecisions } from "./put-back";
import { type Columns, RowMover, setColumns } from "./rows";
import { type MergeRow, standingMerges } from "./service";
import {
  type Home,
  type Homes,
  homesOf,
  madeSince,
  type PersonSince,
  personSince,
  type SinceItem,
} from "./since";
import { FIELD_SUBJECT_IDS, type Side } from "./subjects";
import { personRow } from "./view";

/** What an undo goes by: the merge, whose rows were whose, what was made since, and what became of the person. */
export interface Undoable {
  merge: MergeRow;
  homes: Homes;
  /** Each to be assigned */
  asked: SinceItem[];
  /** Each goes where another row goes */
  following: SinceItem[];
  person: PersonSince;
}

/** The key by which the page names a row made since. */
export const itemKey = ({ claim, key }: Pick<SinceItem, "claim" | "key">): string => `${claim.table}:${key}`;

/**
 * A merge that may be undone now: the newest of this client, so that chains unwind in order.
 * @throws DomainError `merge-undone`, `merge-not-newest`, `merge-beyond-reach`
 */
export async function undoable(
  ctx: Ctx,
  client: ReachedClient,
  mergeId: string,
  turn: Turn,
): Promise<Undoable> {
  const [newest, ...older] = await standingMerges(ctx, client.id);
  if (newest?.id !== mergeId)
    throw new DomainError(older.some(({ id }) => id === mergeId) ? "merge-not-newest" : "merge-undone");
  const homes = await homesOf(ctx.db, mergeId, turn);
  const [asked, following]: [SinceItem[], SinceItem[]] = [[], []];
  for (const claim of claims.filter(isNoted)) {
    const known = homes.get(claim.table) ?? new Map<string, Home>();
    const made = await madeSince(ctx.db, claim, client.id, known, turn);
    (claim.since === "ask" ? asked : following).push(...made);
  }
  await assertWithinReach(ctx, newest, homes);
  ctx.alsoAbout(newest.retiredId);
  return { merge: newest, homes, asked, following, person: await personSince(ctx.db, newest) };
}

/** Who undoes a merge must be able to do so with the one who comes back, where that one is cared for. */
async function assertWithinReach(ctx: Ctx, merge: MergeRow, homes: Homes): Promise<void> {
  const stays = await ctx.db
    .select({ id: clientLocations.id, locationId: clientLocations.locationId })
    .from(clientLocations)
    .where(and(inArray(clientLocations.clientId, [merge.survivorId, merge.retiredId]), isCurrent(ctx.day)));
  const theirs = stays.filter(({ id }) => homes.get("client_locations")?.get(id) === "retired");
  const locations = theirs.map(({ locationId }) => locationId);
  const place = { kind: "client", id: merge.retiredId, locations } as const;
  if (!decide(ctx.actor, ["client.manage", "client.merge"], place).allowed)
    throw new DomainError("merge-beyond-reach");
}

type Given = z.output<typeof CarryOutUndo>;

/** Whose rows the merge changed together with something else of them: they go back with that, one by one. */
const oneByOne = (claim: Claim): boolean => claim.strands.some(({ fate }) => "by" in fate);

/** Every row the merge knew goes back to whom it was of, as it is now. */
async function giveBack(mover: RowMover, { merge, homes }: Undoable): Promise<void> {
  for (const claim of claims.filter((each) => isNoted(each) && !oneByOne(each))) {
    const known = homes.get(claim.table);
    if (!known || known.size === 0) continue;
    for (const [from, to, origin] of [
      [merge.survivorId, merge.retiredId, "retired"],
      [merge.retiredId, merge.survivorId, "survivor"],
    ] as const) {
      const theirs = [...known].flatMap(([key, home]) => (home === origin ? [key] : []));
      await mover.giveBack(claim, theirs, from, to);
    }
  }
}

/** Takes away what the merge made, and puts back what else it changed of rows: nobody changes those columns by hand. */
async function putBack(ctx: ChangeCtx, { merge, homes }: Undoable): Promise<void> {
  const changes = await ctx.tx
    .select()
    .from(mergeChanges)
    .where(and(eq(mergeChanges.mergeId, merge.id), ne(mergeChanges.table, "clients")));
  for (const { table, key, before } of changes) await setColumns(ctx.tx, table, key, before);
  await takeBackDecisions(ctx.tx, merge, homes);
  await endWhatEnded(ctx.tx, merge);
  await ctx.tx.update(clients).set({ mergedIntoId: null }).where(eq(clients.id, merge.retiredId));
}

/** Gives the retired client what was made since and belongs to it, with what hangs on that. */
async function assign(
  mover: RowMover,
  { merge, homes, asked, following }: Undoable,
  given: Given,
): Promise<void> {
  const parents = new Map(
    following.map((item) => {
      const { since } = item.claim;
      return [itemKey(item), typeof since === "object" ? since.of(item.row) : undefined] as const;
    }),
  );
  const isAsked = new Set(asked.map(itemKey));
  // What had a home goes there, and what goes with something else goes with that, whatever was said of it.
  const sideOf = (table: string, key: string): Side => {
    const home = homes.get(table)?.get(key);
    if (home !== undefined) return home === "retired" ? "right" : "left";
    const name = `${table}:${key}`;
    const parent = parents.get(name);
    if (parent) return sideOf(parent.table, parent.key);
    return (isAsked.has(name) && given.items[name]) || "left";
  };
  const toRight = [...asked, ...following].filter(({ claim, key }) => sideOf(claim.table, key) === "right");
  for (const { claim, rowid, key } of toRight) {
    if (claim.table === "consent_decisions") await appendDecision(mover, key, merge.retiredId);
    else await mover.give(claim.table, [rowid], merge.retiredId);
  }
}

/** A decision that becomes another's is the newest there. */
async function appendDecision({ tx }: RowMover, id: string, clientId: string): Promise<void> {
  const [row] = await tx.select().from(consentDecisions).where(eq(consentDecisions.id, id));
  if (!row) return;
  const theirs = await tx
    .select({ sequence: consentDecisions.sequence })
    .from(consentDecisions)
    .where(and(eq(consentDecisions.clientId, clientId), eq(consentDecisions.partyId, row.partyId)));
  const sequence = Math.max(0, ...theirs.map((each) => each.sequence)) + 1;
  await tx.update(consentDecisions).set({ clientId, sequence }).where(eq(consentDecisions.id, id));
}

/** The person as they were before, with what was changed since where that belongs. */
function personsAfter(
  { survivor, before, changed }: PersonSince,
  given: Given,
): { left: Columns; right: Columns } {
  const [left, right]: [Columns, Columns] = [{}, {}];
  for (const subject of FIELD_SUBJECT_IDS) {
    const now = personColumns(survivor, [subject]);
    const whose = changed.includes(subject) ? given.fields[subject] : undefined;
    if (whose === "right" || whose === "both") Object.assign(right, now);
    if (whose === "left" || whose === "both") continue;
    for (const column of Object.keys(now)) left[column] = before[column] ?? null;
  }
  return { left, right };
}

/**
 * Makes two clients of one again. What nobody touched is exactly as it was; what was made since goes to whom it is
 * assigned. The same click twice is one undoing.
 * @throws DomainError `merge-undone`, `merge-not-newest`, `merge-not-assigned`, `request-reused`
 */
export async function carryOutUndo(
  ctx: ChangeCtx,
  client: ReachedClient,
  given: Given,
): Promise<{ survivor: number; retired: number }> {
  const [same] = await ctx.tx.select().from(merges).where(eq(merges.undoKey, given.requestKey));
  if (same && same.id !== given.mergeId) throw new DomainError("request-reused");
  if (same) return numbers(same);
  const turn = makeTurns();
  const found = await undoable(ctx, client, given.mergeId, turn);
  const { merge, person } = found;
  const missing =
    found.asked.some((item) => given.items[itemKey(item)] === undefined) ||
    person.changed.some((subject) => given.fields[subject] === undefined);
  if (missing) throw new DomainError("merge-not-assigned");
  const mover = new RowMover(ctx.tx, merge.id, turn);
  await giveBack(mover, found);
  await putBack(ctx, found);
  await assign(mover, found, given);
  const { left, right } = personsAfter(person, given);
  const touched =
    person.changed.length > 0 ? { changed_at: ctx.now } : { changed_at: person.before.changed_at ?? 0 };
  await setColumns(ctx.tx, "clients", merge.survivorId, { ...left, ...touched });
  if (Object.keys(right).length > 0)
    await setColumns(ctx.tx, "clients", merge.retiredId, { ...right, changed_at: ctx.now });
  const { name: undoneBy, id: undoneById } = authorOf(ctx);
  await ctx.tx
    .update(merges)
    .set({
      ...{ undoneAt: ctx.now, undoneBy, undoneById, undoKey: given.requestKey },
      personBeforeUndo: personRow(person.survivor),
    })
    .where(eq(merges.id, merge.id));
  ctx.touch("merge", merge.id);
  ctx.touch("client", merge.retiredId);
  await endExportsOfBoth(ctx, merge);
  ctx.detail(`items ${found.asked.length}`);
  return numbers(merge);
}

/**
 * An export made while two were one holds the dossier of both: neither may be read by who may read the other. Its file
 * goes at once, as it would have after its day; the trace stays.
 */
async function endExportsOfBoth(ctx: ChangeCtx, merge: MergeRow): Promise<void> {
  await ctx.tx
    .update(exports)
    .set({ expiresAt: ctx.now })
    .where(
      and(
        inArray(exports.clientId, [merge.survivorId, merge.retiredId]),
        gte(exports.snapshotAt, merge.mergedAt),
        gt(exports.expiresAt, ctx.now),
      ),
    );
}

const numbers = ({ plan }: MergeRow) => ({ survivor: plan.survivor, retired: plan.retired });
