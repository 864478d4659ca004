import { performInPortal } from "@/server/access/perform";
import { answerUpload } from "@/server/api/upload";
import { ASKED_KINDS } from "@/server/clients/portal-people";
import {
  addPortalDocument,
  assertPortalDocument,
  offerOfPortal,
  SharePortalDocument,
} from "@/server/dossier/portal-documents";
import { receiveFile } from "@/server/files/intake";
import { settleFile } from "@/server/files/store";

const event = "portal-document.uploaded";
const act = { tasks: [], audit: event, kind: "mutation", relations: ASKED_KINDS } as const;
const look = { ...act, audit: { coveredBy: event }, kind: "query" } as const;

/**
 * Files a document that someone in the portal shares. What they are to the client is asked before any of the file is
 * read, and again in the transaction that stores its entry; a file whose entry is not stored does not stay.
 */
export async function POST(request: Request): Promise<Response> {
  const upload = { act, Fields: SharePortalDocument, by: "portalCaller" } as const;
  return answerUpload(request, upload, async (world, caller, fields, stream) => {
    const file = await performInPortal(world, await caller(), look, fields.clientId, async (ctx, client) => {
      await assertPortalDocument(ctx, client, fields);
      return receiveFile(world, stream, offerOfPortal(fields));
    });
    try {
      return await performInPortal(world, await caller(), act, fields.clientId, (ctx, client) =>
        addPortalDocument(ctx, client, fields, file),
      );
    } finally {
      await settleFile(world, file.fileId);
    }
  });
}
