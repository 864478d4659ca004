import type { Caller } from "../access/perform";
import { DomainError, type ErrorKind, sentenceOf } from "../core/errors";
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
 * @param by when it is someone in the portal who asks
 */
export function answerDownload(
  request: Request,
  open: (world: World, caller: Caller) => Promise<{ file: SealedFile; name: string; mime: string }>,
  by?: "portalCaller",
): Promise<Response> {
  const answer = async (world: World, caller: Caller) => {
    const { file, name, mime } = await open(world, caller);
    return attachment(file, { name, mime });
  };
  return answerFile(request, answer, by);
}

/** As `answerDownload`, for a file that is made while it leaves: `open` gives the response itself. */
export async function answerFile(
  request: Request,
  open: (world: World, caller: Caller) => Promise<Response>,
  by: "caller" | "portalCaller" = "caller",
): Promise<Response> {
  try {
    const world = getWorld();
    assertOwnRequest(request, world.env);
    const context = await makeContext(world, request.headers);
    return await open(world, context[by]);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const reader = by === "portalCaller" ? "portal" : "staff";
    const status = error.reason === "task-missing" ? 404 : (STATUS[error.kind] ?? 403);
    return Response.json({ error: { message: sentenceOf(error.reason, reader) } }, { status });
  }
}
