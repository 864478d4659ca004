import { seedDemo } from "@/db/seed/demo";
import { seedStart } from "@/db/seed/start";
import { makeWorld, type TestWorld } from "./world";

/** A world with the whole demo organisation. Made in beforeAll and closed in afterAll: it takes seconds. */
export async function demoWorld(options: { plain?: boolean } = {}): Promise<TestWorld> {
  const world = await makeWorld({ ...options, keep: true });
  await seedStart(world);
  await seedDemo(world);
  world.demo = true;
  return world;
}
