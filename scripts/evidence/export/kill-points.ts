import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { auditEntries } from "@/db/schema/audit";
import { exports } from "@/db/schema/exports";
import { sweepExports } from "@/inngest/export";
import { openTemporaryWorld, type TemporaryWorld } from "@/scripts/temporary-world";
import { exportFolder, exportPath } from "@/server/export/paths";
import { KEPT_MS } from "@/server/export/rules";
import { openSealed } from "@/server/files/seal";
import { unwrapKey } from "@/server/files/wrap";
import { readZip } from "@/tests/export/zip-reader";
import { startJobs } from "./jobs";

/** The steps of an export's life at which a process is killed. */
export const KILL_POINTS = [
  "requested",
  "building",
  "before-rename",
  "after-rename",
  "before-finish",
  "after-finish",
  "before-step-is-stored",
  "after-step-is-stored",
  "key-overwritten",
  "file-removed",
  "log-emptied",
  "before-deleted-is-stored",
  "after-deleted-is-stored",
] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

/** What is not as promised after a death and the next start; both empty when all is well. */
export interface Aftermath {
  wrong: string[];
  orphans: string[];
}

const ROOT = join(import.meta.dirname, "..", "..", "..");

function killAt(dataDir: string, point: KillPoint): Promise<void> {
  const preload = join(ROOT, "scripts", "typescript.mjs");
  const args = ["--import", preload, join(import.meta.dirname, "killed.ts"), dataDir, point];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    child.on("exit", (_, signal) =>
      signal === "SIGKILL" ? resolve() : reject(new Error(`Not killed at ${point}: ${said.slice(-2000)}`)),
    );
  });
}

const filesOf = ({ env }: TemporaryWorld): string[] =>
  existsSync(exportFolder(env.dataDir)) ? readdirSync(exportFolder(env.dataDir)) : [];

const happened = async ({ db }: TemporaryWorld, event: string): Promise<number> =>
  (await db.read.select().from(auditEntries).where(eq(auditEntries.event, event))).filter(
    ({ outcome }) => outcome === "done",
  ).length;

async function only({ db }: TemporaryWorld) {
  const [row, ...more] = await db.read.select().from(exports);
  if (!row || more.length > 0) throw new Error(`${more.length + (row ? 1 : 0)} exports instead of one`);
  return row;
}

/** Whether the file that a row promises is there and whole. */
async function isKept(world: TemporaryWorld, row: Awaited<ReturnType<typeof only>>): Promise<boolean> {
  const key = unwrapKey(world.keys, row.id, row.wrappedKey ?? "");
  const sealed = await openSealed(exportPath(world.env.dataDir, row.id), key);
  const pieces: Buffer[] = [];
  for await (const piece of sealed.chunks()) pieces.push(piece);
  return readZip(Buffer.concat(pieces)).some(({ name }) => name === "manifest.json");
}

/** Looks at what a dead process left, starts again as the product does, and looks once more. */
async function recover(world: TemporaryWorld, aged: boolean): Promise<Aftermath> {
  const wrong: string[] = [];
  const check = (holds: boolean, otherwise: string) => {
    if (!holds) wrong.push(otherwise);
  };
  const found = await only(world);
  if (found.status === "ready" && !aged) check(await isKept(world, found), "Klaar without its file");
  check(found.deletedAt === null || filesOf(world).length === 0, "deleted, but the file is there");
  await sweepExports(world);
  const engine = await startJobs(world);
  await engine.settled();
  const row = await only(world);
  if (!aged) {
    check(row.status === "ready" && (await isKept(world, row)), `it is ${row.status}`);
    check((await happened(world, "export.built")) === 1, "not exactly one Klaar in the log");
    check(filesOf(world).length === 1, `${filesOf(world).length} files`);
    const orphans = filesOf(world).filter((name) => name !== `${row.id}.sealed`);
    await engine.stop({ graceMs: 10_000 });
    return { wrong, orphans };
  }
  check(row.deletedAt !== null && row.wrappedKey === null, "not destroyed");
  check((await happened(world, "export.deleted")) === 1, "not exactly one deletion in the log");
  await engine.stop({ graceMs: 10_000 });
  return { wrong, orphans: filesOf(world) };
}

/** Kills a process at one point of an export's life, starts anew, and says what is not as it should be. */
export async function dieAndRecover(point: KillPoint): Promise<Aftermath> {
  const dataDir = mkdtempSync(join(tmpdir(), "kroniek-killed-"));
  try {
    await killAt(dataDir, point);
    const world = await openTemporaryWorld({ dataDir });
    const aged = KILL_POINTS.indexOf(point) >= KILL_POINTS.indexOf("key-overwritten");
    if (aged) world.clock.move(KEPT_MS + 1);
    try {
      return await recover(world, aged);
    } finally {
      await world.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
