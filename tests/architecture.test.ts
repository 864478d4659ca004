import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check, type Source } from "./architecture/check";
import { importsOf } from "./architecture/imports";

const ROOT = join(import.meta.dirname, "..");

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(ROOT, folder, path), "utf8") }));
}

const WINGS = ["app", "server", "db", "inngest", "scripts"];
const tests = sourcesIn("tests");
const sources = [
  ...WINGS.flatMap(sourcesIn),
  ...["instrumentation.ts", "proxy.ts"].map((path) => ({
    path,
    text: readFileSync(join(ROOT, path), "utf8"),
  })),
];

describe("the house", () => {
  it("keeps to its rules: direction, doors, sizes, names", () => {
    expect(check(sources)).toEqual([]);
  });

  it("is read whole: every file imports only what there is", () => {
    const known = new Set([...sources, ...tests].map(({ path }) => path.replace(/\.tsx?$/, "")));
    const inside = sources.flatMap(({ path, text }) => importsOf(path, text).filter((each) => each.inside));
    const lost = inside.filter(
      ({ to }) => !known.has(to) && ![to, `${to}.mjs`].some((path) => existsSync(join(ROOT, path))),
    );
    expect(lost).toEqual([]);
    expect(inside.length).toBeGreaterThan(500);
  });

  it("keeps most files short", () => {
    const lengths = sources.map(({ text }) => text.split("\n").length).sort((a, b) => a - b);
    const at = (share: number) => lengths[Math.floor(lengths.length * share)] ?? 0;
    expect(at(0.5)).toBeLessThanOrEqual(80);
    expect(at(0.95)).toBeLessThan(220);
  });
});

describe("the check of the house", () => {
  const found = (path: string, text: string) => check([{ path, text }]);

  it.each([
    [
      "a page that reads the database",
      "app/(staff)/page.tsx",
      'import { clients } from "@/db/schema/clients";',
    ],
    ["a page that calls a service", "app/(staff)/page.tsx", 'import { x } from "@/server/clients/service";'],
    [
      "a page that calls a room's rules",
      "app/(staff)/page.tsx",
      'import { x } from "@/server/clients/rules";',
    ],
    ["a page that runs a view", "app/(staff)/page.tsx", 'import { x } from "@/server/clients/view";'],
    [
      "a page that loads one lazily",
      "app/(staff)/page.tsx",
      'const x = await import("@/server/clients/service");',
    ],
    ["a page that re-exports one", "app/(staff)/x.ts", 'export { x } from "@/server/clients/service";'],
    ["a page with the world", "app/(staff)/page.tsx", 'import { getWorld } from "@/server/core/world";'],
    ["a room that looks up", "server/clients/service.ts", 'import { t } from "../api/trpc";'],
    ["a room in another room", "server/export/service.ts", 'import { x } from "../consent/rules";'],
    [
      "a room's type in another room",
      "server/export/service.ts",
      'import type { X } from "../consent/view";',
    ],
    ["a room with a page", "server/clients/view.ts", 'import { x } from "@/app/_ui/time";'],
    ["a room with the jobs", "server/export/service.ts", 'import { inngest } from "@/inngest/client";'],
    ["a room with the demo", "server/clients/service.ts", 'import { x } from "@/db/seed/demo";'],
    ["the door with a room", "server/access/perform.ts", 'import { x } from "../clients/service";'],
    ["the log with the door", "server/audit/record.ts", 'import { x } from "../access/policy";'],
    ["the ground with the log", "server/core/clock.ts", 'import { x } from "../audit/record";'],
    ["the database with a room", "db/client.ts", 'import { x } from "@/server/clients/service";'],
    [
      "a worker's file",
      "db/client.ts",
      'new Worker(new URL("../server/export/worker.ts", import.meta.url));',
    ],
    ["the engine with a room", "inngest/engine/run.ts", 'import { x } from "@/server/export/service";'],
    ["input with the database", "server/clients/input.ts", 'import { x } from "@/db/schema/clients";'],
    [
      "a room that opens the door",
      "server/clients/service.ts",
      'import { perform } from "../access/perform";',
    ],
    [
      "a router that opens the door",
      "server/api/clients.ts",
      'import { perform as p } from "../access/perform";',
    ],
    ["the door taken whole", "server/clients/service.ts", 'import * as door from "../access/perform";'],
    ["a room that writes the log", "server/clients/service.ts", 'import { record } from "../audit/record";'],
    ["a room that brands", "server/clients/service.ts", 'import { asReached } from "../access/reach";'],
    [
      "a room with its own database",
      "server/clients/service.ts",
      'import { createClient } from "@libsql/client";',
    ],
    ["raw HTML", "app/(staff)/page.tsx", "<p dangerouslySetInnerHTML={{ __html: text }} />"],
    ["any", "server/clients/view.ts", "const x = y as any;"],
    ["a silenced check", "server/clients/view.ts", "// @ts-ignore\nconst x = 1;"],
    ["a barrel", "server/clients/view.ts", 'export * from "./rules";'],
    ["an index", "server/clients/index.ts", "export const x = 1;"],
    ["a drawer", "server/clients/utils.ts", "export const x = 1;"],
    ["a drawer of drawers", "app/_ui/helpers/x.ts", "export const x = 1;"],
    ["a clock of its own", "server/clients/service.ts", "const now = Date.now();"],
    ["talk on the console", "server/clients/service.ts", "console.log(row);"],
    ["a long file", "server/clients/service.ts", "x;\n".repeat(301)],
    ["a long router", "server/api/clients.ts", `t.router({});\n${"x;\n".repeat(100)}`],
    ["a long schema", "db/schema/clients.ts", "x;\n".repeat(151)],
    ["a file without a place", "server/clients/service.ts", 'import { x } from "@/elsewhere/x";'],
  ])("finds %s", (_name, path, text) => {
    expect(found(path, text)).toHaveLength(1);
  });

  it.each([
    ["app/(staff)/page.tsx", 'import type { ClientLine } from "@/server/clients/view";'],
    ["app/(staff)/page.tsx", 'import { type ClientLine } from "@/server/clients/view";'],
    ["app/(staff)/page.tsx", 'import { ListClients } from "@/server/clients/input";'],
    ["app/(staff)/page.tsx", 'import { api, load } from "@/app/_trpc/server";'],
    [
      "server/export/service.ts",
      'import { x } from "../dossier/registry";\nimport { y } from "../clients/rules";',
    ],
    ["server/merge/plan.ts", 'import { x } from "../consent/rules";'],
    ["server/clients/service.ts", 'import type { Ctx } from "../access/perform";'],
    ["server/clients/service.ts", '// import { perform } from "../access/perform";'],
    ["server/clients/service.ts", '/* dangerouslySetInnerHTML */ const a = "https://x"; // console.log()'],
    ["inngest/export.ts", 'import { performOnClient } from "@/server/access/perform";'],
    ["db/schema/exports.ts", 'import type { Reason } from "@/server/core/errors";'],
  ])("lets %s do what it may: %s", (path, text) => {
    expect(found(path, text)).toEqual([]);
  });
});
