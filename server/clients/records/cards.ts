import { eq } from "drizzle-orm";
import type { z } from "zod";
import { locations } from "@/db/schema/access";
import { clientVersions } from "@/db/schema/client-records";
import { clients } from "@/db/schema/clients";
import type { Ctx } from "@/server/access/perform";
import { reachOf } from "@/server/access/policy";
import type { ReachedClient } from "@/server/access/reach";
import type { Value } from "../fields";
import { type ChangeView, changesOf, type HistoryRow } from "../history";
import type { ReadHistory } from "../input";
import { mergesAsChanges, mergesOf } from "../merge-history";
import type { VersionRow } from "../versions";
import type { Names, RecordPage } from "./kind";
import { type AnyKind, kinds } from "./registry";
import { readRows } from "./rows";
import { type CardView, cardView, type PlaceOption } from "./view";

/** Names of locations by id, for rows that point at one. */
export async function readNames(ctx: Ctx): Promise<Names> {
  const rows = await ctx.db.select({ id: locations.id, name: locations.name }).from(locations);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return { place: (id) => names.get(id) ?? "" };
}

/** The locations someone may put a client at, by name, each with the region it is in. */
export async function placeOptions(ctx: Ctx): Promise<PlaceOption[]> {
  const reach = reachOf(ctx.actor, "client.manage");
  const rows = await ctx.db.select().from(locations).orderBy(locations.name);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return rows
    .filter(({ id }) => reach === "everywhere" || reach.includes(id))
    .map(({ id, name, parentId }) => {
      const above = parentId === null ? undefined : names.get(parentId);
      return { value: id, label: above ? `${name} (${above})` : name };
    });
}

const versionsOf = (ctx: Ctx, clientId: string): Promise<VersionRow[]> =>
  ctx.db
    .select()
    .from(clientVersions)
    .where(eq(clientVersions.clientId, clientId))
    .orderBy(clientVersions.changedAt, clientVersions.version);

const sees = (ctx: Ctx, kind: AnyKind): boolean => kind.see.some((task) => ctx.allows(task));

/** The cards of a page under Algemeen, as far as this person sees them. */
export async function cardsOf(ctx: Ctx, client: ReachedClient, page: RecordPage): Promise<CardView[]> {
  const shown = kinds.filter((kind) => kind.page === page && sees(ctx, kind));
  const names = await readNames(ctx);
  const manages = shown.some((kind) => ctx.allows(kind.write));
  const places = manages ? await placeOptions(ctx) : [];
  const newest = shown.some(({ signed }) => signed)
    ? new Map((await versionsOf(ctx, client.id)).map((version) => [version.recordId, version]))
    : new Map<string, VersionRow>();
  const cards: CardView[] = [];
  for (const kind of shown) {
    const rows = await readRows(ctx.db, kind, client.id);
    const mayWrite = ctx.allows(kind.write);
    cards.push(cardView(kind, rows, { at: { day: ctx.day, now: ctx.now }, names, places, mayWrite, newest }));
  }
  return cards;
}

/** Whether someone may read what a kind of thing was before: whoever sees directives, and for the rest the office. */
function mayRead(ctx: Ctx, kind: AnyKind): boolean {
  return ctx.allows("client.manage") ? sees(ctx, kind) : kind.write === "dossier.edit" && sees(ctx, kind);
}

const PAGE = 25;

/** What changed about a client, newest first; a page of it, or of one kind of thing. */
export async function readHistory(
  ctx: Ctx,
  client: ReachedClient,
  input: z.output<typeof ReadHistory>,
): Promise<{
  changes: ChangeView[];
  total: number;
  kinds: { value: string; label: string }[];
}> {
  const readable = kinds.filter((kind) => mayRead(ctx, kind));
  const office = ctx.allows("client.manage");
  const options = [
    ...(office ? [{ value: "person", label: "Personalia" }] : []),
    ...readable.map(({ slug, label }) => ({ value: slug, label })),
  ];
  const current = new Map<string, Readonly<Record<string, Value>>>();
  const [person] = await ctx.db.select().from(clients).where(eq(clients.id, client.id));
  if (person) current.set(person.id, person);
  for (const kind of readable)
    for (const row of await readRows(ctx.db, kind, client.id)) current.set(row.id, row);
  const kept: HistoryRow[] = [
    ...(await versionsOf(ctx, client.id)),
    ...mergesAsChanges(client.id, await mergesOf(ctx.db, client.id)),
  ];
  const mine = kept.filter(
    ({ kind }) => options.some(({ value }) => value === kind) && (!input.kind || input.kind === kind),
  );
  const all = changesOf(mine, current, await readNames(ctx));
  const from = (input.page - 1) * PAGE;
  return { changes: all.slice(from, from + PAGE), total: all.length, kinds: options };
}
