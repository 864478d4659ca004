import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { own } from "@/db/owner";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kroniek-owner-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PROGRAM = `
import { own } from "./db/owner.ts";
await own(process.env.FILE);
process.stdout.write("owned");
setInterval(() => undefined, 1000);
`;

/** Another process that owns the folder, until it is killed. */
async function otherOwner(file: string) {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", PROGRAM], {
    env: { ...process.env, FILE: file },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const [said] = await Promise.race([once(child.stdout, "data"), gone.then(() => [undefined])]);
  expect(String(said)).toBe("owned");
  return async () => {
    child.kill("SIGKILL");
    await gone;
  };
}

it("refuses a second start on one data folder in words that help, and kill -9 of the first frees it", async () => {
  const file = join(folder, "owner.db");
  const kill = await otherOwner(file);
  await expect(own(file)).rejects.toThrow(/Er draait al een Kroniek op deze gegevensmap.*DATA_DIR/s);
  await kill();
  const ownership = await own(file);
  await ownership.release();
});

it("keeps the folder until it is released, and another may own it then", async () => {
  const file = join(folder, "owner.db");
  const first = await own(file);
  await expect(own(file)).rejects.toThrow(/Er draait al een Kroniek/);
  await first.release();
  await (await own(file)).release();
});

it("lets two installations run side by side", async () => {
  const one = await own(join(folder, "one.db"));
  const two = await own(join(folder, "two.db"));
  await one.release();
  await two.release();
});
