import type { Ctx } from "../access/perform";
import type { TaskId } from "../access/tasks";
import { DomainError } from "../core/errors";

/** Who is signed in, and the tasks they hold anywhere: what the menus offer. Doors decide again at each call. */
export async function whoAmI(
  ctx: Ctx,
): Promise<{ name: string; title: string; tasks: TaskId[]; demo: boolean }> {
  if (ctx.actor.kind !== "employee") throw new DomainError("not-signed-in");
  const tasks = new Set(ctx.actor.grants.flatMap((grant) => [...grant.tasks]));
  return { name: ctx.actor.name, title: ctx.actor.title, tasks: [...tasks], demo: ctx.world.demo };
}
