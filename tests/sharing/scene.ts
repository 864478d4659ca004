import { eq } from "drizzle-orm";
import { employees } from "@/db/schema/access";
import { mails } from "@/db/schema/mails";
import type { TaskId } from "@/server/access/tasks";
import { newId } from "@/server/core/ids";
import { openSealedText } from "@/server/mail/sealed";
import { apiAs, CLIENTS, type ClientName, type Holding, makeEmployee, openSession } from "../access/people";
import type { TestWorld } from "../world";

export const PRACTITIONER: readonly TaskId[] = [
  "dossier.view",
  "dossier.edit",
  "dossier.view-hidden",
  "dossier.share",
];
export const EXTERN: readonly TaskId[] = ["dossier.view", "dossier.edit", "dossier.share"];

/** The employee, with the API as they may use it when they have just signed in. */
export interface Colleague {
  id: string;
  email: string;
  api: () => ReturnType<typeof apiAs>;
}

/** A colleague with an activated account. */
export async function makeColleague(
  world: TestWorld,
  tasks: readonly TaskId[],
  reach: Holding["reach"] = "nowhere",
  name = "Iemand",
): Promise<Colleague> {
  const id = await makeEmployee(world, [{ tasks, reach }], { name, passwordHash: "set" });
  return { id, email: `${id}@kroniek.example`, api: async () => apiAs(world, await openSession(world, id)) };
}

/** What a page sends to add someone. */
export function adding(
  email: string,
  role: string,
  more: Record<string, string> = {},
  to: ClientName = "own",
) {
  return { clientId: String(CLIENTS[to]), values: { email, role, ...more }, requestKey: newId(0) };
}

/** A person in the list of Dossier rechten, as someone sees it. */
export async function personIn(viewer: Colleague, name: string, to: ClientName = "own") {
  const { people } = await (await viewer.api()).sharing.page({ clientId: String(CLIENTS[to]) });
  const person = people.find((each) => each.name === name);
  if (!person) throw new Error(`${name} is not in the list.`);
  return person;
}

/** Kind and address of every mail in the queue, in order of kind. */
export async function mailsTo(world: TestWorld): Promise<string[]> {
  const rows = await world.db.read.select().from(mails);
  return rows
    .map((row) => `${row.kind} ${openSealedText(world.keys, row.id, "to", row.toSealed ?? "")}`)
    .sort();
}

/** Switches an account off. */
export async function switchOff(world: TestWorld, employeeId: string): Promise<void> {
  const off = { disabledAt: world.clock.now() };
  await world.db.write((tx) => tx.update(employees).set(off).where(eq(employees.id, employeeId)));
}
