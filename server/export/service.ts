import { and, desc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { clients } from "@/db/schema/clients";
import { exports } from "@/db/schema/exports";
import { merges } from "@/db/schema/merge";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { assertSameRequest, requestDigest } from "../core/request-digest";
import type { World } from "../core/world";
import { shownMoment } from "../dossier/show";
import { openSealed, type SealedFile } from "../files/seal";
import { unwrapKey } from "../files/wrap";
import { EXPORT_REQUESTED } from "./events";
import { LISTED_AT_MOST, type RequestExport } from "./input";
import { exportPath } from "./paths";
import { exportFileName, isDownloadable } from "./rules";
import { type ExportRow, type ExportView, exportView, type ProgressView, progressView } from "./view";

async function rowsOf(ctx: Ctx, client: ReachedClient): Promise<ExportRow[]> {
  return ctx.db
    .select()
    .from(exports)
    .where(eq(exports.clientId, client.id))
    .orderBy(desc(exports.requestedAt), desc(exports.id))
    .limit(LISTED_AT_MOST);
}

/** What the export page needs before anything is asked: whether this person must prove who they are is the door's. */
export async function openPage(ctx: Ctx, client: ReachedClient): Promise<{ number: number; today: string }> {
  return { number: client.number, today: ctx.day };
}

/** All exports of a client, newest first: those there are, and the traces of those that were. */
export async function listExports(ctx: Ctx, client: ReachedClient): Promise<ExportView[]> {
  const joined = await ctx.db
    .select({ number: clients.number, mergedAt: merges.mergedAt })
    .from(merges)
    .innerJoin(clients, eq(clients.id, merges.retiredId))
    .where(and(eq(merges.survivorId, client.id), isNull(merges.undoneAt)));
  return (await rowsOf(ctx, client)).map((row) => {
    const later = joined.filter(({ mergedAt }) => (row.snapshotAt ?? row.requestedAt) < mergedAt);
    return exportView(
      row,
      ctx.now,
      later.map(({ number }) => number),
    );
  });
}

const POLLED_AT_LEAST = 5;

/**
 * State and counts for the page that waits: of every export still there, and of the newest, which may just have
 * gone. `now` is the product's moment (epoch ms), for "over 7 uur" and "morgen".
 */
export async function pollExports(
  ctx: Ctx,
  client: ReachedClient,
): Promise<{ now: number; exports: ProgressView[] }> {
  const views = (await rowsOf(ctx, client)).map((row) => progressView(row, ctx.now));
  const watched = views.filter(({ heading }, index) => index < POLLED_AT_LEAST || heading === "generated");
  return { now: ctx.now, exports: watched };
}

/**
 * Asks for an export; it is made in the background. The same request key again is the same export.
 * @throws DomainError `export-running` while one of this client is under way, `input-invalid` for a day to come,
 * `request-reused` when the key was another content's
 */
export async function requestExport(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof RequestExport>,
): Promise<{ exportId: string }> {
  if (ctx.actor.kind !== "employee") throw new DomainError("not-signed-in");
  if (input.clientAskedOn !== undefined && input.clientAskedOn > ctx.day)
    throw new DomainError("input-invalid");
  const [same] = await ctx.tx.select().from(exports).where(eq(exports.requestKey, input.requestKey));
  if (same && same.clientId === client.id && same.requestedById === ctx.actor.id) {
    assertSameRequest(same.requestDigest, input);
    return { exportId: same.id };
  }
  const running = and(eq(exports.clientId, client.id), eq(exports.status, "pending"));
  if (same || (await ctx.tx.$count(exports, running)) > 0) throw new DomainError("export-running");
  const id = newId(ctx.now);
  await ctx.tx.insert(exports).values({
    id,
    clientId: client.id,
    scope: input.scope,
    purpose: input.purpose,
    purposeNote: input.note === "" ? null : input.note,
    clientAskedOn: input.purpose === "client-request" ? (input.clientAskedOn ?? ctx.day) : null,
    requestedById: ctx.actor.id,
    requestedByName: ctx.actor.name,
    requestedAt: ctx.now,
    ...{ requestKey: input.requestKey, requestDigest: requestDigest(input) },
    status: "pending",
  });
  ctx.touch("export", id);
  ctx.purpose(input.purpose);
  ctx.detail(input.scope);
  ctx.emit({ name: EXPORT_REQUESTED, id: `export-${id}`, data: { exportId: id } });
  return { exportId: id };
}

/** The client number an export belongs to, so that the door can be asked; empty for an unknown export. */
export async function clientNumberOf(db: Ctx["db"], exportId: string): Promise<string> {
  const [row] = await db
    .select({ number: clients.number })
    .from(exports)
    .innerJoin(clients, eq(clients.id, exports.clientId))
    .where(eq(exports.id, exportId));
  return row ? String(row.number) : "";
}

/** Rejects when its key was shredded or its file is gone, whatever the row still says. */
async function openKept(world: World, exportId: string, wrappedKey: string): Promise<SealedFile> {
  const key = unwrapKey(world.keys, exportId, wrappedKey);
  return openSealed(exportPath(world.env.dataDir, exportId), key);
}

/**
 * Opens an export for downloading, and counts the download.
 * @throws DomainError `export-gone` when it is not this client's, not ready, or its 24 hours are over
 */
export async function openDownload(
  ctx: ChangeCtx,
  client: ReachedClient,
  exportId: string,
): Promise<{ file: SealedFile; name: string; mime: string }> {
  const [row] = await ctx.tx.select().from(exports).where(eq(exports.id, exportId));
  if (row?.clientId !== client.id) throw new DomainError("export-gone");
  ctx.touch("export", row.id);
  if (!isDownloadable(row, ctx.now) || row.wrappedKey === null) throw new DomainError("export-gone");
  const file = await openKept(ctx.world, row.id, row.wrappedKey).catch((cause: unknown) => {
    throw new DomainError("export-gone", { cause });
  });
  ctx.hold(file);
  await ctx.tx
    .update(exports)
    .set({ downloads: row.downloads + 1 })
    .where(eq(exports.id, row.id));
  ctx.purpose(row.purpose);
  return { file, name: exportFileName(client.number, shownMoment(row.requestedAt)), mime: "application/zip" };
}
