import { cron, eventType, NonRetriableError } from "inngest";
import { z } from "zod";
import { perform, performOnClient, reasonOf } from "@/server/access/perform";
import { loadEmployee } from "@/server/access/reach";
import { DomainError, isReason } from "@/server/core/errors";
import { getWorld, type World } from "@/server/core/world";
import { IMPORT_ENDED, IMPORT_REQUESTED } from "@/server/interchange/events";
import type { Doors } from "@/server/interchange/import/import-all";
import { markShredded, shredFiles, sweepImportFiles, unshredded } from "@/server/interchange/import-files";
import {
  abandonedImports,
  failImport,
  findImport,
  finishImport,
} from "@/server/interchange/import-lifecycle";
import type { ImportRow } from "@/server/interchange/import-view";
import { runImport } from "@/server/interchange/run-import";
import { stopImport } from "@/server/interchange/under-way";
import { appId, inngest } from "./client";

const aboutImport = z.object({ importId: z.string() });
const requested = eventType(IMPORT_REQUESTED, { schema: aboutImport });
const ended = eventType(IMPORT_ENDED, { schema: aboutImport });
const system = { actor: { kind: "system" }, accessPoint: "engine", source: null } as const;
const tasks = ["interchange.import"] as const;
const write = { tasks, audit: "dossier.imported", kind: "mutation" } as const;

/** The requester as they are now: rights may have been taken away since they asked. */
async function callerOf(world: World, employeeId: string) {
  const actor = await loadEmployee(world.db.read, employeeId, world.clock.now());
  if (!actor) throw new DomainError("import-withdrawn");
  return { actor, accessPoint: "engine", source: null, onBehalfOf: `employee:${employeeId}` } as const;
}

/** Every act anew as the requester may then: at the place chosen, and at each client. */
function doorsOf(world: World, row: ImportRow): Doors {
  const place = { kind: "locations", ids: [row.locationId] } as const;
  return {
    open: async (work) => perform(world, await callerOf(world, row.requestedById), write, place, work),
    onClient: async (number, work) =>
      performOnClient(world, await callerOf(world, row.requestedById), write, String(number), work),
  };
}

/** @returns counts only */
async function importFilesOf(world: World, importId: string): Promise<Record<string, number>> {
  const row = await findImport(world.db.read, importId);
  if (!row || row.status === "failed") throw new NonRetriableError(row?.failure ?? "import-gone");
  if (row.status === "done") return { ...row.totals };
  const done = await runImport(world, row, doorsOf(world, row));
  const finish = { tasks, audit: "import.done", kind: "mutation" } as const;
  const caller = await callerOf(world, row.requestedById);
  await perform(world, caller, finish, { kind: "none" }, (ctx) => finishImport(ctx, importId, done));
  return { ...done.totals };
}

/** Reasons that another try would only repeat. */
const FINAL = new Set(["import-withdrawn", "import-disk-full", "import-gone"]);

async function importOrGiveUp(world: World, importId: string): Promise<Record<string, number>> {
  try {
    return await importFilesOf(world, importId);
  } catch (error) {
    if (error instanceof NonRetriableError) throw error;
    const reason = reasonOf(error);
    const withdrawn = reason === "task-missing" || reason === "not-found" || reason === "not-signed-in";
    const said = withdrawn ? "import-withdrawn" : reason;
    if (said && FINAL.has(said)) throw new NonRetriableError(said);
    if (!reason) {
      const at = error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 4).join(" ").trim() : "";
      world.log("An import failed", {
        import: importId,
        error: error instanceof Error ? error.name : "",
        at,
      });
    }
    throw new Error(said ?? "import-failed");
  }
}

/** Shreds the files of an import that ended; each step may be run again. */
async function shred(world: World, importId: string): Promise<boolean> {
  if (!(await unshredded(world.db.read)).includes(importId)) return false;
  await shredFiles(world, importId);
  await world.db.emptyLog();
  const act = { tasks: [], audit: "import.files-deleted", kind: "mutation" } as const;
  await perform(world, system, act, { kind: "none" }, (ctx) => markShredded(ctx, importId));
  return true;
}

/** Marks an import Mislukt with what people read. What was done stays: each client is whole. */
async function giveUp(world: World, importId: string, message: string): Promise<void> {
  stopImport(importId);
  const row = await findImport(world.db.read, importId);
  if (row?.status !== "pending" && row?.status !== "receiving") return;
  const reason = isReason(message) ? message : "import-failed";
  const act = { tasks: [], audit: "import.failed", kind: "mutation" } as const;
  await perform(world, system, act, { kind: "none" }, async (ctx) => {
    await failImport(ctx, importId, reason);
  });
}

/** Ends imports nobody started, shreds what ended, and removes strays; by cron and at start. */
export async function sweepImports(
  world: World,
): Promise<{ abandoned: number; shredded: number; strays: number }> {
  const abandoned = await abandonedImports(world.db.read, world.clock.now());
  for (const id of abandoned) await giveUp(world, id, "import-abandoned");
  let shredded = 0;
  for (const id of await unshredded(world.db.read)) if (await shred(world, id)) shredded++;
  return { abandoned: abandoned.length, shredded, strays: await sweepImportFiles(world) };
}

const RUN = "run-import";
const giveUpStep = { id: "give-up", name: "Op Mislukt zetten" };
const shredStep = { id: "shred", name: "Bestanden verwijderen" };

/** Imports what was uploaded, as whoever asked; one at a time. The files go when it has ended, however that was. */
export const importDossiers = inngest.createFunction(
  {
    id: RUN,
    name: "Dossiers importeren",
    triggers: [requested],
    retries: 3,
    concurrency: { limit: 1 },
    onFailure: async ({ event, error, step }) => {
      const { importId } = aboutImport.parse(event.data.event.data);
      await step.run(giveUpStep, () => giveUp(getWorld(), importId, error.message));
      await step.run(shredStep, () => shred(getWorld(), importId));
    },
  },
  async ({ event, step }) => {
    const { importId } = event.data;
    const counts = await step.run({ id: "import", name: "Importeren" }, () =>
      importOrGiveUp(getWorld(), importId),
    );
    await step.run(shredStep, () => shred(getWorld(), importId));
    return counts;
  },
);

/** The files of an import that was called off before it began. */
export const shredEndedImport = inngest.createFunction(
  { id: "shred-import", name: "Importbestanden verwijderen", triggers: [ended], retries: 10 },
  async ({ event, step }) => step.run(shredStep, () => shred(getWorld(), event.data.importId)),
);

/** Keeps the promises a second time, whatever happened to a run. */
export const sweepEndedImports = inngest.createFunction(
  {
    id: "sweep-imports",
    name: "Imports opruimen",
    triggers: [cron("TZ=Europe/Amsterdam 20 * * * *")],
    retries: 2,
  },
  async ({ step }) => step.run({ id: "sweep", name: "Opruimen" }, () => sweepImports(getWorld())),
);

/** A cancelled run leaves no import under way for ever: it stops, is Mislukt, and its files go. */
export const closeCancelledImport = inngest.createFunction(
  {
    id: "close-cancelled-import",
    name: "Geannuleerde import afsluiten",
    triggers: [{ event: "inngest/function.cancelled", if: `event.data.function_id == '${appId}-${RUN}'` }],
    retries: 10,
  },
  async ({ event, step }) => {
    const { importId } = aboutImport.parse(event.data.event.data);
    await step.run(giveUpStep, () => giveUp(getWorld(), importId, "import-cancelled"));
    await step.run(shredStep, () => shred(getWorld(), importId));
  },
);
