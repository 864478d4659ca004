import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { locations } from "@/db/schema/access";
import { importFiles, imports } from "@/db/schema/imports";
import type { ChangeCtx, Ctx } from "../access/perform";
import { reachOf } from "../access/policy";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { assertSameRequest, requestDigest } from "../core/request-digest";
import { IMPORT_ENDED, IMPORT_REQUESTED } from "./events";
import { type ImportView, importView } from "./import-view";
import { type BeginImport, IMPORT_FILE_CAP, IMPORTS_LISTED, type OneImport } from "./input";
import { distinctNames } from "./rules";

const TASK = "interchange.import";

const actorId = ({ actor }: Ctx) => (actor.kind === "employee" ? actor.id : undefined);

/** Imports into places in reach; others' counts are not shown to who does not work there. */
function inReach(ctx: Ctx) {
  const reach = reachOf(ctx.actor, TASK);
  return reach === "everywhere" ? undefined : inArray(imports.locationId, [...reach]);
}

async function views(ctx: Ctx, importId?: string): Promise<ImportView[]> {
  const files = ctx.db
    .select({ importId: importFiles.importId, files: count().as("files") })
    .from(importFiles)
    .groupBy(importFiles.importId)
    .as("held");
  const rows = await ctx.db
    .select({ row: imports, location: locations.name, files: files.files })
    .from(imports)
    .innerJoin(locations, eq(locations.id, imports.locationId))
    .leftJoin(files, eq(files.importId, imports.id))
    .where(and(inReach(ctx), importId === undefined ? undefined : eq(imports.id, importId)))
    .orderBy(desc(imports.requestedAt), desc(imports.id))
    .limit(IMPORTS_LISTED);
  return rows.map(({ row, location, files: held }) => importView(row, { location, files: held ?? 0 }));
}

/** Imports, newest first, and the places a new one may go to. */
export async function listImports(ctx: Ctx): Promise<{
  imports: ImportView[];
  locations: { id: string; code: string; name: string }[];
}> {
  const reach = reachOf(ctx.actor, TASK);
  const places = await ctx.db
    .select({ id: locations.id, code: locations.code, name: locations.name })
    .from(locations)
    .where(reach === "everywhere" ? undefined : inArray(locations.id, [...reach]))
    .orderBy(asc(locations.name), asc(locations.code));
  return { imports: await views(ctx), locations: places };
}

/** State and counts for the page that waits. */
export function pollImports(ctx: Ctx): Promise<ImportView[]> {
  return views(ctx);
}

/** One import with its report. @throws DomainError `import-gone` */
export async function openImport(
  ctx: Ctx,
  { importId }: z.output<typeof OneImport>,
): Promise<ImportView & { report: string[] | null }> {
  const [view] = await views(ctx, importId);
  if (!view) throw new DomainError("import-gone");
  ctx.touch("import", importId);
  const [row] = await ctx.db.select({ report: imports.report }).from(imports).where(eq(imports.id, importId));
  return { ...view, report: row?.report ?? null };
}

async function filesOf(ctx: Ctx, importId: string): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .select({ id: importFiles.id, name: importFiles.name })
    .from(importFiles)
    .where(eq(importFiles.importId, importId))
    .orderBy(asc(importFiles.position));
}

/**
 * Announces an import and its files, which are sent one by one next. The same request key again is the same import.
 * @param locationId in reach: the door saw to that
 * @throws DomainError `request-reused`, `import-too-large`, `import-running`
 */
export async function beginImport(
  ctx: ChangeCtx,
  input: z.output<typeof BeginImport>,
  locationId: string,
): Promise<{ importId: string; files: { id: string; name: string }[] }> {
  if (ctx.actor.kind !== "employee") throw new DomainError("not-signed-in");
  const [same] = await ctx.tx.select().from(imports).where(eq(imports.requestKey, input.requestKey));
  if (same && same.requestedById !== ctx.actor.id) throw new DomainError("input-invalid");
  if (same) assertSameRequest(same.requestDigest, input);
  if (same) return { importId: same.id, files: await filesOf(ctx, same.id) };
  if (input.files.some(({ bytes }) => bytes > IMPORT_FILE_CAP)) throw new DomainError("import-too-large");
  if ((await ctx.tx.$count(imports, eq(imports.status, "pending"))) > 0)
    throw new DomainError("import-running");
  const id = newId(ctx.now);
  await ctx.tx.insert(imports).values({
    id,
    requestedById: ctx.actor.id,
    requestedByName: ctx.actor.name,
    requestedAt: ctx.now,
    requestKey: input.requestKey,
    requestDigest: requestDigest(input),
    locationId,
    status: "receiving",
    bytesKnown: input.files.reduce((sum, { bytes }) => sum + bytes, 0),
  });
  const names = distinctNames(input.files.map(({ name }) => name));
  await ctx.tx.insert(importFiles).values(
    input.files.map(({ bytes }, position) => ({
      ...{ id: newId(ctx.now), importId: id, position, bytes },
      name: names[position] ?? "bestand",
    })),
  );
  ctx.touch("import", id);
  ctx.detail(`files=${input.files.length}`);
  return { importId: id, files: await filesOf(ctx, id) };
}

/** An import of one's own that has not begun. @throws DomainError `import-gone`, `import-started` */
export async function receivingImport(ctx: Ctx, importId: string): Promise<typeof imports.$inferSelect> {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId));
  if (!row || row.requestedById !== actorId(ctx)) throw new DomainError("import-gone");
  ctx.touch("import", row.id);
  if (row.status !== "receiving") throw new DomainError("import-started");
  return row;
}

/**
 * Starts an import whose files are all here; it is done in the background.
 * @throws DomainError `import-gone`, `import-started`, `import-incomplete`, `import-running`
 */
export async function startImport(ctx: ChangeCtx, { importId }: z.output<typeof OneImport>): Promise<void> {
  const [known] = await ctx.tx.select().from(imports).where(eq(imports.id, importId));
  if (known?.status === "pending" && known.requestedById === actorId(ctx)) return;
  await receivingImport(ctx, importId);
  const files = await ctx.tx.select().from(importFiles).where(eq(importFiles.importId, importId));
  if (files.some(({ wrappedKey }) => wrappedKey === null)) throw new DomainError("import-incomplete");
  if ((await ctx.tx.$count(imports, eq(imports.status, "pending"))) > 0)
    throw new DomainError("import-running");
  await ctx.tx.update(imports).set({ status: "pending" }).where(eq(imports.id, importId));
  ctx.detail(`files=${files.length}`);
  ctx.emit({ name: IMPORT_REQUESTED, id: `import-${importId}`, data: { importId } });
}

/** Ends an import before it began. @throws DomainError `import-gone`, `import-started` */
export async function cancelImport(ctx: ChangeCtx, { importId }: z.output<typeof OneImport>): Promise<void> {
  await receivingImport(ctx, importId);
  await ctx.tx
    .update(imports)
    .set({ status: "failed", failure: "import-cancelled", endedAt: ctx.now })
    .where(eq(imports.id, importId));
  ctx.emit({ name: IMPORT_ENDED, id: `import-ended-${importId}`, data: { importId } });
}
