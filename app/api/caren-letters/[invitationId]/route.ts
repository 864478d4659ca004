import { performOnClient } from "@/server/access/perform";
import { answerDownload } from "@/server/api/download";
import { clientNumberOf, openLetter } from "@/server/caren/invite";

const act = { tasks: ["caren.invite"], audit: "caren.letter-downloaded", kind: "mutation" } as const;

/** Streams the letter of an open invitation to who may invite this client now; anything else is 404 and logged. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ invitationId: string }> },
): Promise<Response> {
  const { invitationId } = await params;
  return answerDownload(request, async (world, caller) => {
    const number = await clientNumberOf(world.db.read, invitationId);
    return performOnClient(world, caller, act, number, (ctx, client) =>
      openLetter(ctx, client, invitationId),
    );
  });
}
