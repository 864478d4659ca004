import { performOnClient } from "@/server/access/perform";
import { answerUpload } from "@/server/api/upload";
import { addDocument, assertDocument, offerOf, UploadDocument } from "@/server/dossier/document-upload";
import { receiveFile } from "@/server/files/intake";
import { settleFile } from "@/server/files/store";

const act = { tasks: ["dossier.edit"], audit: "dossier.document-uploaded", kind: "mutation" } as const;
const look = { tasks: act.tasks, audit: { coveredBy: act.audit }, kind: "query" } as const;

/**
 * Files a document in a dossier. The right is asked for before any of the file is read, and again in the transaction
 * that stores its entry; a file whose entry is not stored does not stay.
 */
export async function POST(request: Request): Promise<Response> {
  return answerUpload(request, { act, Fields: UploadDocument }, async (world, caller, fields, stream) => {
    const file = await performOnClient(world, await caller(), look, fields.clientId, async (ctx, client) => {
      await assertDocument(ctx, client, fields);
      return receiveFile(world, stream, offerOf(fields));
    });
    try {
      return await performOnClient(world, await caller(), act, fields.clientId, (ctx, client) =>
        addDocument(ctx, client, fields, file),
      );
    } finally {
      await settleFile(world, file.fileId);
    }
  });
}
