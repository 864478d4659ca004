import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { sql } from "drizzle-orm";
import { exports } from "@/db/schema/exports";
import { openTemporaryWorld } from "@/scripts/temporary-world";
import type { World } from "@/server/core/world";
import { KEPT_MS } from "@/server/export/rules";
import { unwrapKey } from "@/server/files/wrap";
import { apiAs, CLIENTS, makeEmployee, makePlaces, openSession } from "@/tests/access/people";
import { startJobs } from "./jobs";

/** How one key can stand in a file: wrapped as it is stored, parts of that, and the key itself. */
function tracesOf(world: World, id: string, wrapped: string): Buffer[] {
  const key = unwrapKey(world.keys, id, wrapped);
  const bytes = Buffer.from(wrapped, "base64url");
  const middle = bytes.subarray(12, 28);
  return [
    Buffer.from(wrapped),
    Buffer.from(wrapped.slice(16, 40)),
    bytes,
    middle,
    key,
    Buffer.from(key.toString("hex")),
    Buffer.from(key.toString("base64url")),
  ];
}

/** How often any of these bytes stand in any file under a folder; the installation's own keys are not looked at. */
export function findBytes(folder: string, traces: readonly Buffer[]): number {
  let found = 0;
  const visit = (path: string): void => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path))
        if (relative(folder, join(path, name)) !== "keys") visit(join(path, name));
      return;
    }
    const content = readFileSync(path);
    found += traces.filter((trace) => content.includes(trace)).length;
  };
  visit(folder);
  return found;
}

/** Names of export files on disk whose row says that their day is over, or that have no row. */
export async function expiredOnDisk(world: World): Promise<string[]> {
  const rows = await world.db.read.select().from(exports);
  const now = world.clock.now();
  const kept = new Set(
    rows.filter(({ expiresAt }) => (expiresAt ?? 0) > now).map(({ id }) => `${id}.sealed`),
  );
  return readdirSync(join(world.env.dataDir, "exports")).filter((name) => !kept.has(name));
}

/**
 * Makes exports in an unencrypted database, finds their keys there, lets a day pass, and looks again: in every file
 * of the data folder, the write-ahead log included.
 * @throws Error when the search does not find the keys while they are there: then it proves nothing
 */
export async function shredded(): Promise<{ expired_on_disk: number; key_bytes_found: number }> {
  const world = await openTemporaryWorld({ plain: true });
  try {
    await makePlaces(world);
    const exporter = await makeEmployee(world, [{ tasks: ["dossier.export"], reach: "own" }]);
    const engine = await startJobs(world);
    const api = await apiAs(world, await openSession(world, exporter));
    for (const number of [CLIENTS.own, CLIENTS.below]) {
      await api.export.request({ clientId: String(number), requestKey: `shredded-${number}` });
    }
    await engine.settled();
    const rows = await world.db.read.select().from(exports);
    const traces = rows.flatMap(({ id, wrappedKey }) => tracesOf(world, id, wrappedKey ?? ""));
    if (findBytes(world.env.dataDir, traces) < rows.length * 2)
      throw new Error("the keys are not found while they exist");
    if (readdirSync(join(world.env.dataDir, "exports")).length !== rows.length)
      throw new Error("the files are not there");
    world.clock.move(KEPT_MS);
    for (let left = rows.length; left > 0; ) {
      await engine.settled();
      left = await world.db.read.$count(exports, sql`deleted_at IS NULL`);
    }
    await engine.stop({ graceMs: 10_000 });
    const expired = await expiredOnDisk(world);
    return { expired_on_disk: expired.length, key_bytes_found: findBytes(world.env.dataDir, traces) };
  } finally {
    await world.close();
  }
}
