import { perform } from "@/server/access/perform";
import { answerUpload } from "@/server/api/upload";
import {
  awaitedFile,
  keepImportFile,
  receiveImportFile,
  settleImportFile,
} from "@/server/interchange/import-files";
import { UploadImportFile } from "@/server/interchange/input";

const act = { tasks: ["interchange.import"], audit: "import.file-added", kind: "mutation" } as const;
const look = { tasks: act.tasks, audit: { coveredBy: act.audit }, kind: "query" } as const;
const none = { kind: "none" } as const;

/** Takes in one file of an import that was announced. The right is asked for before its bytes are read, and after. */
export async function POST(request: Request): Promise<Response> {
  return answerUpload(request, { act, Fields: UploadImportFile }, async (world, caller, fields, stream) => {
    const wrappedKey = await perform(world, await caller(), look, none, async (ctx) =>
      receiveImportFile(world, await awaitedFile(ctx, fields), stream),
    );
    try {
      await perform(world, await caller(), act, none, (ctx) => keepImportFile(ctx, fields, wrappedKey));
    } finally {
      settleImportFile(fields.fileId);
    }
    return {};
  });
}
