import { createHash, timingSafeEqual } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "@/db/client";
import { carenInvitations } from "@/db/schema/caren";
import { clients } from "@/db/schema/clients";
import { portalRelations } from "@/db/schema/portal";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import type { World } from "../core/world";
import type { LinksBody } from "./http";
import { REASON_LENGTH } from "./input";
import { isLinked } from "./invite";
import { endInvitation } from "./letter-file";
import { endLink, ownLinks } from "./links";

/*
 * Our own portal as a Caren: the other end of `http.ts`, by the contract in `docs/caren-api.yaml`. Whoever has the token
 * is a care organisation's system; each call is a row in the log.
 */

/** The body of `PUT /invitations/{id}`. */
export const ServedInvitation = z.object({
  clientId: z.string().min(1).max(100),
  codeHash: z.string().regex(/^[0-9a-f]{64}$/),
  expiresAt: z.iso.datetime(),
});
/** The body of `DELETE /links/{id}`. */
export const ServedReason = z.object({ reason: z.string().min(1).max(REASON_LENGTH) });

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether a call brings the token. Compared by digest, so that the time it takes tells nothing of it. */
export function isTrusted({ env }: World, authorization: string | null): boolean {
  const { token } = env.caren;
  return token !== undefined && timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${token}`));
}

/** Everyone who is linked, as `GET /links` tells it. */
export async function serveLinks(ctx: Ctx): Promise<z.input<typeof LinksBody>> {
  const used = await ctx.db
    .select({ id: carenInvitations.id, relationId: carenInvitations.relationId })
    .from(carenInvitations)
    .where(eq(carenInvitations.ended, "redeemed"));
  const invitationOf = new Map(used.map((row) => [row.relationId, row.id]));
  const own = await ownLinks(ctx.db);
  return {
    links: own.map(({ id, clientId, name, role, since }) => ({
      ...{ id, clientId, name, role },
      since: new Date(since).toISOString(),
      invitationId: invitationOf.get(id) ?? null,
    })),
  };
}

/** The number of a client by their id, so that the door can be asked; empty for an unknown one. */
export async function numberOfClient(db: Reader, clientId: string | undefined): Promise<string> {
  const [row] = await db
    .select({ number: clients.number })
    .from(clients)
    .where(eq(clients.id, clientId ?? ""));
  return row ? String(row.number) : "";
}

/** The client an invitation or a link is of; `undefined` when there is no such thing. */
export async function clientOf(
  db: Reader,
  what: "invitations" | "links",
  id: string,
): Promise<string | undefined> {
  const [row] =
    what === "links"
      ? await db
          .select({ clientId: portalRelations.clientId })
          .from(portalRelations)
          .where(and(eq(portalRelations.id, id), eq(portalRelations.kind, "network")))
      : await db
          .select({ clientId: carenInvitations.clientId })
          .from(carenInvitations)
          .where(eq(carenInvitations.id, id));
  return row?.clientId;
}

/**
 * Takes an invitation that was made by a care organisation; the same once more is fine.
 * @returns false when it is another one with that id, or someone is linked
 */
export async function takeInvitation(
  ctx: ChangeCtx,
  client: ReachedClient,
  id: string,
  { codeHash, expiresAt }: z.output<typeof ServedInvitation>,
): Promise<boolean> {
  ctx.touch("invitation", id);
  const [known] = await ctx.tx.select().from(carenInvitations).where(eq(carenInvitations.id, id));
  if (known) return known.clientId === client.id && known.codeHash === codeHash;
  if (await isLinked(ctx.tx, client.id)) return false;
  const [open] = await ctx.tx
    .select()
    .from(carenInvitations)
    .where(and(eq(carenInvitations.clientId, client.id), isNull(carenInvitations.endedAt)));
  if (open) await endInvitation(ctx.tx, open, { ended: "replaced", at: ctx.now, by: null });
  await ctx.tx.insert(carenInvitations).values({
    ...{ id, clientId: client.id, codeHash, expiresAt: Date.parse(expiresAt), address: "" },
    ...{ madeAt: ctx.now, madeBy: "Zorgorganisatie" },
  });
  return true;
}

/** Ends an invitation on the word of a care organisation; one that has ended already is fine. */
export async function dropInvitation(ctx: ChangeCtx, id: string): Promise<void> {
  ctx.touch("invitation", id);
  const [known] = await ctx.tx.select().from(carenInvitations).where(eq(carenInvitations.id, id));
  if (known) await endInvitation(ctx.tx, known, { ended: "revoked", at: ctx.now, by: null });
}

/** Ends a link on the word of a care organisation; one that has ended already is fine. */
export async function dropLink(
  ctx: ChangeCtx,
  client: ReachedClient,
  id: string,
  reason: string,
): Promise<void> {
  const [known] = await ctx.tx.select().from(portalRelations).where(eq(portalRelations.id, id));
  if (known && known.endedAt === null) await endLink(ctx, client, id, reason);
}
