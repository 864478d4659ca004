import { performOnClient } from "@/server/access/perform";
import { answerDownload } from "@/server/api/download";
import { clientNumberOf, openDownload } from "@/server/export/service";

const act = { tasks: ["dossier.export"], audit: "export.downloaded", kind: "mutation" } as const;

/**
 * Streams an export to whoever may export this client now. No right, another client's export, an expired one: all
 * are 404 and logged.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ exportId: string }> },
): Promise<Response> {
  const { exportId } = await params;
  return answerDownload(request, async (world, caller) => {
    const number = await clientNumberOf(world.db.read, exportId);
    return performOnClient(world, caller, act, number, (ctx, client) => openDownload(ctx, client, exportId));
  });
}
