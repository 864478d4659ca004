import { parseArgs } from "node:util";
import { reportLines } from "@/server/interchange/report";
import { importFiles } from "./import-files";
import { openWorld } from "./open";

const USAGE = "Gebruik: npm run import -- BESTAND… [--location CODE]";

/** @throws Error with how the command is used, when it is given something else */
function readArguments() {
  const given = (() => {
    try {
      return parseArgs({ allowPositionals: true, options: { location: { type: "string" } } });
    } catch (error) {
      throw new Error(USAGE, { cause: error });
    }
  })();
  if (given.positionals.length === 0) throw new Error(USAGE);
  return given;
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const { world, close } = await openWorld();
  try {
    const { run, placed, changes } = await importFiles(world, positionals, values.location);
    for (const line of reportLines(run, placed, changes)) process.stdout.write(`${line}\n`);
    return run.refusals.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`Importeren lukt niet. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
