import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { formerNumbersOf } from "../access/merged";
import { organisationOf } from "../access/organisation";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { RELATION_KINDS, type Relation } from "../access/relations";
import { endSessionsOf } from "../auth/holder";
import { ownHolder, ownSessions } from "../auth/own";
import { fullName, tileInitials } from "../clients/rules";
import { DomainError } from "../core/errors";

/** The account of whoever asks. @throws DomainError `not-signed-in` */
async function ownAccount(ctx: Ctx) {
  const { id } = ownHolder(ctx);
  const [account] = await ctx.db.select().from(portalAccounts).where(eq(portalAccounts.id, id));
  if (!account) throw new DomainError("not-signed-in");
  return account;
}

/** Who is signed in to the portal, and whether they agreed: before that nothing of a client is theirs to see. */
export async function whoAmIInPortal(ctx: Ctx) {
  const { id, name, agreedAt } = await ownAccount(ctx);
  return {
    id,
    name,
    agreed: agreedAt !== null,
    organisation: await organisationOf(ctx.db),
    demo: ctx.world.demo,
  };
}

/** One's own account in the portal. Moments in epoch ms. */
export async function ownPortalAccount(ctx: Ctx, currentSession: string | undefined) {
  const { name, email, agreedAt } = await ownAccount(ctx);
  return { name, email, agreedAt, sessions: await ownSessions(ctx, currentSession) };
}

/** The explicit yes of a first sign-in (DOMAIN.md 5). Said before is fine: the first moment stays. */
export async function agree(ctx: ChangeCtx): Promise<void> {
  const { id } = ownHolder(ctx);
  await ctx.tx
    .update(portalAccounts)
    .set({ agreedAt: ctx.now })
    .where(and(eq(portalAccounts.id, id), isNull(portalAccounts.agreedAt)));
}

/** A no, or taking back an earlier yes: nothing is shown any more, and every session ends. */
export async function disagree(ctx: ChangeCtx): Promise<void> {
  const holder = ownHolder(ctx);
  await ctx.tx.update(portalAccounts).set({ agreedAt: null }).where(eq(portalAccounts.id, holder.id));
  await endSessionsOf(ctx.tx, holder, ctx.now);
}

/** Who a client is to someone from outside: a name and no more, and what they themselves are to them. */
async function shownClient(ctx: Ctx, clientId: string, relations: readonly Relation[]) {
  const [row] = await ctx.db.select().from(clients).where(eq(clients.id, clientId));
  if (!row) throw new DomainError("not-found");
  const ids = relations.map(({ id }) => id);
  const own = await ctx.db
    .select({ kind: portalRelations.kind, relation: portalRelations.relation })
    .from(portalRelations)
    .where(inArray(portalRelations.id, ids))
    .orderBy(asc(portalRelations.madeAt));
  return {
    number: row.number,
    formerNumbers: await formerNumbersOf(ctx.db, clientId),
    name: fullName({ ...row, initials: row.callName ?? row.initials }),
    initials: tileInitials(row),
    /** What they are to the client; `relation` in Dutch words of who invited: dochter, casemanager … */
    relations: own.map(({ kind, relation }) => ({ kind, label: RELATION_KINDS[kind], relation })),
  };
}

const relationsOf = ({ actor }: Ctx): readonly Relation[] => (actor.kind === "portal" ? actor.relations : []);

/** The clients someone in the portal has to do with, by number; none before they agreed. */
export async function ownClients(ctx: Ctx) {
  const relations = relationsOf(ctx);
  const ids = [...new Set(relations.map(({ clientId }) => clientId))];
  const shown = await Promise.all(
    ids.map((id) =>
      shownClient(
        ctx,
        id,
        relations.filter(({ clientId }) => clientId === id),
      ),
    ),
  );
  return shown.sort((a, b) => a.number - b.number);
}

/** One client, as their home in the portal shows who it is. */
export async function ownClient(ctx: Ctx, client: ReachedClient) {
  return shownClient(
    ctx,
    client.id,
    relationsOf(ctx).filter(({ clientId }) => clientId === client.id),
  );
}
