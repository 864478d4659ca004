import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { reports } from "@/db/schema/dossier/reports";
import { exports } from "@/db/schema/exports";
import type { TemporaryWorld } from "@/scripts/temporary-world";
import { reasonOf } from "@/server/access/perform";
import { exportPath } from "@/server/export/paths";
import { openSealed } from "@/server/files/seal";
import { unwrapKey } from "@/server/files/wrap";
import { readZip } from "@/tests/export/zip-reader";
import { startJobs } from "../export/jobs";
import {
  askToMerge,
  KEPT,
  MOVED,
  mergerApi,
  openMergeScene,
  PAIR,
  RETIRED,
  SURVIVOR,
  undoMerge,
} from "./merge-scene";

const ROOT = join(import.meta.dirname, "..", "..", "..");
/** How long after its beginning a merge is killed, in ms: before, in the middle and near the end of it. */
const KILLED_AFTER = [0, 10, 25, 50, 90, 150, 230, 330];
/** How long after an export was asked for the merge comes, in ms. */
const MERGED_AFTER = [0, 15, 60, 150, 400];

async function countsOf(world: TemporaryWorld): Promise<[number, number, string | null]> {
  const count = (id: string) => world.db.read.$count(reports, eq(reports.clientId, id));
  const [row] = await world.db.read.select().from(clients).where(eq(clients.id, RETIRED.id));
  return [await count(SURVIVOR.id), await count(RETIRED.id), row?.mergedIntoId ?? null];
}

const TWO = JSON.stringify([KEPT, MOVED, null]);
const ONE = JSON.stringify([KEPT + MOVED, 0, SURVIVOR.id]);

const answerOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => reasonOf(error) ?? "unforeseen",
  );

/** The same pair at once from both sides: one wins, the other is told so, and nobody is merged into themselves. */
export async function mergeOfTheSamePair(): Promise<boolean> {
  const world = await openMergeScene();
  try {
    const api = await mergerApi(world);
    const reversed = { clientId: PAIR.otherId, otherId: PAIR.clientId };
    const asked = [await askToMerge(api), await askToMerge(api, reversed)];
    const answers = await Promise.all(asked.map((each) => answerOf(api.merge.carryOut(each))));
    const merged = await world.db.read.select().from(clients);
    const away = merged.filter(({ mergedIntoId }) => mergedIntoId !== null);
    const again = await answerOf(api.merge.preview({ ...reversed, choices: { fields: {}, rows: {} } }));
    return answers.sort().join() === "done,merge-already" && away.length === 1 && again === "merge-already";
  } finally {
    await world.close();
  }
}

/** Starts a merge in a process of its own, and kills it so long after it began. */
function killWhileMerging(dataDir: string, after: number): Promise<void> {
  const preload = join(ROOT, "scripts", "typescript.mjs");
  const program = join(import.meta.dirname, "merge-killed.ts");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", preload, program, dataDir], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.stdout.on("data", (said: Buffer) => {
      if (said.toString().startsWith("merging")) setTimeout(() => child.kill("SIGKILL"), after);
    });
    child.on("error", reject);
    child.on("close", () => resolve());
  });
}

/** A process that dies in the middle of a merge leaves two whole clients or one, never something between. */
export async function crashInMerge(): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), "kroniek-merge-"));
  try {
    await (await openMergeScene({ dataDir })).close();
    let [died, whole] = [0, true];
    for (const after of KILLED_AFTER) {
      await killWhileMerging(dataDir, after);
      const world = await openMergeScene({ dataDir, fill: false });
      const state = JSON.stringify(await countsOf(world));
      if (state === TWO) died += 1;
      else if (state !== ONE) whole = false;
      await undoMerge(await mergerApi(world));
      whole &&= JSON.stringify(await countsOf(world)) === TWO;
      await world.close();
    }
    return whole && died > 0;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Whose dossier an export says it holds, and how many reports. */
async function heldBy(world: TemporaryWorld, exportId: string): Promise<string> {
  const [row] = await world.db.read.select().from(exports).where(eq(exports.id, exportId));
  if (row?.status !== "ready" || row.wrappedKey === null) return `not ready: ${row?.status}`;
  const key = unwrapKey(world.keys, exportId, row.wrappedKey);
  const sealed = await openSealed(exportPath(world.env.dataDir, exportId), key);
  const chunks: Buffer[] = [];
  for await (const chunk of sealed.chunks()) chunks.push(Buffer.from(chunk));
  const manifest = readZip(Buffer.concat(chunks)).find(({ name }) => name === "manifest.json");
  const { clientNumber, parts } = JSON.parse(manifest?.content.toString() ?? "{}") as {
    clientNumber: string;
    parts: { part: string; rows: number }[];
  };
  return `${clientNumber} ${parts.find(({ part }) => part === "reports")?.rows}`;
}

const TRIES = 5;
const LATER_MS = 5 * 60_000;

async function stateOf(world: TemporaryWorld, exportId: string): Promise<string | undefined> {
  const [row] = await world.db.read.select().from(exports).where(eq(exports.id, exportId));
  return row?.status;
}

async function exportThenMerge(world: TemporaryWorld, after: number): Promise<string> {
  const engine = await startJobs(world);
  try {
    const api = await mergerApi(world);
    const { exportId } = await api.export.request({ clientId: PAIR.otherId, requestKey: randomUUID() });
    const asked = await askToMerge(api);
    await pause(after);
    await api.merge.carryOut(asked);
    await engine.settled();
    // A build that met the merge between its beginning and its snapshot is tried again a while later.
    for (let tries = 0; tries < TRIES && (await stateOf(world, exportId)) === "pending"; tries++) {
      world.clock.move(LATER_MS);
      await engine.settled();
    }
    return await heldBy(world, exportId);
  } finally {
    await engine.stop({ graceMs: 10_000 });
  }
}

/** A merge while an export is made: the file holds the one client as it was or the whole after, and says whose it is. */
export async function mergeDuringExport(): Promise<boolean> {
  const world = await openMergeScene();
  try {
    const right = [`${RETIRED.number} ${MOVED}`, `${SURVIVOR.number} ${KEPT + MOVED}`];
    let whole = true;
    for (const after of MERGED_AFTER) {
      const held = await exportThenMerge(world, after);
      if (!right.includes(held)) {
        process.stderr.write(`A merge ${after} ms after an export was asked for: ${held}\n`);
        whole = false;
      }
      await undoMerge(await mergerApi(world));
    }
    return whole;
  } finally {
    await world.close();
  }
}
