import { eq } from "drizzle-orm";
import type { z } from "zod";
import { clients } from "@/db/schema/clients";
import { idsOf, idsWithin, survivorOf } from "../access/merged";
import type { Ctx } from "../access/perform";
import { scopeOf } from "../access/policy";
import { inScope, withinScope } from "../access/reach";
import { startOfDay } from "../core/clock";
import { EVENTS } from "./events";
import type { AuditFilter } from "./input";
import { ask, boundsOf, type Criteria, type Question } from "./query";
import { headOf } from "./record";

type Filter = z.output<typeof AuditFilter>;

/** The day after a calendar day. */
function dayAfter(day: string): string {
  const next = new Date(`${day}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** Moments (epoch ms) of a period of calendar days in Amsterdam, both included. */
export function momentsOf({ from, until }: Pick<Filter, "from" | "until">): Pick<Criteria, "from" | "until"> {
  return {
    ...(from !== undefined && { from: startOfDay(from) }),
    ...(until !== undefined && { until: startOfDay(dayAfter(until)) }),
  };
}

/** What a reader filtered by, for the log of the log: kinds only, never whom or what. */
export function kindsOf(filter: Filter): string {
  const { from, until, client, person, events, action, outcome } = filter;
  const kinds = [
    (from ?? until) !== undefined && "period",
    client !== undefined && "client",
    person !== undefined && "person",
    events.length > 0 && "event",
    action !== undefined && "action",
    outcome !== undefined && "outcome",
  ].filter(Boolean);
  return `filters: ${kinds.length > 0 ? kinds.join(", ") : "none"}`;
}

function eventsOf({ events, action }: Filter): string[] | undefined {
  if (action === undefined) return [...new Set(events)];
  const ofAction = Object.entries(EVENTS).flatMap(([id, event]) => (event.action === action ? [id] : []));
  const both = events.length === 0 ? ofAction : ofAction.filter((id) => events.includes(id));
  return both.length > 0 ? both : undefined;
}

/**
 * Understands a filter. Who may read the log of some locations only sees the rows about clients there now; rows about
 * no client are for who may read everywhere. The history of who was merged away goes with whom they were merged into,
 * under either number.
 * @returns `undefined` when nothing can fit: an unknown client number, no row in the period, nothing in reach
 */
export async function questionOf(ctx: Ctx, filter: Filter): Promise<Question | undefined> {
  const events = eventsOf(filter);
  const moments = momentsOf(filter);
  const bounds = await boundsOf(ctx.db, moments, (await headOf(ctx.db)).sequence);
  if (!events || !bounds) return undefined;
  const criteria: Criteria = { ...bounds, ...moments, events };
  if (filter.client !== undefined) {
    const number = Number(filter.client);
    const [client] = await ctx.db.select({ id: clients.id }).from(clients).where(eq(clients.number, number));
    if (!client) return undefined;
    criteria.clientIds = await idsOf(ctx.db, await survivorOf(ctx.db, client.id));
  }
  if (filter.person !== undefined) criteria.actor = filter.person;
  if (filter.outcome === "emergency") criteria.emergency = true;
  else if (filter.outcome !== undefined) criteria.outcome = filter.outcome;
  const scope = scopeOf(ctx.actor, "audit.view");
  if (inScope(scope, ctx.day)) criteria.within = idsWithin(withinScope(scope, ctx.day));
  return ask(ctx.db, criteria);
}
