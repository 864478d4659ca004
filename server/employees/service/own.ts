import type { Ctx } from "../../access/perform";
import { ownSessions, selfOf } from "../../auth/own";
import { ownSecondFactor } from "../../auth/own-second-factor";
import { expertiseNames, heldRoleView } from "../view";
import { findEmployee, heldBy } from "./find";

/** One's own account: name, title, roles and reach in words, expertises, and where one is signed in. */
export async function ownAccount(ctx: Ctx, currentSession: string | undefined) {
  const { id } = selfOf(ctx);
  const { name, title, email, expertises } = await findEmployee(ctx.db, id);
  return {
    name,
    title,
    email,
    expertises: expertiseNames(expertises),
    roles: (await heldBy(ctx.db, id)).map(heldRoleView),
    sessions: await ownSessions(ctx, currentSession),
    secondFactor: await ownSecondFactor(ctx.db, ctx.world, { kind: "employee", id }),
  };
}
