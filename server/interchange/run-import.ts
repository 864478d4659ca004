import type { ImportTotals } from "@/db/schema/imports";
import { makeTurns } from "@/server/core/turns";
import type { World } from "../core/world";
import { type Doors, importAll } from "./import/import-all";
import { readRun } from "./import/run";
import { Staging } from "./import/staging";
import { sourcesOf } from "./import-files";
import { noteImport } from "./import-lifecycle";
import type { ImportRow } from "./import-view";
import { reportLines, totalsOf } from "./report";
import { whileUnderWay } from "./under-way";

const NOTE_EVERY_MS = 700;

/** Notes progress now and then; one that cannot be written now is followed by another. */
function noter(world: World, importId: string) {
  let notedAt = Number.NEGATIVE_INFINITY;
  return (progress: Parameters<typeof noteImport>[2], always = false): void => {
    if (!always && performance.now() - notedAt < NOTE_EVERY_MS) return;
    notedAt = performance.now();
    noteImport(world, importId, progress).catch((error: unknown) =>
      world.log("A progress note was not written", {
        error: error instanceof Error ? error.name : "error",
      }),
    );
  };
}

/**
 * Does one import from its sealed files, in stretches, so that pages go on being served. May be run again after a
 * crash: what was done is not done twice.
 * @returns what `finishImport` keeps
 * @throws DomainError `import-disk-full`, `import-cancelled`, and what a door refuses
 */
export function runImport(
  world: World,
  row: ImportRow,
  doors: Doors,
): Promise<{ totals: ImportTotals; report: string[] }> {
  return whileUnderWay(row.id, async (goOn) => {
    const note = noter(world, row.id);
    const [startedAt, progress] = [row.startedAt ?? world.clock.now(), { bytesDone: 0, resourcesRead: 0 }];
    note({ phase: "reading", startedAt, ...progress, resourcesDone: 0, clientsKnown: null }, true);
    const sources = await sourcesOf(world, row.id, (bytes) => {
      // A file is opened more than once: its first bytes say what it is.
      progress.bytesDone = Math.min(progress.bytesDone + bytes, row.bytesKnown);
      note(progress);
    });
    const staging = new Staging(world.env.dataDir);
    try {
      const run = await readRun(sources, staging, world.clock.now(), {
        turn: makeTurns(goOn),
        onRead: (resources) => {
          progress.resourcesRead = resources;
          note(progress);
        },
      });
      note({ ...progress, bytesDone: row.bytesKnown, phase: "writing" }, true);
      const { placed, changes } = await importAll(world, doors, run, {
        locationId: row.locationId,
        onDone: ({ resources, clients, clientsKnown }) =>
          note({ resourcesDone: resources, clientsDone: clients, clientsKnown }),
      });
      const totals = { ...totalsOf(run, placed), created: placed.created, ...changes };
      return { totals, report: reportLines(run, placed, changes) };
    } finally {
      staging.close();
    }
  });
}
