import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { documents } from "@/db/schema/dossier/documents";
import { documentReleases } from "@/db/schema/involved";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { peopleToAsk, personToAsk } from "../clients/portal-people";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { queueMail } from "../mail/queue";
import { anyPart, findEntry } from "./find";
import type { Row } from "./part";
import { documentsPart } from "./parts/documents";
import { authorOf } from "./write/author";

const entryId = z.string().max(64);

/** A document of the dossier. */
export const OneDocument = z.object({ entryId });
/** A document and with whom, by their relation to the client. */
export const ReleaseDocument = z.object({ entryId, relationIds: z.array(z.string().max(64)).min(1).max(50) });
/** Stop showing it to one of them. */
export const EndRelease = z.object({ entryId, relationId: z.string().max(64) });

async function documentAt(ctx: Ctx, client: ReachedClient, id: string): Promise<Row<typeof documents>> {
  await findEntry(ctx, client, anyPart(documentsPart), id);
  const [row] = await ctx.db.select().from(documents).where(eq(documents.id, id));
  if (!row) throw new DomainError("not-found");
  return row;
}

/** Whether a document may be shown outside: archived and mistaken ones never. */
export function isShowable({
  archivedAt,
  status,
}: Pick<Row<typeof documents>, "archivedAt" | "status">): boolean {
  return archivedAt === null && status !== "entered-in-error";
}

/** With whom a document is shared, and with whom it could be. */
export async function releasesOf(ctx: Ctx, client: ReachedClient, input: z.output<typeof OneDocument>) {
  const row = await documentAt(ctx, client, input.entryId);
  const live = await ctx.db
    .select()
    .from(documentReleases)
    .where(and(eq(documentReleases.documentId, row.id), isNull(documentReleases.endedAt)));
  const people = await peopleToAsk(ctx, client);
  return {
    canShare: ctx.allows("dossier.share"),
    /** Not when it is archived, mistaken, or without a file */
    canBeShown: isShowable(row) && row.fileId !== null,
    people: people.map(({ email: _, ...person }) => {
      const release = live.find(({ relationId }) => relationId === person.relationId);
      return {
        ...person,
        release: release ? { at: release.releasedAt, by: release.releasedBy } : null,
      };
    }),
  };
}

/**
 * Shows a document in the portal to these people, each of whom gets a mail; to whom it is shown already nothing changes.
 * @throws DomainError `not-found`, `document-archived`, `document-without-file`, `portal-person-gone`, `not-for-network`
 */
export async function releaseDocument(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof ReleaseDocument>,
): Promise<void> {
  const row = await documentAt(ctx, client, input.entryId);
  if (!isShowable(row)) throw new DomainError("document-archived");
  if (row.fileId === null) throw new DomainError("document-without-file");
  const author = authorOf(ctx);
  for (const relationId of new Set(input.relationIds)) {
    const person = await personToAsk(ctx, client, relationId);
    const id = newId(ctx.now);
    const added = await ctx.tx
      .insert(documentReleases)
      .values({
        ...{ id, clientId: client.id, documentId: row.id, relationId },
        ...{ releasedAt: ctx.now, releasedBy: author.name, releasedById: author.key },
      })
      .onConflictDoNothing()
      .returning({ id: documentReleases.id });
    if (added.length === 0) continue;
    ctx.touch("release", id);
    const values = { link: `${ctx.world.env.publicUrl}/caren` };
    await queueMail(ctx, {
      kind: "document-shared",
      to: person.email,
      values,
      requestKey: `document-shared:${id}`,
    });
  }
}

/** Stops showing a document to someone, from their next click on. Twice is once. @throws DomainError `not-found` */
export async function endRelease(
  ctx: ChangeCtx,
  client: ReachedClient,
  { entryId: id, relationId }: z.output<typeof EndRelease>,
): Promise<void> {
  await documentAt(ctx, client, id);
  await end(ctx, and(eq(documentReleases.documentId, id), eq(documentReleases.relationId, relationId)));
}

/** What is archived is shown to nobody any more; taking it back out does not show it again. */
export async function endReleasesOf(ctx: ChangeCtx, documentId: string): Promise<void> {
  await end(ctx, eq(documentReleases.documentId, documentId));
}

async function end(ctx: ChangeCtx, which: ReturnType<typeof and>): Promise<void> {
  const ended = { endedAt: ctx.now, endedBy: authorOf(ctx).name };
  await ctx.tx
    .update(documentReleases)
    .set(ended)
    .where(and(which, isNull(documentReleases.endedAt)));
}
