import { eq } from "drizzle-orm";
import { locations } from "@/db/schema/access";
import { installation } from "@/db/schema/installation";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "@/db/seed/people";
import type { Ctx } from "../access/perform";
import { CLIENT_TASKS, TASKS } from "../access/tasks";
import { DomainError, sentenceOf } from "../core/errors";

/** Who is signed in, and what they may do anywhere: what the menus offer. Doors decide again at each call. */
export async function whoAmI(ctx: Ctx) {
  if (ctx.actor.kind !== "employee") throw new DomainError("not-signed-in");
  const tasks = [...new Set(ctx.actor.grants.flatMap((grant) => [...grant.tasks]))];
  return {
    id: ctx.actor.id,
    name: ctx.actor.name,
    title: ctx.actor.title,
    holds: tasks,
    tasks: tasks.map((task) => TASKS[task]),
    seesClients: CLIENT_TASKS.some((task) => tasks.includes(task)),
    demo: ctx.world.demo,
  };
}

/**
 * What the sign-in page shows a stranger: whose it is, the one sentence for a refused attempt, and in the demo who
 * one can be. `organisation` is the name this installation carries, else the top of the location tree, `null` while
 * there is none (or more than one).
 */
export async function signInPage(ctx: Ctx) {
  const tree = await ctx.db.select().from(locations);
  const [top, second] = tree.filter(({ parentId }) => parentId === null);
  const [named] = await ctx.db.select().from(installation).where(eq(installation.name, "organisation"));
  const placeOf = (code: string) => tree.find((location) => location.code === code)?.name ?? null;
  return {
    signedIn: ctx.actor.kind === "employee",
    organisation: named?.value ?? (top && !second ? top.name : null),
    refused: sentenceOf("sign-in-failed"),
    demo: ctx.world.demo
      ? {
          password: DEMO_PASSWORD,
          people: DEMO_PEOPLE.map(({ email, name, title, reach }) => ({
            email,
            name,
            title,
            everywhere: reach === "everywhere",
            place: placeOf(reach),
          })),
        }
      : null,
  };
}
