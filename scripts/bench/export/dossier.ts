import type { Tx } from "@/db/client";
import { insertMany } from "@/db/insert";
import { clients } from "@/db/schema/clients";
import { measurements } from "@/db/schema/dossier/measurements";
import { reports } from "@/db/schema/dossier/reports";
import { makePen, type Subject } from "@/db/seed/pen";
import { manyMeasurements, manyReports } from "@/db/seed/volume";
import { newId } from "@/server/core/ids";
import type { World } from "@/server/core/world";

/** The client of the measurement. */
export const BENCH_CLIENT = { id: "bench-client", number: 20_001 } as const;

const DAYS = 900;
const SLICE = 10_000;
const SHARE = { reports: 0.8, measurements: 0.2 } as const;

type Entry = { moment: number; recordedAt?: number; recordedBy?: string };

function stored<T extends Entry>(entry: T) {
  const { moment, recordedAt, recordedBy } = entry;
  return {
    ...entry,
    id: newId(moment),
    clientId: BENCH_CLIENT.id,
    recordedAt: recordedAt ?? moment,
    recordedBy: recordedBy ?? "Fatima El Amrani, verzorgende",
    version: 1,
  };
}

/** Fills a table slice by slice; each slice is a stretch of care written by a pen of its own. */
async function fill<T extends Entry>(
  world: World,
  count: number,
  write: (subject: Subject, slice: number, amount: number) => T[],
  insert: (tx: Tx, rows: ReturnType<typeof stored<T>>[]) => Promise<void>,
): Promise<void> {
  const now = world.clock.now();
  for (let from = 0, slice = 0; from < count; from += SLICE, slice++) {
    const amount = Math.min(SLICE, count - from);
    const client = {
      number: BENCH_CLIENT.number + slice,
      name: "mevrouw Verhoeven",
      callName: "Johanna",
      gender: "female",
      birthDate: "1941-03-14",
      inCareSince: "2020-01-01",
      careKind: slice % 2 === 0 ? "pg" : "ggz",
    } as const;
    const subject: Subject = { client, fill: "full", location: "OOST-1", until: now };
    const rows = write(subject, slice, amount).map(stored);
    await world.db.write((tx) => insert(tx, rows), { alone: true });
  }
}

/** One client with that many entries in the words of the demo: 80% reports, 20% measurements. */
export async function makeDossier(world: World, rows: number): Promise<void> {
  await world.db.write(async (tx) => {
    await tx.insert(clients).values({
      id: BENCH_CLIENT.id,
      number: BENCH_CLIENT.number,
      lastName: "Verhoeven",
      nameUse: "own",
      gender: "female",
      createdAt: world.clock.now(),
      changedAt: world.clock.now(),
    });
  });
  await fill(
    world,
    Math.round(rows * SHARE.reports),
    (subject, slice, amount) => manyReports(makePen(subject, `reports/${slice}`), DAYS, amount),
    (tx, entries) => insertMany(tx, reports, entries),
  );
  await fill(
    world,
    Math.round(rows * SHARE.measurements),
    (subject, slice, amount) => manyMeasurements(makePen(subject, `measurements/${slice}`), DAYS, amount),
    (tx, entries) => insertMany(tx, measurements, entries),
  );
}
