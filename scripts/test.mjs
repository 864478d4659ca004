// Everything that must hold, in a fresh clone: types, lint, architecture, unit, integration, and a real browser.
// The last line counts: `N passed, N failed` (`, N skipped` when real input is not at hand).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";

const results = join("test-results");
mkdirSync(results, { recursive: true });
const count = { passed: 0, failed: 0, skipped: 0 };

function run(name, file, args, env = {}) {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(file, args, { stdio: "inherit", env: { ...process.env, ...env } });
  return status === 0;
}

function step(name, file, args) {
  if (run(name, file, args)) count.passed++;
  else count.failed++;
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

function unit() {
  const report = join(results, "vitest.json");
  run("unit and integration", process.execPath, [
    join("node_modules", "vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const told = readJson(report);
  if (!told) {
    count.failed++;
    return;
  }
  count.passed += told.numPassedTests;
  count.failed += told.numFailedTests + (told.numFailedTests === 0 && !told.success ? 1 : 0);
  count.skipped += told.numPendingTests + (told.numTodoTests ?? 0);
}

function endToEnd() {
  const found = findBrowser();
  if (found === undefined) {
    process.stderr.write("No browser could be had: install Chromium or set CHROMIUM_PATH.\n");
    count.failed++;
    return;
  }
  const built = run("build", process.execPath, [join("scripts", "run.mjs"), "build"]);
  if (!built) {
    count.failed++;
    return;
  }
  const report = join(results, "playwright.json");
  run(
    "end to end",
    process.execPath,
    [join("node_modules", "@playwright", "test", "cli.js"), "test", "--reporter=list,json"],
    {
      CHROMIUM_PATH: found,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  );
  const told = readJson(report)?.stats;
  if (!told) {
    count.failed++;
    return;
  }
  count.passed += told.expected + told.flaky;
  count.failed += told.unexpected;
  count.skipped += told.skipped;
}

step("types", process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "--noEmit", "-p", "."]);
step("lint", process.execPath, [join("node_modules", "@biomejs", "biome", "bin", "biome"), "check", "."]);
unit();
endToEnd();

const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`);
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);
