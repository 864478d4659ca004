import { and, asc, desc, eq, gte, inArray, lte, notLike, sql } from "drizzle-orm";
import type { z } from "zod";
import { auditEntries } from "@/db/schema/audit";
import { clients } from "@/db/schema/clients";
import { emergencyAccesses } from "@/db/schema/sharing";
import { idsOf } from "../access/merged";
import type { ChangeCtx, Ctx } from "../access/perform";
import { scopeOf } from "../access/policy";
import { withinScope } from "../access/reach";
import { CLIENT_TASKS } from "../access/tasks";
import { selfOf } from "../auth/own";
import { dayOf } from "../core/clock";
import { DomainError } from "../core/errors";
import type { EmergencyId, ListEmergencies, ReviewEmergency } from "./input";
import { PAGE_SIZE, stateOf } from "./rules";
import { reviewView } from "./view";

type Access = typeof emergencyAccesses.$inferSelect;

/** The clients about whom someone reviews. */
const reviewed = (ctx: Ctx) => withinScope(scopeOf(ctx.actor, "emergency.review"), ctx.day);

/** What was done in the dossier by the procedure; the steps of the procedure itself are not what was looked at. */
async function openedBy(ctx: Ctx, { clientId, employeeId, openedAt, until }: Access): Promise<number> {
  return ctx.db.$count(
    auditEntries,
    and(
      inArray(auditEntries.clientId, await idsOf(ctx.db, clientId)),
      eq(auditEntries.actor, `employee:${employeeId}`),
      eq(auditEntries.emergency, true),
      eq(auditEntries.outcome, "done"),
      notLike(auditEntries.event, "emergency.%"),
      gte(auditEntries.at, openedAt),
      lte(auditEntries.at, until),
    ),
  );
}

/** A page of how the procedure was used: what awaits a review first, then what was reviewed, each newest first. */
export async function listEmergencies(ctx: Ctx, { page }: z.output<typeof ListEmergencies>) {
  const { id: self } = selfOf(ctx);
  const sees = withinScope(scopeOf(ctx.actor, ...CLIENT_TASKS), ctx.day) ?? sql`1`;
  const rows = await ctx.db
    .select({ access: emergencyAccesses, client: clients, seen: sql<number>`${sees}` })
    .from(emergencyAccesses)
    .innerJoin(clients, eq(clients.id, emergencyAccesses.clientId))
    .where(reviewed(ctx))
    .orderBy(
      asc(sql`${emergencyAccesses.reviewedAt} IS NOT NULL`),
      desc(emergencyAccesses.openedAt),
      desc(emergencyAccesses.id),
    )
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE);
  const lines = [];
  for (const { access, client, seen } of rows.slice(0, PAGE_SIZE)) {
    ctx.touch("client", client.id);
    const opened = await openedBy(ctx, access);
    lines.push(reviewView(access, client, { now: ctx.now, self, seen: Boolean(seen), opened }));
  }
  return { lines, page, more: rows.length > PAGE_SIZE, mayReadLog: ctx.allows("audit.view") };
}

/** One use, within reach. @throws DomainError `not-found` */
async function accessOf(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({ access: emergencyAccesses, number: clients.number })
    .from(emergencyAccesses)
    .innerJoin(clients, eq(clients.id, emergencyAccesses.clientId))
    .where(and(eq(emergencyAccesses.id, id), reviewed(ctx)));
  if (!row) throw new DomainError("not-found");
  return row;
}

/** What the log is asked to show of one use: whom, by whom, on which days, by emergency. @throws DomainError `not-found` */
export async function trailOf(ctx: Ctx, { id }: z.output<typeof EmergencyId>) {
  const { access, number } = await accessOf(ctx, id);
  return {
    client: String(number),
    person: `employee:${access.employeeId}`,
    from: dayOf(access.openedAt),
    until: dayOf(access.until),
    outcome: "emergency",
  } as const;
}

/**
 * Records what someone else finds of a use, once. The same again is nothing; of two at once the second is told.
 * @throws DomainError `not-found`, `emergency-own`, `emergency-running`, `emergency-reviewed`
 */
export async function reviewEmergency(
  ctx: ChangeCtx,
  { id, verdict, note }: z.output<typeof ReviewEmergency>,
): Promise<void> {
  const self = selfOf(ctx);
  const { access } = await accessOf(ctx, id);
  ctx.touch("client", access.clientId);
  ctx.touch("employee", access.employeeId);
  if (access.employeeId === self.id) throw new DomainError("emergency-own");
  if (access.reviewedAt !== null) {
    const same = access.reviewedById === self.id && access.verdict === verdict && access.reviewNote === note;
    if (same) return;
    throw new DomainError("emergency-reviewed");
  }
  if (stateOf(access, ctx.now) === "running") throw new DomainError("emergency-running");
  await ctx.tx
    .update(emergencyAccesses)
    .set({
      ...{ verdict, reviewNote: note, reviewedAt: ctx.now },
      ...{ reviewedBy: `${self.name}, ${self.title}`, reviewedById: self.id },
    })
    .where(eq(emergencyAccesses.id, id));
  ctx.detail(verdict);
}
