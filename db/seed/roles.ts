import { roles, roleTasks } from "@/db/schema/access";
import type { TaskId } from "@/server/access/tasks";
import { newId } from "@/server/core/ids";
import type { World } from "@/server/core/world";

/** The roles a new installation starts with; an organisation changes them under Beheer. */
export const START_ROLES = {
  "functioneel beheerder": [
    "access.manage",
    "organisation.manage",
    "interchange.import",
    "caren.settings",
    "jobs.view",
  ],
  verzorgende: ["dossier.view", "dossier.edit"],
  regiebehandelaar: [
    "dossier.view",
    "dossier.edit",
    "dossier.export",
    "dossier.view-hidden",
    "dossier.share",
    "caren.view",
    "emergency.open",
  ],
  cliëntadministratie: [
    "client.manage",
    "client.merge",
    "consent.change",
    "consent.record",
    "consent.exchange",
    "caren.view",
    "caren.edit",
    "caren.invite",
  ],
  locatiemanager: ["caren.view", "caren.bulk-message"],
  "functionaris gegevensbescherming": ["audit.view", "emergency.review"],
  "vrijgevestigd therapeut": ["dossier.view", "dossier.edit", "dossier.share"],
} as const satisfies Record<string, readonly TaskId[]>;

export type RoleName = keyof typeof START_ROLES;

/** Makes the starting roles in a database that has none. */
export async function seedRoles(world: World): Promise<void> {
  if ((await world.db.read.$count(roles)) > 0) return;
  await world.db.write(async (tx) => {
    for (const [name, tasks] of Object.entries(START_ROLES)) {
      const id = newId(world.clock.now());
      await tx.insert(roles).values({ id, name });
      await tx.insert(roleTasks).values(tasks.map((task) => ({ roleId: id, task })));
    }
  });
}
