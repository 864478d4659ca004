import { locations } from "@/db/schema/access";
import { DEMO_PASSWORD, DEMO_PEOPLE, DEMO_PORTAL_PEOPLE } from "@/db/seed/people";
import { organisationOf } from "../access/organisation";
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
 * one can be.
 */
export async function signInPage(ctx: Ctx) {
  const tree = await ctx.db.select().from(locations);
  const placeOf = (code: string) => tree.find((location) => location.code === code)?.name ?? null;
  return {
    signedIn: ctx.actor.kind === "employee",
    organisation: await organisationOf(ctx.db),
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

/** The same for the portal. */
export async function portalSignInPage(ctx: Ctx, signedIn: boolean) {
  return {
    signedIn,
    organisation: await organisationOf(ctx.db),
    refused: sentenceOf("sign-in-failed"),
    demo: ctx.world.demo ? { password: DEMO_PASSWORD, people: DEMO_PORTAL_PEOPLE } : null,
  };
}
