import { performOnClient } from "@/server/access/perform";
import { makeContext } from "@/server/api/context";
import { assertOwnRequest } from "@/server/api/origin";
import { DomainError, type ErrorKind } from "@/server/core/errors";
import { getWorld } from "@/server/core/world";
import { documentOwner, openDocument } from "@/server/dossier/document";
import { attachment } from "@/server/files/attachment";

const act = { tasks: ["dossier.view"], audit: "dossier.document-downloaded", kind: "query" } as const;

const STATUS: Partial<Record<ErrorKind, number>> = {
  "not-found": 404,
  unauthenticated: 401,
  unavailable: 503,
};

/**
 * Streams a document of a dossier to whoever may see that dossier now. A link alone never downloads: it takes a
 * POST from our own page. No right, an unknown document, one of a client out of reach: all are 404 and logged.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const { documentId } = await params;
  try {
    const world = getWorld();
    assertOwnRequest(request, world.env);
    const { caller } = await makeContext(world, request.headers);
    const number = await documentOwner(world.db.read, documentId);
    const { file, mime, name } = await performOnClient(world, caller, act, number, (ctx, client) =>
      openDocument(ctx, client, documentId),
    );
    return attachment(file, { name, mime });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = error.reason === "task-missing" ? 404 : (STATUS[error.kind] ?? 403);
    return Response.json({ error: { message: error.sentence } }, { status });
  }
}
