import { performOnClient } from "@/server/access/perform";
import { answerFile } from "@/server/api/download";
import { streamOfTexts } from "@/server/api/stream";
import { copyForParty } from "@/server/consent/copy";
import { OneCopy } from "@/server/consent/input";
import { DomainError } from "@/server/core/errors";

const act = { tasks: ["consent.exchange"], audit: "consent.copy-given", kind: "query" } as const;

/**
 * Kopie delen met partij: streams what a party may get of a client, when consent says it may, as it stands at this
 * moment. Given or refused, it is in the log before anything leaves.
 */
export async function POST(request: Request): Promise<Response> {
  return answerFile(request, async (world, caller) => {
    // What cannot be read is refused behind the door, where it is logged.
    const asked = OneCopy.safeParse(await request.json().catch(() => undefined));
    const clientId = asked.success ? asked.data.clientId : "";
    const copy = await performOnClient(world, caller, act, clientId, (ctx, client) => {
      if (!asked.success) throw new DomainError("input-invalid");
      return copyForParty(ctx, client, asked.data.partyId);
    });
    async function* texts() {
      yield* copy.text;
    }
    return streamOfTexts(world, { name: copy.name, mime: "application/fhir+json" }, texts());
  });
}
