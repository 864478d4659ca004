import { perform, performOnClient } from "@/server/access/perform";
import type { World } from "@/server/core/world";
import { sweepFiles } from "@/server/files/store";
import { findLocation } from "@/server/interchange/import/location";
import { type Placed, placeRun } from "@/server/interchange/import/place";
import { type Run, readRun } from "@/server/interchange/import/run";
import { Staging } from "@/server/interchange/import/staging";
import { writeClient } from "@/server/interchange/import/write-client";
import { type Changes, noChanges } from "@/server/interchange/import/write-entries";
import type { ReadLimits } from "@/server/interchange/read/item";

const CALLER = { actor: { kind: "command" }, accessPoint: "command", source: null } as const;
const ACT = { tasks: ["interchange.import"], audit: "dossier.imported", kind: "mutation" } as const;

export interface Imported {
  run: Run;
  placed: Placed;
  changes: Changes;
}

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
  const staging = new Staging(world.env.dataDir);
  try {
    const run = await readRun(paths, staging, world.clock.now(), limits);
    const placed = await perform(world, CALLER, ACT, { kind: "none" }, async (ctx) => {
      const found = await placeRun(ctx, run, locationId);
      ctx.detail(`clients=${found.clients.length} created=${found.created}`);
      return found;
    });
    const changes = noChanges();
    for (const { number, keys } of placed.clients) {
      const made = await performOnClient(world, CALLER, ACT, String(number), async (ctx, client) => {
        const written = await writeClient(ctx, client, run, keys);
        ctx.detail(`added=${written.added} changed=${written.changed} removed=${written.removed}`);
        return written;
      });
      changes.added += made.added;
      changes.changed += made.changed;
      changes.removed += made.removed;
    }
    await sweepFiles(world);
    return { run, placed, changes };
  } finally {
    staging.close();
  }
}
