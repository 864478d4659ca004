import { perform, performOnClient } from "@/server/access/perform";
import type { World } from "@/server/core/world";
import { sweepFiles } from "@/server/files/store";
import { type Doors, type Imported, importAll } from "@/server/interchange/import/import-all";
import { findLocation } from "@/server/interchange/import/location";
import { readRun } from "@/server/interchange/import/run";
import { Staging } from "@/server/interchange/import/staging";
import type { ReadLimits } from "@/server/interchange/read/item";

const CALLER = { actor: { kind: "command" }, accessPoint: "command", source: null } as const;
const ACT = { tasks: ["interchange.import"], audit: "dossier.imported", kind: "mutation" } as const;

/**
 * Imports files through the door, as the command line: all of them one run, each client in a transaction of its own.
 * After a fault the same call again finishes what was not done.
 * @param code location of clients that are new; without one only reach everywhere sees them
 * @throws Error in Dutch when there is no such location; then nothing was done
 */
export async function importFiles(
  world: World,
  paths: readonly string[],
  code?: string,
  limits?: ReadLimits,
): Promise<Imported> {
  const locationId = code === undefined ? undefined : await findLocation(world.db.read, code);
  const doors: Doors = {
    open: (work) => perform(world, CALLER, ACT, { kind: "none" }, work),
    onClient: (number, work) => performOnClient(world, CALLER, ACT, String(number), work),
  };
  const staging = new Staging(world.env.dataDir);
  try {
    const run = await readRun(paths, staging, world.clock.now(), limits && { limits });
    const imported = await importAll(world, doors, run, { locationId });
    await sweepFiles(world);
    return imported;
  } finally {
    staging.close();
  }
}
