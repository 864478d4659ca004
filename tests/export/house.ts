import { mkdirSync } from "node:fs";
import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { auditEntries } from "@/db/schema/audit";
import { exports } from "@/db/schema/exports";
import { performOnClient } from "@/server/access/perform";
import { SESSION_COOKIE } from "@/server/auth/cookie";
import { setRunning } from "@/server/core/world";
import { finishExport } from "@/server/export/lifecycle";
import { exportFolder, exportPath } from "@/server/export/paths";
import { createSealed, newSealKey } from "@/server/files/seal";
import { wrapKey } from "@/server/files/wrap";
import {
  apiAs,
  CLIENTS,
  type ClientName,
  contextOf,
  makeEmployee,
  makePlaces,
  openSession,
} from "../access/people";
import { makeWorld, type TestWorld } from "../world";

/** A world with clients and one person who may export those at `own` and below it. */
export interface House {
  world: TestWorld;
  exporterId: string;
  sessionId: string;
  api: Awaited<ReturnType<typeof apiAs>>;
}

export const OWN = String(CLIENTS.own);

/** Makes the house, and makes it the product that routes and jobs find. */
export async function makeHouse(options: Parameters<typeof makeWorld>[0] = {}): Promise<House> {
  const world = await makeWorld(options);
  await makePlaces(world);
  const exporterId = await makeEmployee(world, [{ tasks: ["dossier.export"], reach: "own" }], {
    name: "Sanne Kuipers",
  });
  const sessionId = await openSession(world, exporterId);
  setRunning({ world });
  return { world, exporterId, sessionId, api: await apiAs(world, sessionId) };
}

let asked = 0;

/** A request as the page sends it. */
export function ask(clientId = OWN, fields: { requestKey?: string } = {}) {
  asked += 1;
  return { clientId, requestKey: `request-${asked}`, ...fields };
}

/** The row of an export. */
export async function rowOf(world: TestWorld, exportId: string) {
  const [row] = await world.db.read.select().from(exports).where(eq(exports.id, exportId));
  if (!row) throw new Error("no such export");
  return row;
}

/** An export that is Klaar, with this content instead of a built zip. */
export async function readyExport(
  house: House,
  client: ClientName = "own",
  content = Buffer.from("zip"),
): Promise<string> {
  const { world } = house;
  const number = String(CLIENTS[client]);
  const sessionId = await openSession(world, house.exporterId);
  const { exportId } = await (await apiAs(world, sessionId)).export.request(ask(number));
  mkdirSync(exportFolder(world.env.dataDir), { recursive: true });
  const key = newSealKey();
  const sealed = await createSealed(exportPath(world.env.dataDir, exportId), key);
  await sealed.write(content);
  await sealed.close();
  const { caller } = await contextOf(world, sessionId);
  const act = { tasks: ["dossier.export"], audit: "export.built", kind: "mutation" } as const;
  const built = { snapshotAt: world.clock.now(), bytes: content.length, rows: 3 };
  await performOnClient(world, caller, act, number, (ctx) =>
    finishExport(ctx, exportId, { ...built, wrappedKey: wrapKey(world.keys, exportId, key) }),
  );
  return exportId;
}

/** The cookie of a session, as the sign-in page sets it. */
export async function cookieOf(world: TestWorld, sessionId: string): Promise<string> {
  const value = await encode({ token: { sub: sessionId }, secret: world.keys.session });
  return `${SESSION_COOKIE}=${value}`;
}

/** Runs `act` and gives the rows it left in the log, oldest first. What `act` throws is thrown: it may hold expectations. */
export async function entriesOf(world: TestWorld, act: () => Promise<unknown>) {
  const rows = () => world.db.read.select().from(auditEntries).orderBy(auditEntries.sequence);
  const before = (await rows()).length;
  await act();
  return (await rows()).slice(before);
}
