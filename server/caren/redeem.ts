import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { carenInvitations } from "@/db/schema/caren";
import { clients } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { ChangeCtx } from "../access/perform";
import { ownHolder } from "../auth/own";
import { DomainError } from "../core/errors";
import type { FieldProblem } from "../core/field-problems";
import { newId } from "../core/ids";
import { tellAround } from "../portal/tell";
import type { JoinWithCode, RedeemCode } from "./input";
import { isLinked, order, shredSoon } from "./invite";
import { endInvitation } from "./letter-file";
import { codeHashOf, readCode } from "./rules";

/** The invitation a typed code opens now. A code that is unknown, used, ended or over gives the one same answer. */
async function invitationOf(tx: Tx, typed: string, now: number) {
  const code = readCode(typed);
  if (code === undefined) throw new DomainError("caren-code-wrong");
  const [found] = await tx
    .select({ row: carenInvitations })
    .from(carenInvitations)
    .innerJoin(clients, eq(clients.id, carenInvitations.clientId))
    .where(
      and(
        eq(carenInvitations.codeHash, codeHashOf(code)),
        isNull(carenInvitations.endedAt),
        gt(carenInvitations.expiresAt, now),
        // Two of one person were open when they were merged: the letter of who went on is the one that works.
        isNull(clients.mergedIntoId),
      ),
    );
  const row = found?.row;
  if (!row) throw new DomainError("caren-code-wrong");
  return row;
}

/**
 * Links an account to the client of a code, which is used up by it: of two at once, one gets it. Who comes first is
 * beheerder of the network, who comes later a member.
 */
async function link(
  ctx: ChangeCtx,
  account: { id: string; name: string },
  { code, relation }: z.output<typeof RedeemCode>,
): Promise<void> {
  const invitation = await invitationOf(ctx.tx, code, ctx.now);
  const { clientId } = invitation;
  const mine = and(
    eq(portalRelations.accountId, account.id),
    eq(portalRelations.clientId, clientId),
    eq(portalRelations.kind, "network"),
    isNull(portalRelations.endedAt),
  );
  if ((await ctx.tx.$count(portalRelations, mine)) > 0) throw new DomainError("caren-own-link");
  const relationId = newId(ctx.now);
  await ctx.tx.insert(portalRelations).values({
    ...{ id: relationId, accountId: account.id, clientId, kind: "network" },
    carenRole: (await isLinked(ctx.tx, clientId)) ? "member" : "manager",
    relation: relation || null,
    ...{ madeAt: ctx.now, madeBy: account.name },
  });
  const used = { ended: "redeemed", at: ctx.now, by: account.name, relationId } as const;
  await endInvitation(ctx.tx, invitation, used);
  ctx.touch("client", clientId);
  ctx.touch("invitation", invitation.id);
  ctx.touch("portal", account.id);
  shredSoon(ctx, invitation.id);
  await order(ctx, { clientId, kind: "end-invitation", subjectId: invitation.id });
  await tellAround(ctx, clientId, relationId);
}

/** Uses a code with the account that is signed in. @throws DomainError `caren-code-wrong`, `caren-own-link` */
export async function redeemCode(ctx: ChangeCtx, input: z.output<typeof RedeemCode>): Promise<void> {
  const { id } = ownHolder(ctx);
  const [account] = await ctx.tx.select().from(portalAccounts).where(eq(portalAccounts.id, id));
  if (!account) throw new DomainError("not-signed-in");
  await link(ctx, account, input);
}

/**
 * Makes an account with a code, and links it: the letter is the proof, so the address is not asked to prove itself.
 * A wrong code makes nothing and tells nothing.
 * @throws DomainError `form-invalid` with fields, `caren-code-wrong`, `caren-account-exists`
 */
export async function joinWithCode(
  ctx: ChangeCtx,
  input: z.output<typeof JoinWithCode>,
  passwordHash: string,
): Promise<void> {
  await invitationOf(ctx.tx, input.code, ctx.now);
  const fields: FieldProblem[] = [];
  const email = input.email.toLowerCase();
  if (input.name === "") fields.push({ path: "name", problem: "required" });
  if (email === "") fields.push({ path: "email", problem: "required" });
  else if (!z.email().safeParse(email).success) fields.push({ path: "email", problem: "not-an-email" });
  if (fields.length > 0) throw new DomainError("form-invalid", { fields });
  if ((await ctx.tx.$count(portalAccounts, eq(portalAccounts.email, email))) > 0)
    throw new DomainError("caren-account-exists");
  const account = { id: newId(ctx.now), name: input.name };
  await ctx.tx.insert(portalAccounts).values({ ...account, email, passwordHash, createdAt: ctx.now });
  await link(ctx, account, input);
}
