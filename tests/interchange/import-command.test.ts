import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { own } from "@/db/owner";
import { bundle, PATIENT } from "./importing";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kroniek-import-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as `npm run import` does. */
function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/import.ts", ...args], {
    env: { ...process.env, DATA_DIR: join(folder, "data"), DEMO: "0", NODE_ENV: "production" },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    err += text;
  });
  return new Promise((resolve) => child.on("exit", (code) => resolve({ code, out, err })));
}

test("the command works on a new data folder, ends with its counts, and says when something was refused", async () => {
  const good = join(folder, "goed.json");
  const bad = join(folder, "stuk.json");
  writeFileSync(good, bundle([PATIENT]));
  writeFileSync(bad, '{"resourceType":');
  const first = await run(good);
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out.trimEnd().split("\n").at(-1)).toBe("read=1 mapped=1 kept=0 refused=0 clients=1");
  const second = await run(good, bad, join(folder, "weg.json"));
  expect(second.code).toBe(1);
  expect(second.out.trimEnd().split("\n").at(-1)).toBe("read=3 mapped=1 kept=0 refused=2 clients=1");
  const third = await run(good, "--location", "MARS");
  expect(third.code).toBe(1);
  expect(third.err).toContain('Er is geen locatie met code "MARS"');
}, 60_000);

test.each([
  ["an unknown option", ["--foo"]],
  ["an option without its value", ["goed.json", "--location"]],
  ["no files", []],
])("%s is answered with how the command is used, and nothing is made", async (_, args) => {
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([1, ""]);
  expect(err).toBe("Importeren lukt niet. Gebruik: npm run import -- BESTAND… [--location CODE]\n");
  expect(existsSync(join(folder, "data"))).toBe(false);
});

test("the command does nothing while a server owns the data folder", async () => {
  const good = join(folder, "goed.json");
  writeFileSync(good, bundle([PATIENT]));
  await run(good);
  const server = await own(join(folder, "data", "owner.db"));
  const refused = await run(good);
  server.release();
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/Er draait al een Kroniek op deze gegevensmap/);
  expect(refused.out).toBe("");
}, 60_000);
