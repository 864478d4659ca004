import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { eq } from "drizzle-orm";
import { exports } from "@/db/schema/exports";
import { openTemporaryWorld } from "@/scripts/temporary-world";
import { newId } from "@/server/core/ids";
import { buildExport } from "@/server/export/builder";
import { exportPath } from "@/server/export/paths";
import { openSealed } from "@/server/files/seal";
import { unwrapKey } from "@/server/files/wrap";
import { BENCH_CLIENT, makeDossier } from "./dossier";
import { exceljsSeconds } from "./exceljs";
import { limitSeconds } from "./limit";

const RESOLUTION_MS = 1;

/** One export from asking to the finished encrypted file, in a process that does nothing else. */
async function build(dataDir: string) {
  const world = await openTemporaryWorld({ dataDir });
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const start = performance.now();
  const now = world.clock.now();
  const id = newId(now);
  await world.db.write((tx) =>
    tx.insert(exports).values({
      id,
      clientId: BENCH_CLIENT.id,
      scope: "complete",
      purpose: "internal",
      requestedById: "bench",
      requestedByName: "Bench",
      requestedAt: now,
      requestKey: id,
      status: "pending",
    }),
  );
  const [row] = await world.db.read.select().from(exports).where(eq(exports.id, id));
  if (!row) throw new Error("the request was not stored");
  const built = await buildExport(world, row, String(BENCH_CLIENT.number));
  const seconds = (performance.now() - start) / 1_000;
  delay.disable();
  const rss = process.resourceUsage().maxRSS / 1_024;
  const sealed = await openSealed(exportPath(dataDir, id), unwrapKey(world.keys, id, built.wrappedKey));
  await pipeline(Readable.from(sealed.chunks()), createWriteStream(join(dataDir, "export.zip")));
  await rm(exportPath(dataDir, id));
  await world.db.write((tx) => tx.delete(exports).where(eq(exports.id, id)));
  await world.close();
  return { seconds, rows: built.rows, rss, stall: Math.max(0, delay.max / 1e6 - RESOLUTION_MS) };
}

async function make(dataDir: string, rows: number) {
  await mkdir(dataDir, { recursive: true });
  const world = await openTemporaryWorld({ dataDir });
  await makeDossier(world, rows);
  await world.close();
  return {};
}

const [what, dataDir = "", rows] = process.argv.slice(2);
const zip = join(dataDir, "export.zip");
const work = {
  make: () => make(dataDir, Number(rows)),
  build: () => build(dataDir),
  limit: async () => ({ seconds: await limitSeconds(zip) }),
  exceljs: async () => ({ seconds: await exceljsSeconds(dataDir) }),
}[what ?? ""];
if (!work) throw new Error("make, build, limit or exceljs");
process.stdout.write(`${JSON.stringify(await work())}\n`);
