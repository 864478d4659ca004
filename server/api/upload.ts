import type { z } from "zod";
import { type Act, type Caller, perform } from "../access/perform";
import { touchSession } from "../auth/session";
import { DomainError } from "../core/errors";
import { problemSentence } from "../core/field-problems";
import { getWorld, type World } from "../core/world";
import { makeContext } from "./context";
import { type FramedBody, readFramed } from "./framed-body";
import { assertOwnUpload } from "./origin";
import { told } from "./trpc";

const HTTP: Readonly<Record<string, number>> = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_REQUEST: 400,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
  SERVICE_UNAVAILABLE: 503,
};

/** So much of a refused file is still taken in and thrown away: who reads our answer must have sent theirs first. */
const DRAINED = 32 * 1024 * 1024;

/** As whom a request comes: each cookie opens its own doors only. */
type By = "caller" | "portalCaller";

/** What a refused upload answers: the sentence, its reason, and what is wrong field by field. */
async function refused(
  world: Pick<World, "log">,
  error: unknown,
  by: By,
  body?: FramedBody,
): Promise<Response> {
  const isRead = await body?.drain(DRAINED);
  const { code, message, cause } = told(world, error, by === "portalCaller" ? "portal" : "staff");
  const own = cause instanceof DomainError ? cause : undefined;
  const fields = (own?.fields ?? []).map(({ path, problem, limit }) => ({
    path,
    problem,
    sentence: problemSentence({ path, problem, ...(limit !== undefined && { limit }) }),
  }));
  return Response.json(
    { error: { message, reason: own?.reason ?? null, fields } },
    { status: HTTP[code] ?? 500, headers: isRead ? {} : { Connection: "close" } },
  );
}

async function whoIs(world: World, request: Request, by: By) {
  const context = await makeContext(world, request.headers);
  return { caller: context[by], session: by === "caller" ? context.session : context.portal };
}

/**
 * Answers an upload: a POST from our own page only, by who is signed in, its fields checked before its file is read. tRPC refuses
 * multipart by design; a body of our own making (`framed-body.ts`) cannot be sent by a form on another site either.
 * @param act for the log, when what came cannot be read as an upload
 * @param by an employee, or someone in the portal: the signed-in person the upload is of
 */
export async function answerUpload<Fields extends z.ZodType>(
  request: Request,
  { act, Fields, by = "caller" }: { act: Act; Fields: Fields; by?: By },
  receive: (
    world: World,
    /** Who it is and what they may at that moment: an upload takes a while */
    caller: () => Promise<Caller>,
    fields: z.output<Fields>,
    file: AsyncIterable<Uint8Array>,
  ) => Promise<object>,
): Promise<Response> {
  const world = getWorld();
  let body: FramedBody | undefined;
  try {
    assertOwnUpload(request, world.env);
    const { session, caller } = await whoIs(world, request, by);
    const target = { kind: by === "caller" ? "none" : "portal-self" } as const;
    if (!session) {
      // Whoever is not signed in has nothing read of what they send; the door refuses and logs it.
      await perform(world, caller, { ...act, kind: "query" }, target, () =>
        Promise.reject(new DomainError("not-signed-in")),
      );
      throw new DomainError("not-signed-in");
    }
    await touchSession(world, session.id);
    body = await readFramed(request.body);
    const fields = Fields.safeParse(body.fields);
    if (!fields.success) {
      await perform(world, caller, { ...act, kind: "query" }, target, () =>
        Promise.reject(new DomainError("input-invalid")),
      );
      throw new DomainError("input-invalid");
    }
    const callerNow = async () => (await whoIs(world, request, by)).caller;
    return Response.json(await receive(world, callerNow, fields.data, body.file));
  } catch (error) {
    return refused(world, error, by, body);
  }
}
