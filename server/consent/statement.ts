import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { consentDecisions, consentStatements } from "@/db/schema/consent";
import { documents } from "@/db/schema/dossier/documents";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import { addDocument, assertDocument, type UploadDocument } from "../dossier/document-upload";
import type { Offered, Received } from "../files/intake";
import { PAPER_FILE } from "../files/kinds";
import { openFile } from "../files/store";
import { addStatement, recordDecision } from "./decide";
import { partyOf } from "./history";
import type { UploadStatement } from "./input";

type Fields = z.output<typeof UploadStatement>;

/** The file as intake wants it offered: paper that was signed, at most 10 MB (SECURITY.md E). */
export function offerOfStatement({ fileName, bytes }: Fields): Offered {
  return { name: fileName, bytes, accepted: PAPER_FILE };
}

/** The statement as a document: its label is how Documenten finds it (Ons: Toestemmingsverklaring). */
async function documentOf(
  ctx: Ctx,
  client: ReachedClient,
  fields: Fields,
): Promise<z.output<typeof UploadDocument>> {
  const { decision, decisionId } = fields;
  const [known] =
    decisionId === undefined
      ? []
      : await ctx.db
          .select()
          .from(consentDecisions)
          .where(and(eq(consentDecisions.id, decisionId), eq(consentDecisions.clientId, client.id)));
  const partyId = decision?.partyId ?? known?.partyId;
  if (partyId === undefined) throw new DomainError("not-found");
  const { newest } = await partyOf(ctx.db, partyId);
  return {
    clientId: fields.clientId,
    requestKey: fields.requestKey,
    fileName: fields.fileName,
    bytes: fields.bytes,
    values: {
      title: `Toestemmingsverklaring ${newest.name}`.slice(0, 200),
      label: "consent-statement",
      writtenOn: ctx.day,
    },
  };
}

/** Refuses a statement that cannot be filed before its bytes are read. @throws DomainError as `addDocument` does */
export async function assertStatement(ctx: ChangeCtx, client: ReachedClient, fields: Fields): Promise<void> {
  await assertDocument(ctx, client, await documentOf(ctx, client, fields));
}

/**
 * Files a signed statement among the documents and ties it to its decision; a new decision is recorded in the same
 * transaction, so that neither is there without the other.
 * @throws DomainError what `recordDecision` and `addDocument` throw
 */
export async function fileStatement(
  ctx: ChangeCtx,
  client: ReachedClient,
  fields: Fields,
  file: Received,
): Promise<{ decisionId: string }> {
  const decisionId = fields.decision
    ? (await recordDecision(ctx, client, fields.decision)).decisionId
    : fields.decisionId;
  if (decisionId === undefined) throw new DomainError("input-invalid");
  const { entryId } = await addDocument(ctx, client, await documentOf(ctx, client, fields), file);
  await addStatement(ctx, client, { decisionId, documentId: entryId });
  return { decisionId };
}

/**
 * Opens a signed statement for who may see the consents, whether or not they may see the dossier it is filed in.
 * @throws DomainError `not-found` for any document that is no statement of this client
 */
export async function openStatement(ctx: Ctx, client: ReachedClient, documentId: string) {
  const [row] = await ctx.db
    .select({ fileId: documents.fileId, name: documents.fileName, mime: documents.mime })
    .from(consentStatements)
    .innerJoin(documents, eq(documents.id, consentStatements.documentId))
    .where(and(eq(consentStatements.documentId, documentId), eq(consentStatements.clientId, client.id)));
  if (!row?.fileId) throw new DomainError("not-found");
  ctx.touch("entry", documentId);
  const { file, mime } = await openFile(ctx.world, ctx.db, client.id, row.fileId);
  ctx.hold(file);
  return { file, mime, name: row.name ?? "toestemmingsverklaring" };
}
