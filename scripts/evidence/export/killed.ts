import { existsSync } from "node:fs";
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { exports } from "@/db/schema/exports";
import { openTemporaryWorld } from "@/scripts/temporary-world";
import { spoolPath } from "@/server/export/paths";
import { KEPT_MS } from "@/server/export/rules";
import { apiAs, CLIENTS, makeEmployee, makePlaces, openSession } from "@/tests/access/people";
import { startJobs } from "./jobs";
import type { KillPoint } from "./kill-points";

/*
 * A process that asks for an export, makes it, lets a day pass and destroys it, and that ends by SIGKILL at one point
 * on the way: `killed.ts DATA_DIR POINT`. Nothing of it is caught, nothing is tidied up.
 */
const [dataDir = "", point = ""] = process.argv.slice(2);
const die = (): void => {
  process.kill(process.pid, "SIGKILL");
};
const at = (here: KillPoint): void => {
  if (here === point) die();
};

/** Where an export stands in the database, as far as the points of death go. */
async function stageOf(db: Database): Promise<"none" | "pending" | "ready" | "shredding" | "deleted"> {
  const [row] = await db.read.select().from(exports);
  if (!row) return "none";
  if (row.deletedAt !== null) return "deleted";
  if (row.status === "pending") return "pending";
  return /^0+$/.test(row.wrappedKey ?? "") ? "shredding" : "ready";
}

const world = await openTemporaryWorld({ dataDir });
const { write, emptyLog } = world.db;
let renamed = false;
let heard = 0;

const { rename, rm } = fs;
fs.rename = async (from, to) => {
  at("before-rename");
  await rename(from, to);
  renamed = true;
  at("after-rename");
};
fs.rm = async (path, options) => {
  await rm(path, options);
  if (String(path).endsWith(".sealed") && (await stageOf(world.db)) === "shredding") at("file-removed");
};
syncBuiltinESMExports();

Object.assign(world.db, {
  write: async (work: Parameters<typeof write>[0], options: Parameters<typeof write>[1]) => {
    const before = await stageOf(world.db);
    if (before === "pending" && renamed) at("before-finish");
    if (before === "ready" && heard++ === 0) at("before-step-is-stored");
    if (before === "shredding") at("before-deleted-is-stored");
    const answer = await write(work, options);
    const after = await stageOf(world.db);
    if (before === "none" && after === "pending") at("requested");
    if (before === "pending" && after === "ready") at("after-finish");
    if (before === "ready" && after === "ready") at("after-step-is-stored");
    if (before === "ready" && after === "shredding") at("key-overwritten");
    if (before === "shredding" && after === "deleted") at("after-deleted-is-stored");
    return answer;
  },
  emptyLog: async () => {
    await emptyLog();
    at("log-emptied");
  },
});

await makePlaces(world);
const exporter = await makeEmployee(world, [{ tasks: ["dossier.export"], reach: "own" }]);
const engine = await startJobs(world);
const api = await apiAs(world, await openSession(world, exporter));
const { exportId } = await api.export.request({
  clientId: String(CLIENTS.own),
  requestKey: `killed-${point}`,
});
if (point === "building") {
  // The worker has begun to write: two files that nobody owns but a build under way.
  const spool = spoolPath(dataDir, exportId);
  setInterval(() => existsSync(spool) && die(), 1).unref();
}
await engine.settled();
const [row] = await world.db.read.select().from(exports).where(eq(exports.id, exportId));
if (row?.status !== "ready") throw new Error("the export was not made");
world.clock.move(KEPT_MS + 1);
await engine.settled();
throw new Error(`The process outlived ${point}.`);
