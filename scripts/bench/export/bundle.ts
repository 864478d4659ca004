import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const OUT = join(ROOT, "node_modules", ".cache", "kroniek-bench");
/** What is native, or loaded as a whole by the product too. */
const EXTERNAL = ["libsql", "@libsql/client", "exceljs", "@node-rs/argon2"];

/**
 * Bundles programs that start often, or are measured: a loader of TypeScript would cost each process half a second.
 * @param entryPoints by name the path of a source; each becomes `<outdir>/<name>.mjs`
 * @param outdir under `node_modules`, so that packages are found
 */
export async function bundlePrograms(entryPoints: Record<string, string>, outdir: string): Promise<void> {
  await build({
    entryPoints,
    bundle: true,
    platform: "node",
    format: "esm",
    outdir,
    outExtension: { ".js": ".mjs" },
    external: EXTERNAL,
    alias: { "@": ROOT },
    // The only one who asks where it is looks for the migrations, from `scripts`.
    define: { "import.meta.dirname": JSON.stringify(join(ROOT, "scripts")) },
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
    logLevel: "error",
  });
}

/**
 * Bundles the measured program and the export's threads, as the build of the product does: a loader of TypeScript in
 * the measured process would cost it half a second and eighty megabytes that no product has.
 * @returns path of the program
 */
export async function bundleChild(): Promise<string> {
  const threads = ["worker", "bundle-thread"];
  const entryPoints = {
    child: join(import.meta.dirname, "child.ts"),
    ...Object.fromEntries(threads.map((name) => [name, join(ROOT, "server", "export", `${name}.ts`)])),
  };
  await bundlePrograms(entryPoints, OUT);
  await startsThread(join(OUT, "child.mjs"), "worker");
  await startsThread(join(OUT, "worker.mjs"), "bundle-thread");
  return join(OUT, "child.mjs");
}

/** Points a program at the bundled thread it starts. */
async function startsThread(program: string, thread: string): Promise<void> {
  const text = await readFile(program, "utf8");
  if (!text.includes(`"./${thread}.ts"`)) throw new Error(`The export's ${thread} is not where it was.`);
  await writeFile(program, text.replaceAll(`"./${thread}.ts"`, `"./${thread}.mjs"`));
}
