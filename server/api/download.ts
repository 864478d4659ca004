import type { Caller } from "../access/perform";
import { DomainError, type ErrorKind } from "../core/errors";
import { getWorld, type World } from "../core/world";
import { attachment } from "../files/attachment";
import type { SealedFile } from "../files/seal";
import { makeContext } from "./context";
import { assertOwnRequest } from "./origin";

const STATUS: Partial<Record<ErrorKind, number>> = {
  "not-found": 404,
  unauthenticated: 401,
  unavailable: 503,
};

/**
 * Answers a request for a file: a POST from our own page only, through the door that `open` goes through, streamed.
 * Who lacks the task learns no more than that there is nothing for them: 404.
 */
export function answerDownload(
  request: Request,
  open: (world: World, caller: Caller) => Promise<{ file: SealedFile; name: string; mime: string }>,
): Promise<Response> {
  return answerFile(request, async (world, caller) => {
    const { file, name, mime } = await open(world, caller);
    return attachment(file, { name, mime });
  });
}

/** As `answerDownload`, for a file that is made while it leaves: `open` gives the response itself. */
export async function answerFile(
  request: Request,
  open: (world: World, caller: Caller) => Promise<Response>,
): Promise<Response> {
  try {
    const world = getWorld();
    assertOwnRequest(request, world.env);
    const { caller } = await makeContext(world, request.headers);
    return await open(world, caller);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = error.reason === "task-missing" ? 404 : (STATUS[error.kind] ?? 403);
    return Response.json({ error: { message: error.sentence } }, { status });
  }
}
