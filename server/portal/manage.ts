import { and, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { clients } from "@/db/schema/clients";
import { mails } from "@/db/schema/mails";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { isThere, MERGED_AWAY } from "../access/merged";
import type { ChangeCtx, Ctx } from "../access/perform";
import { decide, scopeOf } from "../access/policy";
import { inScope, loadEmployee } from "../access/reach";
import { endSessionsOf } from "../auth/holder";
import { endLinks } from "../auth/links";
import { selfOf } from "../auth/own";
import { mailActivation } from "../auth/password-link";
import { removeSecondFactor, secondFactorOf } from "../auth/second-factor";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { queueMail } from "../mail/queue";
import type {
  ListPortalAccounts,
  OnePortalAccount,
  PortalState,
  RemovePortalFactor,
  ResendPortalActivation,
  SwitchPortalAccount,
} from "./input";

/*
 * Accounts of people from outside, for who manages accounts. What someone is to which client stays with that client:
 * here it is a number only.
 */

type Account = typeof portalAccounts.$inferSelect;

const holderOf = (accountId: string) => ({ kind: "portal", id: accountId }) as const;
const byName = sql<string>`${portalAccounts.name} COLLATE NOCASE`;

/** Their living relations, as a correlated query, with those clients only that a condition is true of. */
const relationExists = (condition: SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM ${portalRelations} JOIN ${clients} ON ${clients.id} = ${portalRelations.clientId}
    WHERE ${portalRelations.accountId} = ${portalAccounts.id} AND ${portalRelations.endedAt} IS NULL
      AND ${isThere()} AND ${condition})`;

/**
 * The accounts someone manages, by their rights inside this very act: all of them where they manage everywhere, else
 * those with a client whose every client is within their reach. Who is nothing to anyone is managed everywhere only.
 * @throws DomainError `not-signed-in`, `task-missing`
 */
async function managedAccounts(ctx: Ctx): Promise<SQL | undefined> {
  const actor = await loadEmployee(ctx.db, selfOf(ctx).id, ctx.now);
  if (!actor) throw new DomainError("not-signed-in");
  if (!decide(actor, ["access.manage"], { kind: "anywhere" }).allowed) throw new DomainError("task-missing");
  const here = inScope(scopeOf(actor, "access.manage"), ctx.day);
  return here && and(relationExists(here), sql`NOT ${relationExists(sql`NOT (${here})`)}`);
}

function inState(state: PortalState): SQL | undefined {
  if (state === "off") return isNotNull(portalAccounts.disabledAt);
  const activated = state === "active" ? isNotNull : isNull;
  return and(isNull(portalAccounts.disabledAt), activated(portalAccounts.passwordHash));
}

function stateOf({ disabledAt, passwordHash }: Account): PortalState {
  if (disabledAt !== null) return "off";
  return passwordHash === null ? "invited" : "active";
}

/** Each word somewhere in name or address; `%` and `_` are letters like any other. */
function holding(search: string): SQL | undefined {
  const words = search.split(/\s+/).filter((word) => word !== "");
  return and(
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      return or(
        sql`${portalAccounts.name} LIKE ${pattern} ESCAPE '\\'`,
        sql`${portalAccounts.email} LIKE ${pattern} ESCAPE '\\'`,
      );
    }),
  );
}

/** Written out: drizzle leaves table names out of what a query on one table selects. */
const clientCount = sql<number>`(SELECT count(DISTINCT client_id) FROM portal_relations
  WHERE account_id = portal_accounts.id AND ended_at IS NULL AND client_id NOT IN (${MERGED_AWAY}))`;

const lineOf = (account: Account, count: number) => ({
  id: account.id,
  name: account.name,
  email: account.email,
  state: stateOf(account),
  /** To how many clients they are something now */
  clients: count,
});

/**
 * A page of portal accounts, by name.
 * @returns lines, how many there are in all, and where the next page starts (`undefined`: this was the last)
 */
export async function listPortalAccounts(ctx: Ctx, input: z.output<typeof ListPortalAccounts>) {
  const managed = await managedAccounts(ctx);
  const found = and(managed, holding(input.search), input.state && inState(input.state));
  const page =
    input.after && sql`(${byName}, ${portalAccounts.id}) > (${input.after.name}, ${input.after.id})`;
  const rows = await ctx.db
    .select({ account: portalAccounts, count: clientCount })
    .from(portalAccounts)
    .where(and(found, page))
    .orderBy(byName, portalAccounts.id)
    .limit(input.size + 1);
  const shown = rows.slice(0, input.size);
  const last = shown.at(-1)?.account;
  return {
    lines: shown.map(({ account, count }) => lineOf(account, count)),
    total: await ctx.db.$count(portalAccounts, found),
    next: rows.length > input.size && last ? { name: last.name, id: last.id } : undefined,
  };
}

/** An account the one who acts manages. One they do not is not there. @throws DomainError `portal-account-gone` */
async function managedAccount(ctx: Ctx, accountId: string) {
  const [row] = await ctx.db
    .select({ account: portalAccounts, count: clientCount })
    .from(portalAccounts)
    .where(and(eq(portalAccounts.id, accountId), await managedAccounts(ctx)));
  if (!row) throw new DomainError("portal-account-gone");
  ctx.touch("portal", row.account.id);
  return row;
}

/** One portal account. @throws DomainError `portal-account-gone` */
export async function viewPortalAccount(ctx: Ctx, { accountId }: z.output<typeof OnePortalAccount>) {
  const { account, count } = await managedAccount(ctx, accountId);
  const { createdAt, disabledAt, version } = account;
  const secondFactor = await secondFactorOf(ctx.db, holderOf(account.id));
  return { ...lineOf(account, count), createdAt, disabledAt, version, secondFactor };
}

async function switchTo(
  ctx: ChangeCtx,
  { accountId, version }: z.output<typeof SwitchPortalAccount>,
  disabledAt: number | null,
): Promise<void> {
  const seen = and(eq(portalAccounts.id, accountId), eq(portalAccounts.version, version));
  const changed = await ctx.tx
    .update(portalAccounts)
    .set({ disabledAt, version: version + 1 })
    .where(seen)
    .returning({ id: portalAccounts.id });
  if (changed.length === 0) throw new DomainError("portal-account-changed");
}

/**
 * Switches a portal account off: every session ends at once, and open links with it. Already off is fine.
 * @throws DomainError `portal-account-gone`, `portal-account-changed`
 */
export async function disablePortalAccount(
  ctx: ChangeCtx,
  input: z.output<typeof SwitchPortalAccount>,
): Promise<void> {
  const { account } = await managedAccount(ctx, input.accountId);
  if (account.disabledAt !== null) return;
  await switchTo(ctx, input, ctx.now);
  await endSessionsOf(ctx.tx, holderOf(account.id), ctx.now);
  await endLinks(ctx.tx, holderOf(account.id));
}

/**
 * Switches a portal account on again, with what it still is to whom. Sessions and links that ended stay ended.
 * @throws DomainError `portal-account-gone`, `portal-account-changed`
 */
export async function enablePortalAccount(
  ctx: ChangeCtx,
  input: z.output<typeof SwitchPortalAccount>,
): Promise<void> {
  const { account } = await managedAccount(ctx, input.accountId);
  if (account.disabledAt !== null) await switchTo(ctx, input, null);
}

/**
 * Takes away the second factor of someone who lost both app and recovery codes: their sessions end, and they are told
 * by mail. None there is fine.
 * @throws DomainError `portal-account-gone`
 */
export async function removePortalFactor(
  ctx: ChangeCtx,
  { accountId }: z.output<typeof RemovePortalFactor>,
): Promise<void> {
  const { account } = await managedAccount(ctx, accountId);
  const holder = holderOf(account.id);
  await removeSecondFactor(ctx, holder);
  await endSessionsOf(ctx.tx, holder, ctx.now);
  await queueMail(ctx, {
    kind: "portal-second-factor-removed",
    to: account.email,
    values: { link: `${ctx.world.env.publicUrl}/caren/login` },
    requestKey: newId(ctx.now),
  });
}

/**
 * Mails the activation link again; the link before it ends. The same request is one mail.
 * @throws DomainError `portal-account-gone`, `portal-account-off`, `portal-active`
 */
export async function resendPortalActivation(
  ctx: ChangeCtx,
  { accountId, requestKey }: z.output<typeof ResendPortalActivation>,
): Promise<void> {
  const { account } = await managedAccount(ctx, accountId);
  if (account.disabledAt !== null) throw new DomainError("portal-account-off");
  if (account.passwordHash !== null) throw new DomainError("portal-active");
  const key = `portal-activation/again/${account.id}/${requestKey}`;
  if ((await ctx.tx.$count(mails, eq(mails.requestKey, key))) > 0) return;
  await mailActivation(ctx, holderOf(account.id), account.email, key);
}
