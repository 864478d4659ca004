import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { portalRelations } from "@/db/schema/portal";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import type { FieldProblem } from "../core/field-problems";
import { inviteToPortal, portalPeopleOf } from "../portal/accounts";
import { tellAround } from "../portal/tell";
import type { AddMember, OneMember } from "./input";
import { CAREN_ROLES } from "./kinds";
import { endLink } from "./links";

/** What someone in the portal is in the network of this client; nothing once their link has ended. */
async function ownRole(ctx: Ctx, client: ReachedClient) {
  const [row] = await ctx.db
    .select({ id: portalRelations.id, role: portalRelations.carenRole })
    .from(portalRelations)
    .where(
      and(
        eq(portalRelations.id, ctx.relation?.id ?? ""),
        eq(portalRelations.clientId, client.id),
        isNull(portalRelations.endedAt),
      ),
    );
  return row;
}

async function assertManager(ctx: Ctx, client: ReachedClient): Promise<void> {
  if ((await ownRole(ctx, client))?.role !== "manager") throw new DomainError("caren-not-manager");
}

/** Who is in the network of a client, for someone who is: names and roles, and whether they may change it. */
export async function viewNetwork(ctx: Ctx, client: ReachedClient) {
  const own = await ownRole(ctx, client);
  const people = (await portalPeopleOf(ctx.db, client.id)).filter(
    ({ kind, endedAt, disabled }) => kind === "network" && endedAt === null && !disabled,
  );
  const roles = await ctx.db
    .select({ id: portalRelations.id, role: portalRelations.carenRole })
    .from(portalRelations)
    .where(and(eq(portalRelations.clientId, client.id), isNull(portalRelations.endedAt)));
  return {
    mayChange: own?.role === "manager",
    people: people.map(({ relationId, name, relation, madeAt, activated }) => {
      const role = roles.find(({ id }) => id === relationId)?.role ?? "member";
      return {
        ...{ relationId, name, relation, madeAt, activated },
        ...{ role, roleText: CAREN_ROLES[role], you: relationId === own?.id },
      };
    }),
  };
}

/** A beheerder adds someone to the network, by mail. @throws DomainError `caren-not-manager`, `form-invalid`, `portal-already` */
export async function addMember(
  ctx: ChangeCtx,
  client: ReachedClient,
  { name, email, relation }: z.output<typeof AddMember>,
): Promise<void> {
  await assertManager(ctx, client);
  const fields: FieldProblem[] = [];
  if (name === "") fields.push({ path: "name", problem: "required" });
  if (email === "") fields.push({ path: "email", problem: "required" });
  else if (!z.email().safeParse(email).success) fields.push({ path: "email", problem: "not-an-email" });
  if (fields.length > 0) throw new DomainError("form-invalid", { fields });
  const { relationId } = await inviteToPortal(ctx, client, {
    ...{ name, email, kind: "network" as const },
    relation: relation || null,
  });
  await ctx.tx.update(portalRelations).set({ carenRole: "member" }).where(eq(portalRelations.id, relationId));
  await tellAround(ctx, client.id, relationId);
}

/** A beheerder takes someone else out of the network; anyone takes out themselves. @throws DomainError `caren-not-manager`, `caren-link-gone` */
export async function removeMember(
  ctx: ChangeCtx,
  client: ReachedClient,
  { relationId }: z.output<typeof OneMember>,
): Promise<void> {
  const own = relationId === ctx.relation?.id;
  if (!own) await assertManager(ctx, client);
  await endLink(
    ctx,
    client,
    relationId,
    own ? "Ging zelf uit het netwerk" : "Door de beheerder uit het netwerk gehaald",
  );
}
