import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadKeys } from "@/server/core/keys";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kroniek-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NAMES = ["audit", "blob", "bsn", "checkpoint", "database", "inngest", "session"];
const keyFile = (name: string) => join(folder, "keys", name);
const haveDatabase = () => writeFileSync(join(folder, "kroniek.db"), "");
const modeOf = (path: string) => statSync(path).mode & 0o777;
const texts = () => Object.fromEntries(NAMES.map((name) => [name, readFileSync(keyFile(name), "utf8")]));

describe("keys", () => {
  it("are made at the first start, each in a file of its own, readable by the owner only", () => {
    const before = process.umask(0);
    try {
      loadKeys(folder);
    } finally {
      process.umask(before);
    }
    expect(readdirSync(join(folder, "keys")).sort()).toEqual(NAMES);
    expect(modeOf(join(folder, "keys"))).toBe(0o700);
    for (const name of NAMES) expect(modeOf(keyFile(name)), name).toBe(0o600);
    expect(new Set(Object.values(texts())).size).toBe(NAMES.length);
  });

  it("stay the same at every later start", () => {
    const first = loadKeys(folder);
    const stored = texts();
    haveDatabase();
    expect(loadKeys(folder)).toMatchObject({ database: first.database, session: first.session });
    expect(texts()).toEqual(stored);
  });

  for (const name of NAMES) {
    it(`refuse the start when "${name}" is missing while there is a database, and make no new one`, () => {
      loadKeys(folder);
      haveDatabase();
      rmSync(keyFile(name));
      expect(() => loadKeys(folder)).toThrow(new RegExp(`De sleutel "${name}" ontbreekt`));
      expect(readdirSync(join(folder, "keys"))).not.toContain(name);
    });

    it(`refuse an empty or cut "${name}" instead of working without it`, () => {
      loadKeys(folder);
      writeFileSync(keyFile(name), "\n");
      expect(() => loadKeys(folder)).toThrow();
      writeFileSync(keyFile(name), "abcd\n");
      expect(() => loadKeys(folder)).toThrow();
      expect(readFileSync(keyFile(name), "utf8")).toBe("abcd\n");
    });
  }

  it("may come from the environment, and are then not written to disk", () => {
    mkdirSync(join(folder, "keys"));
    const given = "ab".repeat(32);
    const keys = loadKeys(folder, { KRONIEK_KEY_DATABASE: given, KRONIEK_KEY_AUDIT: ` ${given}\n` });
    expect(keys.database).toBe(given);
    expect(keys.audit.toString("hex")).toBe(given);
    expect(readdirSync(join(folder, "keys")).sort()).toEqual(
      NAMES.filter((name) => name !== "database" && name !== "audit"),
    );
    expect(() => loadKeys(folder, { KRONIEK_KEY_DATABASE: "  " })).toThrow(/"database"/);
  });
});
