import { and, eq, isNull } from "drizzle-orm";
import { employees, grants, roleTasks } from "@/db/schema/access";
import { dossierRoles } from "@/db/schema/sharing";
import type { ChangeCtx } from "../access/perform";
import { decide } from "../access/policy";
import { type FoundClient, holds, loadEmployee } from "../access/reach";
import { queueMail } from "../mail/queue";

const mailable = { id: employees.id, email: employees.email };

/** Who owns the dossier today and can sign in. */
function ownersOf(ctx: ChangeCtx, clientId: string) {
  return ctx.tx
    .select(mailable)
    .from(dossierRoles)
    .innerJoin(employees, eq(employees.id, dossierRoles.employeeId))
    .where(
      and(
        eq(dossierRoles.clientId, clientId),
        eq(dossierRoles.role, "owner"),
        holds(ctx.day),
        isNull(employees.disabledAt),
      ),
    );
}

/** Who reviews the use of the procedure for this client: holds the task where the client is, or everywhere. */
async function reviewersOf(ctx: ChangeCtx, { id, locations }: FoundClient) {
  const holders = await ctx.tx
    .selectDistinct(mailable)
    .from(employees)
    .innerJoin(grants, eq(grants.employeeId, employees.id))
    .innerJoin(roleTasks, eq(roleTasks.roleId, grants.roleId))
    .where(and(eq(roleTasks.task, "emergency.review"), isNull(employees.disabledAt)));
  const place = { kind: "client", id, locations } as const;
  const reviewing: { id: string; email: string }[] = [];
  for (const holder of holders) {
    const actor = await loadEmployee(ctx.tx, holder.id, ctx.now);
    if (actor && decide(actor, ["emergency.review"], place).allowed) reviewing.push(holder);
  }
  return reviewing;
}

/** Tells the dossier's owner and whoever may review it that the procedure was used: one mail a person, none to the user. */
export async function tellOpened(
  ctx: ChangeCtx,
  client: FoundClient,
  access: { id: string; by: string },
): Promise<void> {
  const reviewers = await reviewersOf(ctx, client);
  const links = new Map((await ownersOf(ctx, client.id)).map((owner) => [owner.id, { ...owner, page: "" }]));
  for (const each of reviewers) links.set(each.id, { ...each, page: "/audits/emergencies" });
  links.delete(access.by);
  for (const { id, email, page } of links.values())
    await queueMail(ctx, {
      kind: "emergency-opened",
      to: email,
      values: { link: `${ctx.world.env.publicUrl}${page}` },
      requestKey: `emergency-opened/${access.id}/${id}`,
      employeeId: id,
    });
}
