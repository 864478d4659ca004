import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { employees } from "@/db/schema/access";
import { clients, contacts } from "@/db/schema/clients";
import { portalRelations } from "@/db/schema/portal";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { RELATION_KINDS } from "../access/relations";
import { REPRESENTATIONS, representativesOn } from "../access/representation";
import { ASKED_KINDS } from "../clients/portal-people";
import { ageOn } from "../clients/rules";
import { DomainError } from "../core/errors";
import type { FieldProblem } from "../core/field-problems";
import { endRelation, inviteToPortal, portalPeopleOf, resendActivation } from "./accounts";
import { tellAround } from "./tell";

/** Invites someone to the portal of a client; what cannot be right is told at its field. */
export const InvitePerson = z.object({
  kind: z.enum(ASKED_KINDS),
  name: z.string().trim().max(200),
  email: z.string().trim().max(254),
  /** Dutch words: dochter, buurvrouw */
  relation: z.string().trim().max(100).default(""),
  /** Of a representative: the contact whose recorded power it is */
  contactId: z.string().max(64).optional(),
});

/** Someone in the portal, by what they are to this client. */
export const OneRelation = z.object({ relationId: z.string().max(64) });

type Person = Awaited<ReturnType<typeof portalPeopleOf>>[number];

/** `invited`: not activated yet · `not-agreed`: activated, has not said yes yet · `off`: the account was switched off. */
type PersonState = "invited" | "not-agreed" | "active" | "off" | "ended";

function stateOf({ endedAt, disabled, activated, agreed }: Person): PersonState {
  if (endedAt !== null) return "ended";
  if (disabled) return "off";
  if (!activated) return "invited";
  return agreed ? "active" : "not-agreed";
}

/** Those who may decide about care now, by a recorded power (DOMAIN.md 5): only they can be invited as representative. */
async function powersOf(ctx: Ctx, client: ReachedClient) {
  const [person] = await ctx.db
    .select({ birthDate: clients.birthDate })
    .from(clients)
    .where(eq(clients.id, client.id));
  const around = await ctx.db.select().from(contacts).where(eq(contacts.clientId, client.id));
  const age = ageOn(person?.birthDate ?? null, ctx.day) ?? null;
  return representativesOn(around, "care", ctx.day, age);
}

/** Everyone of this client in the portal with how it stands, and who could be invited as representative. */
export async function involvedOf(ctx: Ctx, client: ReachedClient) {
  const people = await portalPeopleOf(ctx.db, client.id);
  const mayShare = ctx.allows("dossier.share");
  const powers = mayShare ? await powersOf(ctx, client) : [];
  return {
    mayShare,
    mayAsk: ctx.allows("dossier.edit", "activity.asked"),
    people: people.map((person) => {
      const { relationId, name, email, kind, relation, madeAt, madeBy, endedAt, endedBy } = person;
      return {
        ...{ relationId, name, email, kind, kindText: RELATION_KINDS[kind], relation },
        ...{ madeAt, madeBy, endedAt, endedBy, state: stateOf(person), lastSignInAt: person.lastSignInAt },
      };
    }),
    powers: powers.map(({ id, name, email, representation }) => ({
      id,
      name,
      email,
      power: representation ? REPRESENTATIONS[representation].label : "",
    })),
  };
}

function problemsOf({
  name,
  email,
  kind,
  relation,
  contactId,
}: z.output<typeof InvitePerson>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (name === "") problems.push({ path: "name", problem: "required" });
  if (email === "") problems.push({ path: "email", problem: "required" });
  else if (!z.email().safeParse(email).success) problems.push({ path: "email", problem: "not-an-email" });
  if (kind === "involved" && relation === "") problems.push({ path: "relation", problem: "required" });
  if (kind === "representative" && !contactId) problems.push({ path: "contactId", problem: "required" });
  return problems;
}

/**
 * Invites the client, a representative with a recorded power, or a betrokkene, by mail.
 * @throws DomainError `form-invalid` with fields, `portal-invite-self`, `portal-client-already`, `portal-no-power`,
 * `portal-already`, `portal-account-off`
 */
export async function invitePerson(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof InvitePerson>,
): Promise<{ relationId: string; alreadyActive: boolean }> {
  const fields = problemsOf(input);
  if (fields.length > 0) throw new DomainError("form-invalid", { fields });
  const { kind, name, email, relation, contactId } = input;
  if (ctx.actor.kind === "employee") {
    const [me] = await ctx.tx.select().from(employees).where(eq(employees.id, ctx.actor.id));
    if (me?.email.toLowerCase() === email.toLowerCase()) throw new DomainError("portal-invite-self");
  }
  if (kind === "client" && (await hasOwnAccount(ctx, client))) throw new DomainError("portal-client-already");
  const power =
    kind === "representative" ? (await powersOf(ctx, client)).find(({ id }) => id === contactId) : undefined;
  if (kind === "representative" && !power) throw new DomainError("portal-no-power");
  const { relationId, alreadyActive } = await inviteToPortal(ctx, client, {
    ...{ kind, name, email, relation: relation || power?.relation || null },
    ...(power && { contactId: power.id }),
  });
  ctx.touch("relation", relationId);
  await tellAround(ctx, client.id, relationId);
  return { relationId, alreadyActive };
}

async function hasOwnAccount(ctx: ChangeCtx, client: ReachedClient): Promise<boolean> {
  const own = and(
    eq(portalRelations.clientId, client.id),
    eq(portalRelations.kind, "client"),
    isNull(portalRelations.endedAt),
  );
  return (await ctx.tx.$count(portalRelations, own)) > 0;
}

/** Only what is managed here: the network is Caren's. @throws DomainError `not-for-network` */
async function assertManagedHere(ctx: ChangeCtx, client: ReachedClient, relationId: string): Promise<void> {
  const network = and(
    eq(portalRelations.id, relationId),
    eq(portalRelations.clientId, client.id),
    eq(portalRelations.kind, "network"),
  );
  if ((await ctx.tx.$count(portalRelations, network)) > 0) throw new DomainError("not-for-network");
}

/** Mails the activation link again. @throws as `resendActivation`, `not-for-network` */
export async function resendInvitation(
  ctx: ChangeCtx,
  client: ReachedClient,
  { relationId }: z.output<typeof OneRelation>,
): Promise<void> {
  await assertManagedHere(ctx, client, relationId);
  await resendActivation(ctx, client, relationId);
}

/** Takes someone's access to this client away, from their next click on. @throws as `endRelation`, `not-for-network` */
export async function removePerson(
  ctx: ChangeCtx,
  client: ReachedClient,
  { relationId }: z.output<typeof OneRelation>,
): Promise<void> {
  await assertManagedHere(ctx, client, relationId);
  // Before it ends: whoever loses their access is told as well.
  await tellAround(ctx, client.id, `${relationId}/ended`);
  await endRelation(ctx, client, relationId, null);
}
