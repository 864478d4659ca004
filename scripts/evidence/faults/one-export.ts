import { existsSync, readdirSync } from "node:fs";
import { eq } from "drizzle-orm";
import { auditEntries } from "@/db/schema/audit";
import { exports } from "@/db/schema/exports";
import type { Engine } from "@/inngest/engine/engine";
import { openTemporaryWorld, type TemporaryWorld } from "@/scripts/temporary-world";
import { exportFolder } from "@/server/export/paths";
import { apiAs, CLIENTS, makeEmployee, makePlaces, openSession } from "@/tests/access/people";
import { startJobs } from "../export/jobs";

export const CLIENT = String(CLIENTS.own);

/** A product with running jobs, one client and one person who may export it. */
export interface Scene {
  world: TemporaryWorld;
  engine: Engine;
  exporterId: string;
  /** The API as that person, signed in this very moment */
  api(): ReturnType<typeof apiAs>;
  /** Asks for an export and waits until it is Klaar. @returns its id */
  made(): Promise<string>;
}

/** Plays one fault on a product of its own, and tidies up. */
export async function onScene<T>(play: (scene: Scene) => Promise<T>): Promise<T> {
  const world = await openTemporaryWorld();
  await makePlaces(world);
  const exporterId = await makeEmployee(world, [{ tasks: ["dossier.export"], reach: "own" }]);
  const engine = await startJobs(world);
  const api = async () => apiAs(world, await openSession(world, exporterId));
  const made = async () => {
    const { exportId } = await (await api()).export.request({ clientId: CLIENT, requestKey: "evidence-1" });
    await engine.settled();
    return exportId;
  };
  try {
    return await play({ world, engine, exporterId, api, made });
  } finally {
    await engine.stop({ graceMs: 10_000 });
    await world.close();
  }
}

/** The row of an export. */
export async function rowOf({ world }: Scene, exportId: string) {
  const [row] = await world.db.read.select().from(exports).where(eq(exports.id, exportId));
  return row;
}

/** Names in the folder of exports. */
export function filesOf({ world }: Scene): string[] {
  const folder = exportFolder(world.env.dataDir);
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** What the log says of deletions, in order. */
export async function deletionsOf({ world }: Scene) {
  return world.db.read.select().from(auditEntries).where(eq(auditEntries.event, "export.deleted"));
}
