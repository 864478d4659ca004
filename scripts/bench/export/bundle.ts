import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const OUT = join(ROOT, "node_modules", ".cache", "kroniek-bench");
/** What is native, or loaded as a whole by the product too. */
const EXTERNAL = ["libsql", "@libsql/client", "exceljs", "@node-rs/argon2"];

/** Threads that any program may start, by the name their starter gives them. */
const THREADS = { "log-thread": join(ROOT, "db", "log-thread.ts") };

/**
 * Bundles programs that start often, or are measured: a loader of TypeScript would cost each process half a second, and
 * eighty megabytes that no product has.
 * @param entryPoints by name the path of a source; each becomes `<outdir>/<name>.mjs`. A thread bears the name of its file
 * @param outdir under `node_modules`, so that packages are found
 */
export async function bundlePrograms(entryPoints: Record<string, string>, outdir: string): Promise<void> {
  const all = { ...THREADS, ...entryPoints };
  await build({
    entryPoints: all,
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
  for (const name of Object.keys(all)) await startsBundled(join(outdir, `${name}.mjs`), Object.keys(all));
}

/** Points a program at those threads it starts that are bundled too; of the others nothing is measured. */
async function startsBundled(program: string, names: readonly string[]): Promise<void> {
  const text = await readFile(program, "utf8");
  const thread = /new URL\("\.\/([\w-]+)\.ts"/g;
  await writeFile(
    program,
    text.replaceAll(thread, (start, name: string) =>
      names.includes(name) ? start.replace(".ts", ".mjs") : start,
    ),
  );
}

/**
 * Bundles the program that measures an export, and the export's threads.
 * @returns path of the program
 */
export async function bundleChild(): Promise<string> {
  const threads = ["worker", "bundle-thread"];
  const entryPoints = {
    child: join(import.meta.dirname, "child.ts"),
    ...Object.fromEntries(threads.map((name) => [name, join(ROOT, "server", "export", `${name}.ts`)])),
  };
  await bundlePrograms(entryPoints, OUT);
  return join(OUT, "child.mjs");
}
