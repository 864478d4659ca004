import { performOnClient } from "@/server/access/perform";
import { answerDownload } from "@/server/api/download";
import { openStatement } from "@/server/consent/statement";
import { documentOwner } from "@/server/dossier/document";

const act = { tasks: ["client.manage"], audit: "consent.statement-viewed", kind: "query" } as const;

/** Streams a signed statement to who may see the consents of that client now; anything else is 404 and logged. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const { documentId } = await params;
  return answerDownload(request, async (world, caller) => {
    const number = await documentOwner(world.db.read, documentId);
    return performOnClient(world, caller, act, number, (ctx, client) =>
      openStatement(ctx, client, documentId),
    );
  });
}
