import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import type { Reader } from "@/db/client";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { ChangeCtx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import { endRelation } from "../portal/accounts";
import { tellAround } from "../portal/tell";
import { carenSettingsOf, driverOf } from "./gateway";
import type { CarenLink } from "./http";
import type { Unlink } from "./input";
import { order } from "./invite";
import { isLink } from "./status-sql";

/** Everyone linked in our own portal, of one client or of all; the first of each client first. */
export async function ownLinks(
  db: Reader,
  clientId?: string,
): Promise<(CarenLink & { accountId: string })[]> {
  const rows = await db
    .select({ relation: portalRelations, account: portalAccounts })
    .from(portalRelations)
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    .where(and(isLink, clientId === undefined ? undefined : eq(portalRelations.clientId, clientId)))
    .orderBy(asc(portalRelations.madeAt), asc(portalRelations.id));
  return rows.map(({ relation, account }) => ({
    id: relation.id,
    clientId: relation.clientId,
    accountId: account.id,
    name: relation.relation ? `${account.name}, ${relation.relation}` : account.name,
    role: relation.carenRole ?? "member",
    since: relation.madeAt,
    invitationId: null,
  }));
}

/** When the beheerder goes, who was linked longest after them takes over, so that a network is never without. */
async function passOn(ctx: ChangeCtx, clientId: string, goneId: string): Promise<void> {
  const next = (await ownLinks(ctx.tx, clientId)).find(({ id }) => id !== goneId);
  if (!next) return;
  await ctx.tx.update(portalRelations).set({ carenRole: "manager" }).where(eq(portalRelations.id, next.id));
}

/**
 * With the last link of a client goes who was only invited by it, or whose account is off: they would be linked later by
 * themselves, in a network without a beheerder.
 */
async function endInvited(ctx: ChangeCtx, client: ReachedClient): Promise<void> {
  if ((await ownLinks(ctx.tx, client.id)).length > 0) return;
  const invited = await ctx.tx
    .select({ id: portalRelations.id })
    .from(portalRelations)
    .where(
      and(
        eq(portalRelations.clientId, client.id),
        eq(portalRelations.kind, "network"),
        isNull(portalRelations.endedAt),
      ),
    );
  for (const { id } of invited) {
    await endRelation(ctx, client, id, "De laatste koppeling werd verbroken");
    ctx.touch("relation", id);
  }
}

/**
 * Ends a link in our own portal: from the next click on, nothing of the client is theirs to see. The row stays, with who
 * ended it and why.
 * @throws DomainError `caren-link-gone`
 */
export async function endLink(
  ctx: ChangeCtx,
  client: ReachedClient,
  linkId: string,
  reason: string,
): Promise<void> {
  const [row] = await ctx.tx
    .select()
    .from(portalRelations)
    .where(
      and(
        eq(portalRelations.id, linkId),
        eq(portalRelations.clientId, client.id),
        eq(portalRelations.kind, "network"),
        isNull(portalRelations.endedAt),
      ),
    );
  if (!row) throw new DomainError("caren-link-gone");
  await endRelation(ctx, client, linkId, reason);
  const wasOnly =
    (await ctx.tx.$count(
      portalRelations,
      and(
        eq(portalRelations.clientId, client.id),
        eq(portalRelations.kind, "network"),
        eq(portalRelations.carenRole, "manager"),
        isNull(portalRelations.endedAt),
        ne(portalRelations.id, linkId),
      ),
    )) === 0;
  if (wasOnly) await passOn(ctx, client.id, linkId);
  await endInvited(ctx, client);
  ctx.touch("relation", linkId);
  await tellAround(ctx, client.id, `end/${linkId}`);
}

/**
 * Ontkoppel account: ends a link with a reason. With our own portal at once; a Caren elsewhere is told by a job.
 * @throws DomainError `form-invalid` without a reason, `caren-link-gone`, `caren-not-used`
 */
export async function unlink(
  ctx: ChangeCtx,
  client: ReachedClient,
  { linkId, reason }: z.output<typeof Unlink>,
): Promise<void> {
  if (reason === "")
    throw new DomainError("form-invalid", { fields: [{ path: "reason", problem: "required" }] });
  const driver = driverOf(ctx.world, await carenSettingsOf(ctx.tx));
  if (driver === "none") throw new DomainError("caren-not-used");
  if (driver === "embedded") return endLink(ctx, client, linkId, reason);
  ctx.touch("link", linkId);
  await order(ctx, { clientId: client.id, kind: "unlink", subjectId: linkId, reason });
}
