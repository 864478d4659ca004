import { performOnClient } from "@/server/access/perform";
import { answerUpload } from "@/server/api/upload";
import { UploadStatement } from "@/server/consent/input";
import { assertStatement, fileStatement, offerOfStatement } from "@/server/consent/statement";
import { receiveFile } from "@/server/files/intake";
import { settleFile } from "@/server/files/store";

const tasks = ["consent.change", "consent.record", "client.manage"] as const;
const act = { tasks, audit: "consent.recorded", kind: "mutation" } as const;
const addition = { tasks, audit: "consent.statement-added", kind: "mutation" } as const;
const look = { tasks, audit: { coveredBy: "consent.recorded" }, kind: "query" } as const;

/**
 * Takes in a signed statement and records its decision with it, or ties it to one recorded before. The right is asked
 * for before any of the file is read, and again in the transaction that stores both.
 */
export async function POST(request: Request): Promise<Response> {
  return answerUpload(request, { act, Fields: UploadStatement }, async (world, caller, fields, stream) => {
    const file = await performOnClient(world, await caller(), look, fields.clientId, async (ctx, client) => {
      await assertStatement(ctx, client, fields);
      return receiveFile(world, stream, offerOfStatement(fields));
    });
    try {
      const is = fields.decision ? act : addition;
      return await performOnClient(world, await caller(), is, fields.clientId, (ctx, client) =>
        fileStatement(ctx, client, fields, file),
      );
    } finally {
      await settleFile(world, file.fileId);
    }
  });
}
