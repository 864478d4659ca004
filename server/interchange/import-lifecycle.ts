import { and, eq, lte } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { type ImportTotals, imports } from "@/db/schema/imports";
import type { ChangeCtx } from "../access/perform";
import type { Reason } from "../core/errors";
import type { World } from "../core/world";
import type { ImportRow } from "./import-view";

/** Files that were chosen and never started are kept this long. */
const ABANDONED_MS = 24 * 60 * 60_000;

export async function findImport(db: Reader, importId: string): Promise<ImportRow | undefined> {
  const [row] = await db.select().from(imports).where(eq(imports.id, importId));
  return row;
}

/** Notes how far an import is, for the page that waits. */
export async function noteImport(
  world: World,
  importId: string,
  progress: Partial<
    Pick<
      ImportRow,
      "phase" | "startedAt" | "bytesDone" | "resourcesRead" | "resourcesDone" | "clientsKnown" | "clientsDone"
    >
  >,
): Promise<void> {
  await world.db.write((tx) =>
    tx
      .update(imports)
      .set(progress)
      .where(and(eq(imports.id, importId), eq(imports.status, "pending"))),
  );
}

/** Ends an import with its counts and its report. Idempotent: only one under way can end. */
export async function finishImport(
  ctx: ChangeCtx,
  importId: string,
  { totals, report }: { totals: ImportTotals; report: string[] },
): Promise<void> {
  ctx.touch("import", importId);
  const { read, mapped, kept, refused, clients } = totals;
  ctx.detail(`read=${read} mapped=${mapped} kept=${kept} refused=${refused} clients=${clients}`);
  await ctx.tx
    .update(imports)
    .set({ status: "done", phase: null, endedAt: ctx.now, totals, report })
    .where(and(eq(imports.id, importId), eq(imports.status, "pending")));
}

/** Makes an import Mislukt, with the reason people read. @returns false when it had ended */
export async function failImport(ctx: ChangeCtx, importId: string, reason: Reason): Promise<boolean> {
  ctx.touch("import", importId);
  ctx.detail(reason);
  const row = await findImport(ctx.tx, importId);
  if (row?.status !== "pending" && row?.status !== "receiving") return false;
  await ctx.tx
    .update(imports)
    .set({ status: "failed", phase: null, failure: reason, endedAt: ctx.now })
    .where(eq(imports.id, importId));
  return true;
}

/** Imports whose files were sent, but which nobody started. */
export async function abandonedImports(db: Reader, now: number): Promise<string[]> {
  const rows = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.status, "receiving"), lte(imports.requestedAt, now - ABANDONED_MS)));
  return rows.map(({ id }) => id);
}
