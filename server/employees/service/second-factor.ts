import type { z } from "zod";
import type { ChangeCtx } from "../../access/perform";
import { endSessionsOf } from "../../auth/holder";
import { selfOf } from "../../auth/own";
import { removeSecondFactor } from "../../auth/second-factor";
import { DomainError } from "../../core/errors";
import { newId } from "../../core/ids";
import { queueMail } from "../../mail/queue";
import type { RemoveSecondFactor } from "../input";
import { managed } from "./change";

/**
 * Takes away the second factor of a colleague who lost both app and recovery codes: their sessions end, and they are
 * told by mail. Nobody does this for themselves: who stole a session would be rid of it. None there is fine.
 * @throws DomainError `second-factor-own`, `employee-gone`, `rights-beyond`
 */
export async function removeColleagueFactor(
  ctx: ChangeCtx,
  { employeeId }: z.output<typeof RemoveSecondFactor>,
): Promise<void> {
  if (employeeId === selfOf(ctx).id) throw new DomainError("second-factor-own");
  const person = await managed(ctx, employeeId);
  const holder = { kind: "employee", id: person.id } as const;
  await removeSecondFactor(ctx, holder);
  await endSessionsOf(ctx.tx, holder, ctx.now);
  await queueMail(ctx, {
    kind: "second-factor-removed",
    to: person.email,
    values: { link: `${ctx.world.env.publicUrl}/login` },
    requestKey: newId(ctx.now),
    employeeId: person.id,
  });
}
