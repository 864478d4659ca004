import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { activities } from "@/db/schema/involved";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { isThere } from "../access/merged";
import type { ChangeCtx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { queueMail } from "../mail/queue";
import { portalDoor } from "./activities";

const isWaited = (day: string) =>
  and(
    lte(activities.remindOn, day),
    isNull(activities.remindedAt),
    isNull(activities.submittedAt),
    isNull(activities.withdrawnAt),
    isNull(portalRelations.endedAt),
    isNull(portalAccounts.disabledAt),
  );

/** What is to be reminded of on a day, with the number of the client it is about. */
export async function dueReminders(db: Reader, day: string): Promise<{ id: string; number: string }[]> {
  const rows = await db
    .select({ id: activities.id, number: clients.number })
    .from(activities)
    .innerJoin(clients, eq(clients.id, activities.clientId))
    .innerJoin(portalRelations, eq(portalRelations.id, activities.relationId))
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    .where(and(isWaited(day), isThere()))
    .orderBy(asc(activities.remindOn), asc(activities.id));
  return rows.map(({ id, number }) => ({ id, number: String(number) }));
}

/** Reminds of one, unless that was done or is no longer wanted: a run that comes twice mails once. */
export async function remindOf(ctx: ChangeCtx, client: ReachedClient, activityId: string): Promise<boolean> {
  const [found] = await ctx.tx
    .select({ email: portalAccounts.email })
    .from(activities)
    .innerJoin(portalRelations, eq(portalRelations.id, activities.relationId))
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    .where(and(eq(activities.id, activityId), eq(activities.clientId, client.id), isWaited(ctx.day)));
  if (!found) return false;
  ctx.touch("activity", activityId);
  await ctx.tx.update(activities).set({ remindedAt: ctx.now }).where(eq(activities.id, activityId));
  const requestKey = `activity-reminder:${activityId}`;
  await queueMail(ctx, {
    kind: "activity-reminder",
    to: found.email,
    values: { link: portalDoor(ctx) },
    requestKey,
  });
  return true;
}
