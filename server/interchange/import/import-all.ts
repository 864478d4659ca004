import { survivorOf } from "@/server/access/merged";
import type { ChangeCtx } from "@/server/access/perform";
import type { ReachedClient } from "@/server/access/reach";
import { DomainError } from "@/server/core/errors";
import type { World } from "@/server/core/world";
import {
  assignRun,
  hasNobodys,
  keepNobodys,
  type Placed,
  type Placing,
  patientsOf,
  placePatients,
} from "./place";
import { prepareClient, settlePrepared } from "./prepare-client";
import type { Run } from "./run";
import { writeClient } from "./write-client";
import { type Changes, noChanges } from "./write-entries";

/** The doors an import goes through; who opens them says as whom. Each act is one transaction and one audit row. */
export interface Doors {
  /** For new clients and what belongs to none */
  open<T>(work: (ctx: ChangeCtx) => Promise<T>): Promise<T>;
  onClient<T>(number: number, work: (ctx: ChangeCtx, client: ReachedClient) => Promise<T>): Promise<T>;
}

export interface Imported {
  run: Run;
  placed: Placed;
  changes: Changes;
}

export interface ImportOptions {
  /** Where new clients are cared for from today */
  locationId: string | undefined;
  /** Told after each client: how many of the run's resources and clients are done */
  onDone?(done: { resources: number; clients: number; clientsKnown: number }): void;
}

/** Prepared again this often when the client's imported resources change meanwhile. */
const TRIES = 5;

/**
 * Brings what was read into the database, each client in one transaction. After a fault the same call again finishes
 * what was not done, and does nothing twice. Clients out of the caller's reach are left as they are and told.
 * @throws DomainError `import-disk-full`, and what a door refuses before the first client
 */
export async function importAll(
  world: World,
  doors: Doors,
  run: Run,
  { locationId, onDone }: ImportOptions,
): Promise<Imported> {
  const placing: Placing = { clientOf: new Map(), created: 0 };
  for (const patients of patientsOf(run)) {
    const { clientOf, created } = await doors.open((ctx) => placePatients(ctx, run, patients, locationId));
    for (const [key, clientId] of clientOf) placing.clientOf.set(key, clientId);
    placing.created += created;
  }
  const placed = await assignRun(world.db.read, run, placing);
  if (hasNobodys(run)) await doors.open((ctx) => keepNobodys(ctx, run));
  const changes = noChanges();
  const reached: Placed["clients"] = [];
  const [clientsKnown, seen] = [placed.clients.length, new Set<string>()];
  for (const [index, client] of placed.clients.entries()) {
    const made = await writeOne(world, doors, run, client);
    if (made) reached.push(client);
    changes.added += made?.added ?? 0;
    changes.changed += made?.changed ?? 0;
    changes.removed += made?.removed ?? 0;
    for (const key of client.keys) seen.add(key);
    onDone?.({ resources: seen.size, clients: index + 1, clientsKnown });
  }
  refuseUnreached(run);
  return { run, placed: { ...placed, clients: reached }, changes };
}

/** @returns `undefined` when the client is out of reach */
async function writeOne(
  world: World,
  doors: Doors,
  run: Run,
  { id, number, keys }: Placed["clients"][number],
): Promise<Changes | undefined> {
  for (let tries = TRIES; tries > 0; tries--) {
    // Someone may have merged the client away since the run was placed.
    const prepared = await prepareClient(world, run, await survivorOf(world.db.read, id), keys);
    try {
      const made = await doors.onClient(number, async (ctx, client) => {
        const written = await writeClient(ctx, client, run, keys, prepared);
        if (written)
          ctx.detail(`added=${written.added} changed=${written.changed} removed=${written.removed}`);
        return written;
      });
      if (made) return made;
    } catch (error) {
      if (error instanceof DomainError && error.reason === "not-found") return undefined;
      throw error;
    } finally {
      await settlePrepared(world, prepared);
    }
  }
  throw new DomainError("database-busy");
}

/**
 * What became nothing is refused and counted as often as it was read: all whose it is are out of reach, or it is
 * nobody's and another import brought it before.
 */
function refuseUnreached(run: Run): void {
  for (const [key, { file, times }] of run.items) {
    if (run.became.has(key)) continue;
    const isNobodys = run.owners.get(key)?.clients.length === 0;
    const reason = isNobodys ? "shared-already" : "out-of-reach";
    for (let count = 0; count < times; count++)
      run.refusals.push({ file, reason, detail: undefined, at: {} });
    run.items.delete(key);
  }
}
