import { createHash } from "node:crypto";
import { and, asc, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { clients } from "@/db/schema/clients";
import { emergencyAccesses } from "@/db/schema/sharing";
import { isThere } from "../access/merged";
import type { ChangeCtx, Ctx } from "../access/perform";
import { decide } from "../access/policy";
import { type FoundClient, findClient, isOpenAt, loadEmployee, type ReachedClient } from "../access/reach";
import { headOf } from "../audit/record";
import { selfOf } from "../auth/own";
import { bsnSearchCode } from "../clients/bsn";
import { maySearchBsn } from "../clients/bsn-rate";
import { placesOf } from "../clients/list";
import { fullName } from "../clients/rules";
import { DomainError } from "../core/errors";
import type { FindClient, OpenEmergency } from "./input";
import { tellOpened } from "./mails";
import { OPEN_MS, soughtAs } from "./rules";
import { foundView } from "./view";

const placeOf = ({ id, locations }: FoundClient) => ({ kind: "client", id, locations }) as const;

/** Who has this BSN: the client number, `several` when it is recorded with more than one. */
async function numberOfBsn(ctx: Ctx, bsn: string): Promise<string | "several" | undefined> {
  const rows = await ctx.db
    .select({ number: clients.number })
    .from(clients)
    .where(and(eq(clients.bsnSearch, bsnSearchCode(ctx.world.keys, bsn)), isThere()))
    .limit(2);
  return rows.length > 1 ? "several" : rows[0] && String(rows[0].number);
}

/**
 * Finds one client, wherever, by the whole client number or BSN, and shows what is needed to be sure that it is them.
 * Each search is a row; the number typed is in it only when it could be a client number.
 * @throws DomainError `throttled`
 */
export async function findForEmergency(ctx: Ctx, { sought }: z.output<typeof FindClient>) {
  if (!maySearchBsn(selfOf(ctx).id, ctx.now)) throw new DomainError("throttled");
  ctx.purpose("emergency");
  const asked = soughtAs(sought);
  const number = asked && ("bsn" in asked ? await numberOfBsn(ctx, asked.bsn) : asked.number);
  if (number === "several") {
    ctx.detail("several found");
    return { outcome: "several" } as const;
  }
  const client = number === undefined ? undefined : await findClient(ctx.db, number, ctx.day);
  const [row] = client ? await ctx.db.select().from(clients).where(eq(clients.id, client.id)) : [];
  if (!client || !row) {
    if (asked && "number" in asked) ctx.touch("client-number", asked.number);
    ctx.detail("nothing found");
    return { outcome: "none" } as const;
  }
  ctx.touch("client", client.id);
  const places = (await placesOf(ctx.db, [client.id], ctx.day)).get(client.id) ?? [];
  const isOpen = decide(ctx.actor, ["dossier.view"], placeOf(client)).allowed;
  return { outcome: "found", client: foundView(row, places), isOpen } as const;
}

/** The id of what a request opens. Of its key only a digest, with who asks. */
function accessIdFor(ctx: ChangeCtx, requestKey: string): string {
  const whole = JSON.stringify(["emergency", selfOf(ctx).id, requestKey]);
  return createHash("sha256").update(whole).digest("hex").slice(0, 32);
}

/**
 * Opens the dossier of one client for an hour: the row, the mails to whom must know and the row of the log are one
 * transaction. Rights are those of this very moment.
 * @throws DomainError `not-found`, `task-missing`, `emergency-not-needed`, `request-reused`
 */
export async function openEmergency(
  ctx: ChangeCtx,
  { clientNumber, reason, requestKey }: z.output<typeof OpenEmergency>,
): Promise<{ number: number; until: number }> {
  const actor = await loadEmployee(ctx.tx, selfOf(ctx).id, ctx.now);
  if (!actor) throw new DomainError("not-signed-in");
  const client = await findClient(ctx.tx, clientNumber, ctx.day);
  if (!client) throw new DomainError("not-found");
  ctx.touch("client", client.id);
  ctx.purpose("emergency");
  const id = accessIdFor(ctx, requestKey);
  const [before] = await ctx.tx.select().from(emergencyAccesses).where(eq(emergencyAccesses.id, id));
  if (before && (before.clientId !== client.id || before.reason !== reason))
    throw new DomainError("request-reused");
  if (before) return { number: client.number, until: before.until };
  if (!decide(actor, ["emergency.open", "dossier.view"], { kind: "anywhere" }).allowed)
    throw new DomainError("task-missing");
  if (decide(actor, ["dossier.view"], placeOf(client)).allowed) throw new DomainError("emergency-not-needed");
  const until = ctx.now + OPEN_MS;
  await ctx.tx.insert(emergencyAccesses).values({
    ...{ id, clientId: client.id, employeeId: actor.id, employeeName: `${actor.name}, ${actor.title}` },
    ...{ reason, openedAt: ctx.now, openedAfter: (await headOf(ctx.tx)).sequence, until },
  });
  await tellOpened(ctx, client, { id, by: actor.id });
  return { number: client.number, until };
}

function ownOpen(ctx: Ctx, client: ReachedClient) {
  return and(
    eq(emergencyAccesses.employeeId, selfOf(ctx).id),
    eq(emergencyAccesses.clientId, client.id),
    isOpenAt(ctx.now),
  );
}

/** Until when (epoch ms, with what the clock says now) this client's dossier is open to who asks by the emergency procedure; `null`: it is not. */
export async function currentEmergency(
  ctx: Ctx,
  client: ReachedClient,
): Promise<{ until: number; now: number } | null> {
  if (!selfOf(ctx).emergencies.has(client.id)) return null;
  const [row] = await ctx.db
    .select({ until: emergencyAccesses.until })
    .from(emergencyAccesses)
    .where(ownOpen(ctx, client))
    .orderBy(desc(emergencyAccesses.until));
  return row ? { until: row.until, now: ctx.now } : null;
}

/** The dossiers that are open by this procedure to who asks, soonest over first, with what the clock says now. */
export async function ownEmergencies(ctx: Ctx) {
  const rows = await ctx.db
    .select({ client: clients, until: emergencyAccesses.until })
    .from(emergencyAccesses)
    .innerJoin(clients, eq(clients.id, emergencyAccesses.clientId))
    .where(and(eq(emergencyAccesses.employeeId, selfOf(ctx).id), isOpenAt(ctx.now), isThere()))
    .orderBy(asc(emergencyAccesses.until), asc(emergencyAccesses.id));
  if (rows.length > 0) ctx.purpose("emergency");
  for (const { client } of rows) ctx.touch("client", client.id);
  const lines = rows.map(({ client, until }) => ({ number: client.number, name: fullName(client), until }));
  return { now: ctx.now, lines };
}

/** Closes the dossier before its hour is over. @throws DomainError `emergency-over` */
export async function closeEmergency(ctx: ChangeCtx, client: ReachedClient): Promise<void> {
  const closed = await ctx.tx
    .update(emergencyAccesses)
    .set({ until: ctx.now })
    .where(ownOpen(ctx, client))
    .returning({ id: emergencyAccesses.id });
  if (closed.length === 0) throw new DomainError("emergency-over");
  ctx.purpose("emergency");
}
