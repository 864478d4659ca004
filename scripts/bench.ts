import { spawnSync } from "node:child_process";

/** Each measurement by its name (CONTRACT.md), as lines of figures; loaded only when asked for. */
const BENCHES: Record<string, () => Promise<AsyncIterable<object> | Iterable<object>>> = {
  engine: async () => [await (await import("./bench/engine")).benchEngine()],
  lists: async () => [await (await import("./bench/lists")).benchLists()],
  pages: async () => (await import("./bench/pages")).benchPages(),
  audit: async () => [await (await import("./bench/audit")).benchAudit()],
  duplicates: async () => [await (await import("./bench/duplicates")).benchDuplicates()],
  bulk: async () => [await (await import("./bench/bulk")).benchBulk()],
  export: async () => (await import("./bench/export")).benchExport(),
  merge: async () => [await (await import("./bench/merge")).benchMerge()],
};

/** The commit that is measured, with a plus when files differ from it; `unknown` outside a clone. */
function commitNow(): string {
  const git = (...args: string[]) => spawnSync("git", args, { encoding: "utf8" }).stdout?.trim() ?? "";
  const commit = git("rev-parse", "--short", "HEAD");
  if (commit === "") return "unknown";
  return git("status", "--porcelain") === "" ? commit : `${commit}+`;
}

const [name = "", ...options] = process.argv.slice(2);
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (bench) {
  const about = { bench: name, commit: commitNow(), node: process.version };
  for await (const figures of await bench()) {
    const line = options.includes("--json")
      ? JSON.stringify({ ...about, ...figures })
      : Object.entries(figures)
          .map(([key, value]) => `${key}=${value}`)
          .join(" ");
    process.stdout.write(`${line}\n`);
  }
  process.exit(0);
}
process.stderr.write(
  `Which measurement? npm run bench -- NAME [--json], with NAME one of: ${Object.keys(BENCHES).join(", ")}.\n`,
);
process.exit(2);
