import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const lock = JSON.parse(readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8")) as {
  packages: Record<string, { version?: string; resolved?: string }>;
};

/** The lowest versions without known holes. */
const LOWEST: Record<string, string> = {
  next: "16.3.4",
  "@trpc/server": "11.8.0",
  "drizzle-orm": "0.45.2",
  inngest: "3.54.0",
  "next-auth": "4.24.12",
  nodemailer: "9.0.1",
};

const numbers = (version: string) => version.split("-")[0]?.split(".").map(Number) ?? [];

function isBelow(version: string, lowest: string): boolean {
  const [a, b] = [numbers(version), numbers(lowest)];
  for (let index = 0; index < 3; index++) {
    if ((a[index] ?? 0) !== (b[index] ?? 0)) return (a[index] ?? 0) < (b[index] ?? 0);
  }
  return false;
}

describe("the lockfile", () => {
  test.each(Object.entries(LOWEST))("holds no %s below %s", (name, lowest) => {
    const found = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
    expect(found.length).toBeGreaterThan(0);
    for (const [path, { version = "0" }] of found)
      expect([path, isBelow(version, lowest)]).toEqual([path, false]);
  });

  test("names no host: whoever installs uses their own registry", () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved?.startsWith("http"))).toEqual([]);
  });

  test("the tRPC packages are all of one version", () => {
    const versions = Object.entries(lock.packages).filter(([path]) => path.includes("node_modules/@trpc/"));
    expect(new Set(versions.map(([, { version }]) => version)).size).toBe(1);
  });

  test("a version below the lowest is seen", () => {
    expect(isBelow("16.3.3", "16.3.4")).toBe(true);
    expect(isBelow("16.10.0", "16.3.4")).toBe(false);
  });
});
