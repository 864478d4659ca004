import { and, asc, gt, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { clients } from "@/db/schema/clients";
import type { Ctx } from "../access/perform";
import { type Scope, scopeOf } from "../access/policy";
import { withinScope } from "../access/reach";
import { listName } from "../clients/rules";
import { decisionsAbout, type PartyWithVersions, partiesOf, partyOf } from "./history";
import type { ListBehind } from "./input";
import { consentAt, type Outcome } from "./rules";

const PAGE = 50;
export type Figure = "yes" | "no" | "none" | "over";

/** Under which figure an outcome counts. */
const FIGURE_OF: Readonly<Record<Outcome, Figure>> = {
  "yes-recorded": "yes",
  "no-recorded": "no",
  expired: "over",
  "purpose-changed": "over",
  "objection-over": "over",
  "nothing-recorded": "none",
  withdrawn: "none",
  "no-objection": "none",
  "objection-withdrawn": "none",
  statutory: "none",
  "party-ended": "none",
  "party-not-yet": "none",
};

/** Clients in care with whom someone may do something: who left is no longer asked. */
export function inCare(scope: Scope, day: string): SQL | undefined {
  return and(
    withinScope(scope, day),
    or(isNull(clients.outOfCareSince), gt(clients.outOfCareSince, day)),
    isNull(clients.deathDate),
  );
}

async function outcomesOf(
  ctx: Ctx,
  party: PartyWithVersions,
  of: SQL | undefined,
): Promise<Map<string, Outcome>> {
  const decisions = await decisionsAbout(ctx.db, party.id);
  const mine = new Set((await ctx.db.select({ id: clients.id }).from(clients).where(of)).map(({ id }) => id));
  const moment = { at: ctx.now, day: ctx.day };
  const outcomes = new Map<string, Outcome>();
  for (const [clientId, history] of decisions) {
    if (mine.has(clientId)) outcomes.set(clientId, consentAt(party, history, moment).why);
  }
  return outcomes;
}

/** Per party how many clients in care and in reach said Ja, Nee, nothing, or something that is over. */
export async function countConsents(ctx: Ctx) {
  const of = inCare(scopeOf(ctx.actor, "client.manage", "organisation.manage"), ctx.day);
  const total = await ctx.db.$count(clients, of);
  const rows = [];
  for (const party of await partiesOf(ctx.db)) {
    if (party.endedAt !== null || party.newest.basis === "statutory") continue;
    const figures: Record<Figure, number> = { yes: 0, no: 0, none: 0, over: 0 };
    for (const why of (await outcomesOf(ctx, party, of)).values()) figures[FIGURE_OF[why]]++;
    figures.none = total - figures.yes - figures.no - figures.over;
    rows.push({ partyId: party.id, name: party.newest.name, basis: party.newest.basis, figures });
  }
  return { total, rows };
}

/** The clients behind one figure, a page at a time, by number. */
export async function listBehind(ctx: Ctx, { partyId, figure, page }: z.output<typeof ListBehind>) {
  const party = await partyOf(ctx.db, partyId);
  const of = inCare(scopeOf(ctx.actor, "client.manage"), ctx.day);
  const outcomes = await outcomesOf(ctx, party, of);
  const everyone = await ctx.db
    .select({ id: clients.id })
    .from(clients)
    .where(of)
    .orderBy(asc(clients.number));
  const behind = everyone.filter(({ id }) => FIGURE_OF[outcomes.get(id) ?? "nothing-recorded"] === figure);
  const ids = behind.slice((page - 1) * PAGE, page * PAGE).map(({ id }) => id);
  const rows =
    ids.length === 0
      ? []
      : await ctx.db.select().from(clients).where(inArray(clients.id, ids)).orderBy(asc(clients.number));
  for (const { id } of rows) ctx.touch("client", id);
  return {
    name: party.newest.name,
    total: behind.length,
    pages: Math.max(1, Math.ceil(behind.length / PAGE)),
    clients: rows.map((row) => ({
      number: row.number,
      name: listName(row),
      why:
        outcomes.get(row.id) ??
        (party.newest.basis === "objection" ? ("no-objection" as const) : ("nothing-recorded" as const)),
    })),
  };
}
