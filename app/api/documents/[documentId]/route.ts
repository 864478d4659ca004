import { performOnClient } from "@/server/access/perform";
import { answerDownload } from "@/server/api/download";
import { documentOwner, openDocument } from "@/server/dossier/document";

const act = { tasks: ["dossier.view"], audit: "dossier.document-downloaded", kind: "query" } as const;

/**
 * Streams a document of a dossier to whoever may see that dossier now. No right, an unknown document, one of a
 * client out of reach: all are 404 and logged.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const { documentId } = await params;
  return answerDownload(request, async (world, caller) => {
    const number = await documentOwner(world.db.read, documentId);
    return performOnClient(world, caller, act, number, (ctx, client) =>
      openDocument(ctx, client, documentId),
    );
  });
}
