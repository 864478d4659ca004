import { cron, eventType, NonRetriableError } from "inngest";
import { z } from "zod";
import { performOnClient, reasonOf } from "@/server/access/perform";
import { loadEmployee } from "@/server/access/reach";
import { DomainError, isReason } from "@/server/core/errors";
import { getWorld, type World } from "@/server/core/world";
import { buildExport, cancelBuild, underWay } from "@/server/export/builder";
import { EXPORT_REQUESTED } from "@/server/export/events";
import {
  expiredExports,
  failExport,
  findExport,
  finishExport,
  markDeleted,
  overwriteKey,
  removeFile,
  stalledExports,
  sweepStrays,
} from "@/server/export/lifecycle";
import { appId, inngest } from "./client";

const requested = eventType(EXPORT_REQUESTED, { schema: z.object({ exportId: z.string() }) });
const system = { actor: { kind: "system" }, accessPoint: "engine", source: null } as const;

/** The requester as they are now: rights may have been taken away since they asked. */
async function callerOf(world: World, employeeId: string) {
  const actor = await loadEmployee(world.db.read, employeeId, world.clock.now());
  if (!actor) throw new DomainError("export-withdrawn");
  return { actor, accessPoint: "engine", source: null, onBehalfOf: `employee:${employeeId}` } as const;
}

/**
 * Makes the file and then the promise. The right to export is asked for before the work and again, in the same
 * transaction that makes it Klaar, after it.
 */
async function build(world: World, exportId: string): Promise<{ expiresAt: number | null }> {
  const found = await findExport(world.db.read, exportId);
  if (!found) throw new DomainError("export-client-gone");
  const { row, clientNumber } = found;
  // Someone was told that it failed and may have asked for another: it does not come to life again.
  if (row.status === "failed") throw new NonRetriableError(row.failure ?? "export-failed");
  if (row.status !== "pending") return { expiresAt: row.expiresAt };
  const tasks = ["dossier.export"] as const;
  const check = { tasks, audit: { coveredBy: "export.requested" }, kind: "query" } as const;
  await performOnClient(
    world,
    await callerOf(world, row.requestedById),
    check,
    clientNumber,
    async () => undefined,
  );
  const built = await buildExport(world, row, clientNumber);
  const finish = { tasks, audit: "export.built", kind: "mutation" } as const;
  await performOnClient(world, await callerOf(world, row.requestedById), finish, clientNumber, (ctx) =>
    finishExport(ctx, exportId, built),
  );
  const after = await findExport(world.db.read, exportId);
  return { expiresAt: after?.row.expiresAt ?? null };
}

/** Reasons that another try would only repeat. */
const FINAL = new Set(["export-withdrawn", "export-client-gone", "export-disk-full", "export-cancelled"]);

async function buildOrGiveUp(world: World, exportId: string): Promise<{ expiresAt: number | null }> {
  try {
    return await build(world, exportId);
  } catch (error) {
    if (error instanceof NonRetriableError) throw error;
    const reason = reasonOf(error);
    if (reason === "export-cancelled") await removeFile(world, exportId);
    const withdrawn = reason === "task-missing" || reason === "not-found" || reason === "not-signed-in";
    const said = withdrawn ? "export-withdrawn" : reason;
    if (said && FINAL.has(said)) throw new NonRetriableError(said);
    if (!reason)
      world.log("An export build failed", {
        export: exportId,
        error: error instanceof Error ? error.message : "",
      });
    throw new Error(said ?? "export-failed");
  }
}

const HOME = Symbol.for("kroniek/export-deletions");

/** Next bundles a module more than once; deletions under way are one a process. */
function deletions(): Map<string, Promise<boolean>> {
  const store = globalThis as typeof globalThis & { [HOME]?: Map<string, Promise<boolean>> };
  store[HOME] ??= new Map();
  return store[HOME];
}

/**
 * Shreds one export whose day is over: key overwritten, file removed, write-ahead log emptied, and only then the
 * trace. Each step may be run again; while a reader holds the log, the whole is tried again later. Timer and sweep
 * that meet are one deletion, with one row in the log.
 */
export function destroyExport(world: World, exportId: string): Promise<boolean> {
  const already = deletions().get(exportId);
  if (already) return already;
  const deletion = destroy(world, exportId).finally(() => deletions().delete(exportId));
  deletions().set(exportId, deletion);
  return deletion;
}

async function destroy(world: World, exportId: string): Promise<boolean> {
  const found = await findExport(world.db.read, exportId);
  if (!found || !(await overwriteKey(world, exportId))) return false;
  await removeFile(world, exportId);
  await world.db.emptyLog();
  const act = { tasks: [], audit: "export.deleted", kind: "mutation" } as const;
  await performOnClient(world, system, act, found.clientNumber, (ctx) => markDeleted(ctx, exportId));
  return true;
}

/** Marks an export Mislukt with what people read; nothing half-made stays. */
async function giveUp(world: World, exportId: string, message: string): Promise<void> {
  const found = await findExport(world.db.read, exportId);
  if (found?.row.status !== "pending") return;
  const reason = isReason(message) ? message : "export-failed";
  const act = { tasks: [], audit: "export.failed", kind: "mutation" } as const;
  await performOnClient(world, system, act, found.clientNumber, async (ctx) => {
    // Just finished meanwhile: its file must stay. The next try of this step sees that and does nothing.
    if (!(await failExport(ctx, exportId, reason))) throw new DomainError("job-ended");
  });
  cancelBuild(exportId);
  await removeFile(world, exportId);
}

/**
 * Destroys every export whose day is over, gives up those nobody makes any more, and removes strays; run at start
 * before serving, and by cron.
 */
export async function sweepExports(
  world: World,
): Promise<{ deleted: number; stalled: number; strays: number }> {
  let deleted = 0;
  for (const id of await expiredExports(world.db.read, world.clock.now())) {
    if (await destroyExport(world, id)) deleted++;
  }
  const stalled = (await stalledExports(world)).filter((id) => !underWay().has(id));
  for (const id of stalled) await giveUp(world, id, "export-failed");
  return { deleted, stalled: stalled.length, strays: await sweepStrays(world, underWay()) };
}

const aboutExport = z.object({ exportId: z.string() });
const MAKE = "make-export";
const giveUpStep = { id: "give-up", name: "Op Mislukt zetten" };

/** Makes an export, keeps it for its day, and destroys it. One at a time: each may use the whole machine. */
export const makeExport = inngest.createFunction(
  {
    id: MAKE,
    name: "Cliënt export maken",
    triggers: [requested],
    retries: 3,
    concurrency: { limit: 1 },
    onFailure: async ({ event, error, step }) => {
      const { exportId } = aboutExport.parse(event.data.event.data);
      await step.run(giveUpStep, () => giveUp(getWorld(), exportId, error.message));
    },
  },
  async ({ event, step }) => {
    const { exportId } = event.data;
    const { expiresAt } = await step.run({ id: "build", name: "Bestand maken" }, () =>
      buildOrGiveUp(getWorld(), exportId),
    );
    if (expiresAt === null) return { kept: false };
    await step.sleepUntil({ id: "keep", name: "24 uur bewaren" }, new Date(expiresAt));
    // A timer may wake a moment early; the row's own moment decides, and the sweep keeps the promise again.
    const deleted = await step.run({ id: "destroy", name: "Bestand verwijderen" }, () =>
      destroyExport(getWorld(), exportId),
    );
    return { kept: !deleted };
  },
);

/** Keeps the promise a second time: whatever happened to a timer, nothing outlives its day by long. */
export const sweepExpired = inngest.createFunction(
  {
    id: "sweep-exports",
    name: "Verlopen exports opruimen",
    triggers: [cron("TZ=Europe/Amsterdam */5 * * * *")],
    retries: 2,
  },
  async ({ step }) => step.run({ id: "sweep", name: "Opruimen" }, () => sweepExports(getWorld())),
);

/**
 * A cancelled run leaves no export In afwachting for ever: one not yet Klaar becomes Mislukt. One that is Klaar keeps
 * its day, and the sweep destroys it.
 */
export const closeCancelled = inngest.createFunction(
  {
    id: "close-cancelled-export",
    name: "Geannuleerde export afsluiten",
    triggers: [{ event: "inngest/function.cancelled", if: `event.data.function_id == '${appId}-${MAKE}'` }],
    retries: 10,
  },
  async ({ event, step }) => {
    const { exportId } = aboutExport.parse(event.data.event.data);
    await step.run(giveUpStep, () => giveUp(getWorld(), exportId, "export-cancelled"));
  },
);
