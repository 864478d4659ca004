/** A process of its own that makes the demo in a folder, for the test that kills it half-way. */
import { seedDemo } from "@/db/seed/demo";
import { openFolder } from "./open";

const world = await openFolder(process.argv[2] ?? "");
await seedDemo(world);
await world.db.close();
