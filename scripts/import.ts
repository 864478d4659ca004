import { parseArgs } from "node:util";
import { perform, performOnClient } from "@/server/access/perform";
import type { World } from "@/server/core/world";
import { sweepFiles } from "@/server/files/store";
import { findLocation } from "@/server/interchange/import/location";
import { placeRun } from "@/server/interchange/import/place";
import { readRun } from "@/server/interchange/import/run";
import { Staging } from "@/server/interchange/import/staging";
import { writeClient } from "@/server/interchange/import/write-client";
import { noChanges } from "@/server/interchange/import/write-entries";
import { reportLines } from "@/server/interchange/report";
import { openWorld } from "./open";

const USAGE = "Gebruik: npm run import -- BESTAND… [--location CODE]";
const CALLER = { actor: { kind: "command" }, accessPoint: "command", source: null } as const;
const ACT = { tasks: ["interchange.import"], audit: "dossier.imported", kind: "mutation" } as const;

/** Imports files and prints the report. @returns whether nothing was refused */
async function importFiles(world: World, paths: string[], code: string | undefined): Promise<boolean> {
  const locationId = code === undefined ? undefined : await findLocation(world.db.read, code);
  const staging = new Staging(world.env.dataDir);
  try {
    const run = await readRun(paths, staging, world.clock.now());
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
    for (const line of reportLines(run, placed, changes)) process.stdout.write(`${line}\n`);
    return run.refusals.length === 0;
  } finally {
    staging.close();
  }
}

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { location: { type: "string" } },
  });
  if (positionals.length === 0) throw new Error(USAGE);
  const { world, close } = await openWorld();
  try {
    return await importFiles(world, positionals, values.location);
  } finally {
    await close();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`Importeren lukt niet. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
