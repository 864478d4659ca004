import type { World } from "@/server/core/world";
import { seedParties } from "./parties";
import { seedRoles } from "./roles";

/** Makes what every installation starts with: roles, and parties to exchange data with. Does nothing twice. */
export async function seedStart(world: World): Promise<void> {
  await seedRoles(world);
  await seedParties(world);
}
