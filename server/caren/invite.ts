import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { carenCommands, carenInvitations } from "@/db/schema/caren";
import { clients } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { organisationOf } from "../access/organisation";
import type { ChangeCtx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { titledName } from "../clients/rules";
import { dayOf } from "../core/clock";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import type { SealedFile } from "../files/seal";
import { addressOf } from "./address";
import { CAREN_ORDERED, INVITATION_ENDED } from "./events";
import { carenSettingsOf, driverOf } from "./gateway";
import type { InviteClient, OneInvitation } from "./input";
import type { CarenCommand } from "./kinds";
import { makeLetter } from "./letter";
import { endInvitation, openSealedLetter, sealLetter } from "./letter-file";
import { codeHashOf, INVITATION_MS, newCode } from "./rules";
import { isLink } from "./status-sql";

const DAY_MS = 86_400_000;

/** Name and function as they are now, for rows that outlive both. */
export function signedBy({ actor }: Pick<ChangeCtx, "actor">): string {
  if (actor.kind === "employee") return `${actor.name}, ${actor.title}`;
  return actor.kind === "portal" ? actor.name : "Systeem";
}

const inWords = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "Europe/Amsterdam" });

/** Has something told to a Caren elsewhere, by a job; with our own portal there is nobody to tell. */
export async function order(
  ctx: ChangeCtx,
  about: { clientId: string; kind: CarenCommand; subjectId: string; reason?: string },
): Promise<void> {
  if (driverOf(ctx.world, await carenSettingsOf(ctx.tx)) !== "http") return;
  const id = newId(ctx.now);
  await ctx.tx.insert(carenCommands).values({
    ...{ id, ...about, reason: about.reason ?? null },
    ...{ askedAt: ctx.now, askedBy: signedBy(ctx) },
  });
  ctx.emit({ name: CAREN_ORDERED, id: `caren-${id}`, data: { commandId: id } });
}

/** Has what is left of a letter taken away, by a job: with this transaction, or not at all. */
export function shredSoon(ctx: ChangeCtx, invitationId: string): void {
  ctx.emit({ name: INVITATION_ENDED, id: `letter-${invitationId}`, data: { invitationId } });
}

/** Whether anyone holds a link to this client in our own portal. */
export async function isLinked(db: ChangeCtx["tx"], clientId: string): Promise<boolean> {
  const [link] = await db
    .select({ id: portalRelations.id })
    .from(portalRelations)
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    .where(and(eq(portalRelations.clientId, clientId), isLink))
    .limit(1);
  return link !== undefined;
}

/** An open invitation of this client; one that is over counts as long as nobody noted it. */
async function openOne(ctx: ChangeCtx, clientId: string) {
  const [row] = await ctx.tx
    .select()
    .from(carenInvitations)
    .where(and(eq(carenInvitations.clientId, clientId), isNull(carenInvitations.endedAt)));
  return row;
}

async function replaceOld(ctx: ChangeCtx, clientId: string): Promise<void> {
  const old = await openOne(ctx, clientId);
  if (!old) return;
  const over = old.expiresAt <= ctx.now;
  await endInvitation(ctx.tx, old, {
    ended: over ? "expired" : "replaced",
    at: over ? old.expiresAt : ctx.now,
    by: over ? null : signedBy(ctx),
  });
  shredSoon(ctx, old.id);
  await order(ctx, { clientId, kind: "end-invitation", subjectId: old.id });
}

/** The page where a code is typed: ours, or that of the Caren elsewhere. */
function activationPage(ctx: ChangeCtx, elsewhere: boolean): string {
  const base = elsewhere ? ctx.world.env.caren.elsewhere?.baseUrl : undefined;
  return `${base ?? ctx.world.env.publicUrl}/caren/activate`;
}

/**
 * Invites a client: a letter with a new code, valid for 42 days; an open invitation ends. The same request key again is
 * the same invitation.
 * @throws DomainError `caren-not-used`, `caren-linked`, `caren-deceased`, `caren-no-address`
 */
export async function inviteClient(
  ctx: ChangeCtx,
  client: ReachedClient,
  { requestKey }: z.output<typeof InviteClient>,
): Promise<{ invitationId: string }> {
  const [same] = await ctx.tx
    .select()
    .from(carenInvitations)
    .where(eq(carenInvitations.requestKey, requestKey));
  if (same && same.clientId === client.id) return { invitationId: same.id };
  if (same) throw new DomainError("request-reused");
  const driver = driverOf(ctx.world, await carenSettingsOf(ctx.tx));
  if (driver === "none") throw new DomainError("caren-not-used");
  // What a Caren elsewhere knows is not asked inside a transaction: it refuses the order itself.
  if (driver === "embedded" && (await isLinked(ctx.tx, client.id))) throw new DomainError("caren-linked");
  const [person] = await ctx.tx.select().from(clients).where(eq(clients.id, client.id));
  if (!person) throw new DomainError("not-found");
  if (person.deathDate !== null) throw new DomainError("caren-deceased");
  const address = await addressOf(ctx, client.id);
  if (!address) throw new DomainError("caren-no-address");
  await replaceOld(ctx, client.id);
  const code = newCode();
  const expiresAt = ctx.now + INVITATION_MS;
  const pdf = await makeLetter({
    organisation: (await organisationOf(ctx.tx)) ?? "uw zorgorganisatie",
    ...{ to: titledName(person), address, code },
    date: inWords.format(ctx.now),
    until: inWords.format(expiresAt - DAY_MS),
    page: activationPage(ctx, driver === "http"),
  });
  const id = newId(ctx.now);
  await ctx.tx.insert(carenInvitations).values({
    ...{ id, clientId: client.id, codeHash: codeHashOf(code), requestKey, expiresAt },
    ...{ madeAt: ctx.now, madeBy: signedBy(ctx), address: address.join(", ") },
    madeById: ctx.actor.kind === "employee" ? ctx.actor.id : null,
    ...(await sealLetter(ctx.world, pdf)),
  });
  ctx.touch("invitation", id);
  await order(ctx, { clientId: client.id, kind: "invite", subjectId: id });
  return { invitationId: id };
}

/** An invitation of this client that can still be redeemed. @throws DomainError */
async function livingOne(ctx: ChangeCtx, client: ReachedClient, invitationId: string) {
  const [row] = await ctx.tx
    .select()
    .from(carenInvitations)
    .where(and(eq(carenInvitations.id, invitationId), eq(carenInvitations.clientId, client.id)));
  if (!row || row.endedAt !== null || row.expiresAt <= ctx.now) return undefined;
  ctx.touch("invitation", row.id);
  return row;
}

/** Takes an invitation back: its code works no more, and its letter goes. @throws DomainError `caren-invitation-gone` */
export async function revokeInvitation(
  ctx: ChangeCtx,
  client: ReachedClient,
  { invitationId }: z.output<typeof OneInvitation>,
): Promise<void> {
  const row = await livingOne(ctx, client, invitationId);
  if (!row) throw new DomainError("caren-invitation-gone");
  await endInvitation(ctx.tx, row, { ended: "revoked", at: ctx.now, by: signedBy(ctx) });
  shredSoon(ctx, row.id);
  await order(ctx, { clientId: client.id, kind: "end-invitation", subjectId: row.id });
}

/** Opens the letter of an open invitation for downloading. @throws DomainError `caren-letter-gone` */
export async function openLetter(
  ctx: ChangeCtx,
  client: ReachedClient,
  invitationId: string,
): Promise<{ file: SealedFile; name: string; mime: string }> {
  const row = await livingOne(ctx, client, invitationId);
  if (!row) throw new DomainError("caren-letter-gone");
  const file = await openSealedLetter(ctx.world, row);
  ctx.hold(file);
  return {
    file,
    name: `caren-uitnodiging-${client.number}-${dayOf(row.madeAt)}.pdf`,
    mime: "application/pdf",
  };
}

/** The number of the client an invitation is of, so that the door can be asked; empty for an unknown one. */
export async function clientNumberOf(db: ChangeCtx["db"], invitationId: string): Promise<string> {
  const [row] = await db
    .select({ number: clients.number })
    .from(carenInvitations)
    .innerJoin(clients, eq(clients.id, carenInvitations.clientId))
    .where(eq(carenInvitations.id, invitationId));
  return row ? String(row.number) : "";
}
