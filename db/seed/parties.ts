import { parties, partyVersions } from "@/db/schema/consent";
import { START_PARTIES } from "@/server/consent/start-set";
import type { World } from "@/server/core/world";

/** Makes the parties every installation starts with, in a database that has none. */
export async function seedParties(world: World): Promise<void> {
  if ((await world.db.read.$count(parties)) > 0) return;
  const now = world.clock.now();
  await world.db.write(async (tx) => {
    for (const [position, { code, ...fields }] of START_PARTIES.entries()) {
      await tx.insert(parties).values({ id: code, createdAt: now, position });
      await tx.insert(partyVersions).values({
        ...{ id: `${code}:1`, partyId: code, version: 1, consentFrom: 1 },
        // What the demo tells of the past was decided about these very parties.
        since: 0,
        ...fields,
        changedBy: "Kroniek",
        changedById: null,
      });
    }
  });
}
