import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { employees, locations } from "@/db/schema/access";
import { clients } from "@/db/schema/clients";
import { files } from "@/db/schema/files";
import { seedDemo } from "@/db/seed/demo";
import { needsSetup } from "@/server/auth/setup";
import { isDemo } from "@/server/demo-mark";
import { sweepFiles } from "@/server/files/store";
import { digestOf } from "./digest";
import { openFolder } from "./open";

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "kroniek-seed-"));
  folders.push(folder);
  return folder;
};

let undisturbed: Record<string, string>;

beforeAll(async () => {
  const world = await openFolder(newFolder());
  await seedDemo(world);
  undisturbed = await digestOf(world);
  await world.db.close();
}, 120_000);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Starts making the demo in a process of its own, and kills it once the first documents are on disk. */
async function killHalfway(folder: string): Promise<string> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "seeding.ts"), folder],
    {
      cwd: join(import.meta.dirname, "../.."),
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const ended = new Promise<string>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? String(code))),
  );
  const stored = join(folder, "files");
  const watch = setInterval(() => {
    if (existsSync(stored) && readdirSync(stored).length > 30) child.kill("SIGKILL");
  }, 20);
  const how = await ended;
  clearInterval(watch);
  return how;
}

test("a kill half-way leaves no demo behind, and the next start makes the very same one, with no file too many", async () => {
  const folder = newFolder();
  expect(await killHalfway(folder)).toBe("SIGKILL");

  const world = await openFolder(folder);
  for (const table of [clients, employees, locations, files])
    expect(await world.db.read.$count(table)).toBe(0);
  expect(await isDemo(world.db)).toBe(false);
  expect(await needsSetup(world)).toBe(true);

  await seedDemo(world);
  expect(await isDemo(world.db)).toBe(true);
  expect(await digestOf(world)).toEqual(undisturbed);
  await sweepFiles(world);
  expect(readdirSync(join(folder, "files"))).toHaveLength(await world.db.read.$count(files));
  await world.db.close();
}, 180_000);

test("a database that holds the demo refuses a second one and keeps the first", async () => {
  const [folder = ""] = folders;
  const world = await openFolder(folder);
  await expect(seedDemo(world)).rejects.toThrow();
  expect(await digestOf(world)).toEqual(undisturbed);
  await world.db.close();
}, 120_000);
