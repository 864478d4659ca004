import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { desc, eq } from "drizzle-orm";
import { roles, roleTasks } from "@/db/schema/access";
import { mails } from "@/db/schema/mails";
import type { TaskId } from "@/server/access/tasks";
import { newId } from "@/server/core/ids";
import type { World } from "@/server/core/world";
import { deliverMail } from "@/server/mail/deliver";
import { apiAs, makeEmployee, makePlaces, openSession, type PlaceName } from "../access/people";
import { makeWorld, type TestWorld } from "../world";

export type Api = Awaited<ReturnType<typeof apiAs>>;

/** Someone who works with the API: their id, session, and calls made with the rights of that very moment. */
export interface Worker {
  id: string;
  session: string;
  api(): Promise<Api>;
}

export const HASH = "not a hash, but set: the account is activated";

/** An organisation with places, clients and one administrator. Not a demo, so that accounts count as real ones. */
export async function makeHouse(): Promise<{ world: TestWorld; admin: Worker }> {
  const world = await makeWorld({ demo: false });
  await makePlaces(world);
  return { world, admin: await worker(world, ["access.manage"]) };
}

/** An employee with one role, signed in. */
export async function worker(
  world: World,
  tasks: readonly TaskId[],
  reach: PlaceName | "everywhere" | "nowhere" = "everywhere",
  fields: Parameters<typeof makeEmployee>[2] = {},
): Promise<Worker> {
  const id = await makeEmployee(world, [{ tasks, reach }], { passwordHash: HASH, ...fields });
  const session = await openSession(world, id);
  return { id, session, api: () => apiAs(world, session) };
}

/** A role of its own. @returns its id */
export async function makeRoleRow(world: World, name: string, tasks: readonly TaskId[]): Promise<string> {
  const id = newId(world.clock.now());
  await world.db.write(async (tx) => {
    await tx.insert(roles).values({ id, name });
    if (tasks.length > 0) await tx.insert(roleTasks).values(tasks.map((task) => ({ roleId: id, task })));
  });
  return id;
}

/** Sends what is queued, and gives the texts of all mail in the data folder. */
export async function mailTexts(world: World): Promise<string[]> {
  await deliverMail(world);
  const folder = join(world.env.dataDir, "mail");
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
}

/** The code behind the `#` of the link that was mailed to someone last. */
export async function mailedCode(world: World, employeeId: string): Promise<string> {
  await deliverMail(world);
  const [mail] = await world.db.read
    .select()
    .from(mails)
    .where(eq(mails.employeeId, employeeId))
    .orderBy(desc(mails.queuedAt), desc(mails.id))
    .limit(1);
  const text = readFileSync(join(world.env.dataDir, "mail", `${mail?.id}.eml`), "utf8");
  return text.match(/#(\S+)/)?.[1] ?? "";
}
