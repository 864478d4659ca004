import { and, desc, eq, gte, isNull, max } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { sessions } from "@/db/schema/auth";
import { contacts } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { ChangeCtx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import type { RelationKind } from "../access/relations";
import { endLinks } from "../auth/links";
import { mailActivation } from "../auth/password-link";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { queueMail } from "../mail/queue";

/*
 * Accounts of people from outside and what each is to a client. Whoever invites them (dossier rechten, betrokkenen,
 * Caren) decides whether that may be done; here it is done, in the transaction of that act.
 */

type Relation = typeof portalRelations.$inferSelect;

/** Whom to invite, and as what. */
export interface PortalInvitation {
  email: string;
  /** What they are called at this client; a new account is named so too, and keeps it whatever others write later */
  name: string;
  kind: RelationKind;
  /** Dutch words: dochter, buurvrouw, casemanager … */
  relation: string | null;
  /** Of a representative: the contact of the client whose recorded power it is */
  contactId?: string;
}

/** Who did it, as it was then: "J. Jansen, verpleegkundige". */
function signed({ actor }: ChangeCtx): { name: string; id: string | null } {
  if (actor.kind === "employee") return { name: `${actor.name}, ${actor.title}`, id: actor.id };
  return { name: actor.kind === "portal" ? actor.name : "Systeem", id: null };
}

async function assertPower(
  ctx: ChangeCtx,
  client: ReachedClient,
  contactId: string | undefined,
): Promise<void> {
  const [contact] = await ctx.tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, contactId ?? ""), eq(contacts.clientId, client.id)));
  const current =
    contact &&
    (contact.fromDate ?? "") <= ctx.day &&
    (contact.untilDate === null || contact.untilDate > ctx.day);
  if (!current || contact.representation === null) throw new DomainError("portal-no-power");
}

async function accountFor(ctx: ChangeCtx, { email, name }: PortalInvitation) {
  const address = email.trim().toLowerCase();
  const [known] = await ctx.tx.select().from(portalAccounts).where(eq(portalAccounts.email, address));
  if (known?.disabledAt != null) throw new DomainError("portal-account-off");
  if (known) return known;
  const made = { id: newId(ctx.now), email: address, name, passwordHash: null, createdAt: ctx.now };
  await ctx.tx.insert(portalAccounts).values(made);
  return made;
}

/**
 * Gives someone an account in the portal, or adds a client to the one they have, and tells them by mail: with the link
 * to activate it (14 days; an earlier link ends), or, when it is active, that something was added.
 * @throws DomainError `portal-already` when they are that to this client now, `portal-account-off`, `portal-no-power`
 */
export async function inviteToPortal(
  ctx: ChangeCtx,
  client: ReachedClient,
  invitation: PortalInvitation,
): Promise<{ accountId: string; relationId: string; alreadyActive: boolean }> {
  const { kind, relation, contactId } = invitation;
  if (kind === "representative") await assertPower(ctx, client, contactId);
  const account = await accountFor(ctx, invitation);
  const same = and(
    eq(portalRelations.accountId, account.id),
    eq(portalRelations.clientId, client.id),
    eq(portalRelations.kind, kind),
    isNull(portalRelations.endedAt),
  );
  if ((await ctx.tx.$count(portalRelations, same)) > 0) throw new DomainError("portal-already");
  const relationId = newId(ctx.now);
  const by = signed(ctx);
  await ctx.tx.insert(portalRelations).values({
    id: relationId,
    accountId: account.id,
    clientId: client.id,
    kind,
    name: invitation.name,
    relation,
    contactId: contactId ?? null,
    madeAt: ctx.now,
    madeBy: by.name,
    madeById: by.id,
  });
  ctx.touch("portal", account.id);
  const alreadyActive = account.passwordHash !== null;
  if (alreadyActive)
    await queueMail(ctx, {
      kind: "portal-added",
      to: account.email,
      values: { link: `${ctx.world.env.publicUrl}/caren` },
      requestKey: `portal-added/${relationId}`,
    });
  else await mailActivation(ctx, holderOf(account.id), account.email, `portal-activation/${relationId}`);
  return { accountId: account.id, relationId, alreadyActive };
}

const holderOf = (accountId: string) => ({ kind: "portal", id: accountId }) as const;

/** A living relation of this client's. @throws DomainError `portal-relation-gone`: another client's, ended, or none */
async function livingRelation(tx: Tx, client: ReachedClient, relationId: string): Promise<Relation> {
  const [relation] = await tx
    .select()
    .from(portalRelations)
    .where(
      and(
        eq(portalRelations.id, relationId),
        eq(portalRelations.clientId, client.id),
        isNull(portalRelations.endedAt),
      ),
    );
  if (!relation) throw new DomainError("portal-relation-gone");
  return relation;
}

/**
 * Ends what someone is to a client: from their next click on, nothing of the client is theirs to see. The account stays,
 * for other clients; when it was never activated and none is left, its link ends too.
 * @param reason Dutch words, for who reads the list later
 * @throws DomainError `portal-relation-gone`
 */
export async function endRelation(
  ctx: ChangeCtx,
  client: ReachedClient,
  relationId: string,
  reason: string | null,
): Promise<void> {
  const { accountId } = await livingRelation(ctx.tx, client, relationId);
  await ctx.tx
    .update(portalRelations)
    .set({ endedAt: ctx.now, endedBy: signed(ctx).name, endReason: reason })
    .where(eq(portalRelations.id, relationId));
  ctx.touch("portal", accountId);
  const living = and(eq(portalRelations.accountId, accountId), isNull(portalRelations.endedAt));
  const unused = and(eq(portalAccounts.id, accountId), isNull(portalAccounts.passwordHash));
  if (
    (await ctx.tx.$count(portalRelations, living)) === 0 &&
    (await ctx.tx.$count(portalAccounts, unused)) > 0
  )
    await endLinks(ctx.tx, holderOf(accountId));
}

/**
 * Mails the activation link again, valid for 14 days anew; the link before it ends.
 * @throws DomainError `portal-relation-gone`, `portal-active`, `portal-account-off`
 */
export async function resendActivation(
  ctx: ChangeCtx,
  client: ReachedClient,
  relationId: string,
): Promise<void> {
  const { accountId } = await livingRelation(ctx.tx, client, relationId);
  const [account] = await ctx.tx.select().from(portalAccounts).where(eq(portalAccounts.id, accountId));
  if (!account || account.disabledAt !== null) throw new DomainError("portal-account-off");
  if (account.passwordHash !== null) throw new DomainError("portal-active");
  ctx.touch("portal", accountId);
  await mailActivation(ctx, holderOf(accountId), account.email, newId(ctx.now));
}

/** Everyone with an account who is or was something to a client, the last made first; moments in epoch ms. */
export async function portalPeopleOf(db: Reader, clientId: string) {
  const rows = await db
    .select({ relation: portalRelations, account: portalAccounts, lastSignInAt: max(sessions.createdAt) })
    .from(portalRelations)
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    // Since then: what they did before, for others, is not this client's.
    .leftJoin(
      sessions,
      and(
        eq(sessions.portalAccountId, portalAccounts.id),
        eq(sessions.stage, "full"),
        gte(sessions.createdAt, portalRelations.madeAt),
      ),
    )
    .where(eq(portalRelations.clientId, clientId))
    .groupBy(portalRelations.id)
    .orderBy(desc(portalRelations.madeAt), desc(portalRelations.id));
  return rows.map(({ relation, account, lastSignInAt }) => ({
    relationId: relation.id,
    accountId: account.id,
    name: relation.name ?? account.name,
    email: account.email,
    kind: relation.kind,
    relation: relation.relation,
    contactId: relation.contactId,
    madeAt: relation.madeAt,
    madeBy: relation.madeBy,
    endedAt: relation.endedAt,
    endedBy: relation.endedBy,
    endReason: relation.endReason,
    activated: account.passwordHash !== null,
    agreed: account.agreedAt !== null,
    disabled: account.disabledAt !== null,
    lastSignInAt,
  }));
}
