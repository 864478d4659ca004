import { performInPortal } from "@/server/access/perform";
import { answerDownload } from "@/server/api/download";
import { ASKED_KINDS } from "@/server/clients/portal-people";
import { documentOwner } from "@/server/dossier/document";
import { openPortalDocument } from "@/server/dossier/portal-documents";

const audit = "portal-document.downloaded";
const act = { tasks: [], audit, kind: "query", relations: ASKED_KINDS } as const;

/**
 * Streams a document to someone in the portal with whom it is shared now, or who shared it. Another client's, one that
 * is shared with somebody else or no longer, one that is not there: all are 404 and logged.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const { documentId } = await params;
  return answerDownload(
    request,
    async (world, caller) => {
      const number = await documentOwner(world.db.read, documentId);
      return performInPortal(world, caller, act, number, (ctx, client) =>
        openPortalDocument(ctx, client, documentId),
      );
    },
    "portalCaller",
  );
}
