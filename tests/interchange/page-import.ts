import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { POST } from "@/app/api/uploads/imports/route";
import { importFiles, imports } from "@/db/schema/imports";
import { startEngine } from "@/inngest/start";
import { type RunningEngine, setRunning } from "@/server/core/world";
import { apiAs, makeEmployee, makePlaces, openSession, type PlaceName } from "../access/people";
import { framed, send } from "../files/uploading";
import { makeWorld, type TestWorld } from "../world";

/** A world whose background work runs, and someone who may import and nothing else. */
export interface Desk {
  world: TestWorld;
  engine: RunningEngine;
  logged: string[];
  employeeId: string;
  sessionId: string;
  api: Awaited<ReturnType<typeof apiAs>>;
  stop(): Promise<void>;
}

export async function openDesk(reach: PlaceName | "everywhere" = "everywhere"): Promise<Desk> {
  const world = await makeWorld();
  world.env = { ...world.env, production: true };
  const logged: string[] = [];
  world.log = (message, facts) => logged.push(JSON.stringify([message, facts]));
  await makePlaces(world);
  const engine = await startEngine(world);
  setRunning({ world, health: engine.health });
  const employeeId = await makeEmployee(
    world,
    [{ tasks: ["interchange.import", "jobs.view", "organisation.manage"], reach }],
    {
      name: "Bea Beheer",
    },
  );
  const sessionId = await openSession(world, employeeId);
  const api = await apiAs(world, sessionId);
  return { world, engine, logged, employeeId, sessionId, api, stop: () => engine.stop() };
}

let count = 0;
export const newKey = () => `sleutel-${String(count++).padStart(6, "0")}`;

/** Announces files and sends each, as the page does. @returns the import's id, not started */
export async function sendAll(
  { world, sessionId, api }: Desk,
  files: Readonly<Record<string, string | Buffer>>,
  place: PlaceName = "own",
): Promise<string> {
  const given = Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) }));
  const begun = await api.imports.begin({
    locationIds: [place],
    requestKey: newKey(),
    files: given.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
  });
  for (const [index, { id }] of begun.files.entries()) {
    const fields = { importId: begun.importId, fileId: id };
    const bytes = given[index]?.bytes ?? Buffer.alloc(0);
    const { status, body } = await send(world, sessionId, framed(fields, bytes), {}, POST);
    if (status !== 200) throw new Error(`${status} ${body.error?.reason}`);
  }
  return begun.importId;
}

/** Waits until an import has ended and its files are gone. */
export async function ended({ world }: Desk, importId: string) {
  for (;;) {
    const [row] = await world.db.read.select().from(imports).where(eq(imports.id, importId));
    const over = row?.status === "done" || row?.status === "failed";
    const kept = and(eq(importFiles.importId, importId), isNull(importFiles.deletedAt));
    if (over && (await world.db.read.$count(importFiles, kept)) === 0) return row;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Names of the files of imports on disk. */
export function incoming(world: TestWorld): string[] {
  const folder = join(world.env.dataDir, "imports");
  return existsSync(folder) ? readdirSync(folder) : [];
}
