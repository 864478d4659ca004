import { and, desc, eq, gt, inArray, isNull, ne, type SQL } from "drizzle-orm";
import { z } from "zod";
import { documents } from "@/db/schema/dossier/documents";
import { documentReleases } from "@/db/schema/involved";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { ownRelations } from "../clients/portal-people";
import { DomainError } from "../core/errors";
import type { Offered, Received } from "../files/intake";
import { PAPER_FILE } from "../files/kinds";
import type { SealedFile } from "../files/seal";
import { openFile } from "../files/store";
import { addDocument, assertDocument, type UploadDocument } from "./document-upload";
import { authorOf, portalAuthor } from "./write/author";

/** What comes before the bytes of a document someone in the portal shares. */
export const SharePortalDocument = z.object({
  clientId: z.string().max(40),
  requestKey: z.string().min(8).max(64),
  fileName: z.string().min(1).max(1_000),
  bytes: z.number().int().min(0),
  title: z.string().max(1_000),
});

type Fields = z.output<typeof SharePortalDocument>;

/** So many documents one person adds in a day; a whole year of letters fits. */
const A_DAY = 40;
const DAY = 86_400_000;

/** The file as intake wants it offered: PDF, JPG or PNG, at most 10 MB (SECURITY.md E). */
export function offerOfPortal({ fileName, bytes }: Fields): Offered {
  return { name: fileName, bytes, accepted: PAPER_FILE };
}

const shown = (): SQL | undefined =>
  and(isNull(documents.archivedAt), ne(documents.status, "entered-in-error"));

function addedByMe({ actor }: Ctx, client: ReachedClient): SQL | undefined {
  const me = actor.kind === "portal" ? portalAuthor(actor.id) : "";
  return and(eq(documents.clientId, client.id), eq(documents.recordedById, me), shown());
}

function sharedWithMe(ctx: Ctx, client: ReachedClient): SQL | undefined {
  return and(
    eq(documents.clientId, client.id),
    inArray(documentReleases.relationId, ownRelations(ctx, client)),
    isNull(documentReleases.endedAt),
    shown(),
  );
}

/** What is shared with the person in the portal, and what they shared themselves, newest first. */
export async function portalDocuments(ctx: Ctx, client: ReachedClient) {
  const { id, title, fileName, bytes, recordedAt } = documents;
  const { releasedAt: sharedAt, releasedBy: sharedBy } = documentReleases;
  const shared = await ctx.db
    .select({ id, title, fileName, bytes, sharedAt, sharedBy })
    .from(documentReleases)
    .innerJoin(documents, eq(documents.id, documentReleases.documentId))
    .where(sharedWithMe(ctx, client))
    .orderBy(desc(documentReleases.releasedAt), desc(documentReleases.id));
  const own = await ctx.db
    .select({ id, title, fileName, bytes, addedAt: recordedAt })
    .from(documents)
    .where(addedByMe(ctx, client))
    .orderBy(desc(documents.recordedAt), desc(documents.id));
  const once = shared.filter((each, at) => shared.findIndex((other) => other.id === each.id) === at);
  return { shared: once, own };
}

/**
 * Opens a document that is shared with this person now, or that they shared themselves.
 * @throws DomainError `not-found` for every other one
 */
export async function openPortalDocument(
  ctx: Ctx,
  client: ReachedClient,
  documentId: string,
): Promise<{ file: SealedFile; mime: string; name: string }> {
  const { fileId, fileName, title } = documents;
  const one = eq(documents.id, documentId);
  const [shared] = await ctx.db
    .select({ fileId, fileName, title })
    .from(documentReleases)
    .innerJoin(documents, eq(documents.id, documentReleases.documentId))
    .where(and(one, sharedWithMe(ctx, client)));
  const [own] = await ctx.db
    .select({ fileId, fileName, title })
    .from(documents)
    .where(and(one, addedByMe(ctx, client)));
  const row = shared ?? own;
  if (!row?.fileId) throw new DomainError("not-found");
  ctx.touch("document", documentId);
  const { mime, file } = await openFile(ctx.world, ctx.db, client.id, row.fileId);
  ctx.hold(file);
  return { file, mime, name: row.fileName ?? row.title };
}

/** As a document of the dossier, under the label by which it is found. */
function documentOf(ctx: Ctx, fields: Fields): z.output<typeof UploadDocument> {
  const { title, ...rest } = fields;
  const values = { title, label: "portal", writtenOn: ctx.day, author: authorOf(ctx).name };
  return { ...rest, values };
}

/** How many documents this person added for this client in the last day. */
function addedLately(ctx: ChangeCtx, client: ReachedClient): Promise<number> {
  return ctx.db.$count(documents, and(addedByMe(ctx, client), gt(documents.recordedAt, ctx.now - DAY)));
}

/** Refuses what cannot be kept before its bytes are read. @throws DomainError `portal-uploads-many`, as `assertDocument` */
export async function assertPortalDocument(
  ctx: ChangeCtx,
  client: ReachedClient,
  fields: Fields,
): Promise<void> {
  if ((await addedLately(ctx, client)) >= A_DAY) throw new DomainError("portal-uploads-many");
  await assertDocument(ctx, client, documentOf(ctx, fields));
}

/**
 * Files what someone in the portal shares among the documents, written by them. Counted again here: many sent at once
 * all passed the count before their bytes were read.
 * @throws DomainError `portal-uploads-many`, as `addDocument`
 */
export async function addPortalDocument(
  ctx: ChangeCtx,
  client: ReachedClient,
  fields: Fields,
  file: Received,
): Promise<{ entryId: string }> {
  const added = await addDocument(ctx, client, documentOf(ctx, fields), file);
  if ((await addedLately(ctx, client)) > A_DAY) throw new DomainError("portal-uploads-many");
  return added;
}
