import { eq } from "drizzle-orm";
import { z } from "zod";
import { documents } from "@/db/schema/dossier/documents";
import type { ChangeCtx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import { assertQuota, type Offered, type Received } from "../files/intake";
import { DOCUMENT_FILE } from "../files/kinds";
import { keepFile } from "../files/store";
import { anyPart } from "./find";
import { documentsPart } from "./parts/documents";
import { readForm } from "./read-form";
import { addEntry, candidate, type NewEntry, problemsOfNew } from "./write/add";

/** What comes before the bytes of a document. `requestKey` is made by the form when it opens. */
export const UploadDocument = z.object({
  clientId: z.string().max(40),
  requestKey: z.string().min(8).max(80),
  fileName: z.string().min(1).max(1_000),
  /** How many bytes follow; fewer is an upload that was cut */
  bytes: z.number().int().min(0),
  /** By column key what the form holds */
  values: z.record(z.string().max(40), z.unknown()),
});

type Fields = z.output<typeof UploadDocument>;

/** The file as intake wants it offered. */
export function offerOf({ fileName, bytes }: Fields): Offered {
  return { name: fileName, bytes, accepted: DOCUMENT_FILE };
}

/** What the form says of the document; a file that is here has no place elsewhere, and is current. */
function readDocument(ctx: ChangeCtx, client: ReachedClient, fields: Fields): NewEntry<typeof documents> {
  const part = anyPart(documentsPart);
  const { values, problems } = readForm(part, fields.values, {});
  const draft = { ...values, location: null, status: "current" };
  const wrong = problemsOfNew(ctx, part, candidate(ctx, client, part, draft));
  const unread = new Set(problems.map(({ path }) => path));
  const all = [...problems, ...wrong.filter(({ path }) => !unread.has(path))];
  if (all.length > 0) throw new DomainError("entry-invalid", { fields: all });
  return draft as unknown as NewEntry<typeof documents>;
}

/**
 * Refuses what cannot be stored before its bytes are read.
 * @throws DomainError `entry-invalid` with what is wrong by field, `file-quota`
 */
export async function assertDocument(ctx: ChangeCtx, client: ReachedClient, fields: Fields): Promise<void> {
  readDocument(ctx, client, fields);
  await assertQuota(ctx.db, client.id, fields.bytes);
}

/**
 * Stores the entry of a document whose file is here. The same request key again is the same entry, and its file the
 * first one; the file is part of what was asked.
 * @throws DomainError `request-reused`, `file-quota`, `entry-invalid` with what is wrong by field
 */
export async function addDocument(
  ctx: ChangeCtx,
  client: ReachedClient,
  fields: Fields,
  file: Received,
): Promise<{ entryId: string }> {
  const { name: fileName, mime, bytes, sha256, fileId } = file;
  const draft = { ...readDocument(ctx, client, fields), fileName, mime, bytes, sha256, fileId };
  const request = { ...fields, sha256 };
  const { id } = await addEntry(ctx, client, documentsPart, draft, request);
  const [entry] = await ctx.tx
    .select({ fileId: documents.fileId })
    .from(documents)
    .where(eq(documents.id, id));
  if (entry?.fileId !== fileId) return { entryId: id };
  await assertQuota(ctx.tx, client.id, bytes);
  await keepFile(ctx.tx, client.id, file, ctx.now);
  return { entryId: id };
}
