import { seedDemo } from "@/db/seed/demo";
import { seedRoles } from "@/db/seed/roles";
import { makeWorld, type TestWorld } from "./world";

/** A world with the whole demo organisation. Made in beforeAll and closed in afterAll: it takes seconds. */
export async function demoWorld(options: { plain?: boolean } = {}): Promise<TestWorld> {
  const world = await makeWorld({ ...options, keep: true });
  await seedRoles(world);
  await seedDemo(world);
  world.demo = true;
  return world;
}
