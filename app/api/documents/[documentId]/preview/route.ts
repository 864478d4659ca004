import { performOnClient } from "@/server/access/perform";
import { answerDownload } from "@/server/api/download";
import { documentOwner, openPreview } from "@/server/dossier/document";

const act = { tasks: ["dossier.view"], audit: "dossier.document-previewed", kind: "query" } as const;

/**
 * Streams a document to the page that shows it, as a download does, under an event of its own. Only kinds a page can
 * show; everything else is 404 and logged alike.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const { documentId } = await params;
  return answerDownload(request, async (world, caller) => {
    const number = await documentOwner(world.db.read, documentId);
    return performOnClient(world, caller, act, number, (ctx, client) => openPreview(ctx, client, documentId));
  });
}
