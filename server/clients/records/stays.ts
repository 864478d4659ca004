import { eq } from "drizzle-orm";
import { locations } from "@/db/schema/access";
import { clientLocations, clients } from "@/db/schema/clients";
import type { Ctx } from "@/server/access/perform";
import { reachOf } from "@/server/access/policy";
import { DomainError } from "@/server/core/errors";
import type { FieldProblem } from "@/server/core/field-problems";
import { leavesWithoutPlace, overlap, periodOf } from "../periods";
import { type AnyRecord, defineKind, type Proposal, periodFields, WHOEVER_SEES_CLIENTS } from "./kind";

/** Whether someone who manages clients may put one at a location: it exists, and it is in their reach. */
export async function mayPlaceAt(ctx: Ctx, locationId: string): Promise<boolean> {
  const reach = reachOf(ctx.actor, "client.manage");
  if (reach !== "everywhere" && !reach.includes(locationId)) return false;
  return (await ctx.db.$count(locations, eq(locations.id, locationId))) > 0;
}

/**
 * A stay at a place out of reach is not for who acts to change, also when the client is in reach by another place.
 * @throws DomainError `stay-elsewhere`
 */
export async function assertStayInReach(ctx: Ctx, stay: AnyRecord): Promise<void> {
  if (!(await mayPlaceAt(ctx, String(stay.locationId)))) throw new DomainError("stay-elsewhere");
}

async function check(ctx: Ctx, { clientId, before, values }: Proposal): Promise<FieldProblem[]> {
  const locationId = String(values.locationId);
  if (before?.locationId !== locationId && !(await mayPlaceAt(ctx, locationId)))
    return [{ path: "locationId", problem: "place-not-yours" }];
  const stays = await ctx.db.select().from(clientLocations).where(eq(clientLocations.clientId, clientId));
  const twice = stays.some(
    (stay) =>
      stay.id !== before?.id && stay.locationId === locationId && overlap(periodOf(stay), periodOf(values)),
  );
  return twice ? [{ path: "fromDate", problem: "stay-overlaps" }] : [];
}

/** Nobody in care is left without a place by a change of one stay. @throws DomainError `stay-elsewhere`, `stay-last` */
async function guard(
  ctx: Ctx,
  { clientId, before, after }: { clientId: string; before: AnyRecord; after: AnyRecord | undefined },
): Promise<void> {
  await assertStayInReach(ctx, before);
  const stays = await ctx.db.select().from(clientLocations).where(eq(clientLocations.clientId, clientId));
  const [client] = await ctx.db.select().from(clients).where(eq(clients.id, clientId));
  const others = stays.filter(({ id }) => id !== before.id).map(periodOf);
  const then = after ? [...others, periodOf(after)] : others;
  if (leavesWithoutPlace(stays.map(periodOf), then, ctx.day, client?.outOfCareSince ?? null))
    throw new DomainError("stay-last");
}

/** Where a client lives or is cared for, over time. Reach follows the current ones. */
export const staysKind = defineKind({
  slug: "stays",
  label: "Verblijf en locatie",
  singular: "verblijf",
  empty: "Hier komt te staan op welke locatie de cliënt woont of zorg krijgt.",
  page: "general",
  table: clientLocations,
  fields: [
    { key: "locationId", label: "Locatie", kind: "place", required: true },
    { key: "room", label: "Kamer", kind: "text" },
    ...periodFields(true),
  ],
  from: "fromDate",
  until: "untilDate",
  line: (row, names) => ({
    label: "Locatie",
    title: names.place(row.locationId),
    notes: [row.room ? (/^\d/.test(row.room) ? `kamer ${row.room}` : row.room) : ""],
  }),
  see: WHOEVER_SEES_CLIENTS,
  write: "client.manage",
  endsWithCare: true,
  check,
  guard,
  sheet: "Cliënt",
  merge: "choose",
});
