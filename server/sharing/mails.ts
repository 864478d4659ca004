import type { ChangeCtx } from "../access/perform";
import { queueMail } from "../mail/queue";

/** Tells an employee that a dossier was shared with them. The mail says nothing of whose it is. */
export function tellInvited(
  ctx: ChangeCtx,
  person: { id: string; email: string },
  changeId: string,
): Promise<void> {
  return queueMail(ctx, {
    kind: "sharing-invited",
    to: person.email,
    values: { link: `${ctx.world.env.publicUrl}/clients` },
    requestKey: `sharing-invited/${changeId}`,
    employeeId: person.id,
  });
}

/** Tells an employee that their role in a dossier is another one or over; as little as the mail above. */
export function tellRoleChanged(
  ctx: ChangeCtx,
  person: { id: string; email: string },
  changeId: string,
): Promise<void> {
  return queueMail(ctx, {
    kind: "sharing-role-changed",
    to: person.email,
    values: { link: `${ctx.world.env.publicUrl}/clients` },
    requestKey: `sharing-role-changed/${changeId}`,
    employeeId: person.id,
  });
}
