// Plain JavaScript: `npm test` asks this before anything else runs.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

function installed() {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * Debian's Chromium, an installed Chrome or Chromium, or Playwright's own; the first that can be had, installed when
 * that takes no more than this. What installing says goes to standard error.
 * @returns {string | undefined} its path, empty for Playwright's own, or nothing when none can be had
 */
export function findBrowser() {
  const known = process.env.CHROMIUM_PATH ?? installed();
  if (known) return known;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", 2, 2] });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: ["ignore", 2, 2], env });
    const found = installed();
    if (found) return found;
  }
  if (existsSync(MAC)) return MAC;
  const cli = join("node_modules", "playwright", "cli.js");
  const own = spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: ["ignore", 2, 2] });
  return own.status === 0 ? "" : undefined;
}
