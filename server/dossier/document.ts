import { and, eq } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { documents } from "@/db/schema/dossier/documents";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import { KINDS } from "../files/kinds";
import type { SealedFile } from "../files/seal";
import { openFile } from "../files/store";

/** The client number a document belongs to, so that the door can be asked; empty for an unknown document. */
export async function documentOwner(db: Ctx["db"], entryId: string): Promise<string> {
  const [row] = await db
    .select({ number: clients.number })
    .from(documents)
    .innerJoin(clients, eq(clients.id, documents.clientId))
    .where(eq(documents.id, entryId));
  return row ? String(row.number) : "";
}

/**
 * Opens a document of the dossier for downloading.
 * @throws DomainError `not-found` when it is not this client's, or its bytes never came along
 */
export async function openDocument(
  ctx: Ctx,
  client: ReachedClient,
  entryId: string,
): Promise<{ file: SealedFile; mime: string; name: string }> {
  const [row] = await ctx.db
    .select()
    .from(documents)
    .where(and(eq(documents.id, entryId), eq(documents.clientId, client.id)));
  if (!row?.fileId) throw new DomainError("not-found");
  ctx.touch("document", row.id);
  const { mime, file } = await openFile(ctx.world, ctx.db, client.id, row.fileId);
  ctx.hold(file);
  return { file, mime, name: row.fileName ?? row.title };
}

const SHOWN: ReadonlySet<string> = new Set(Object.values(KINDS).map(({ mime }) => mime));

/**
 * Opens a document for showing in the page: only what a page can show without running it.
 * @throws DomainError `not-found`, `file-no-preview`
 */
export async function openPreview(
  ctx: Ctx,
  client: ReachedClient,
  entryId: string,
): Promise<{ file: SealedFile; mime: string; name: string }> {
  const opened = await openDocument(ctx, client, entryId);
  if (SHOWN.has(opened.mime)) return opened;
  await opened.file.close();
  throw new DomainError("file-no-preview");
}
