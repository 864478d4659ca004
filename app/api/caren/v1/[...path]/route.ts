import { type Caller, perform, performOnClient, reasonOf } from "@/server/access/perform";
import { sourceOf } from "@/server/api/context";
import { countStranger } from "@/server/auth/throttle";
import {
  clientOf,
  dropInvitation,
  dropLink,
  isTrusted,
  numberOfClient,
  ServedInvitation,
  ServedReason,
  serveLinks,
  takeInvitation,
} from "@/server/caren/serve";
import { DomainError } from "@/server/core/errors";
import { getWorld, type World } from "@/server/core/world";

const read = { tasks: [], audit: "caren.links-served", kind: "query" } as const;
const change = { tasks: [], audit: "caren.order-served", kind: "mutation" } as const;

const answer = (status: number) => new Response(null, { status, headers: { "Cache-Control": "no-store" } });

interface Call {
  world: World;
  caller: Caller;
  id: string;
  body: unknown;
}

async function getLinks({ world, caller }: Call): Promise<Response> {
  const links = await perform(world, caller, read, { kind: "none" }, serveLinks);
  return Response.json(links, { headers: { "Cache-Control": "no-store" } });
}

async function deleteLink({ world, caller, id, body }: Call): Promise<Response> {
  const given = ServedReason.safeParse(body);
  if (!given.success) return answer(422);
  const number = await numberOfClient(world.db.read, await clientOf(world.db.read, "links", id));
  await performOnClient(world, caller, change, number, (ctx, client) =>
    dropLink(ctx, client, id, given.data.reason),
  );
  return answer(204);
}

async function putInvitation({ world, caller, id, body }: Call): Promise<Response> {
  const given = ServedInvitation.safeParse(body);
  if (!given.success) return answer(422);
  const number = await numberOfClient(world.db.read, given.data.clientId);
  const taken = await performOnClient(world, caller, change, number, (ctx, client) =>
    takeInvitation(ctx, client, id, given.data),
  );
  return answer(taken ? 204 : 409);
}

async function deleteInvitation({ world, caller, id }: Call): Promise<Response> {
  const number = await numberOfClient(world.db.read, await clientOf(world.db.read, "invitations", id));
  await performOnClient(world, caller, change, number, (ctx) => dropInvitation(ctx, id));
  return answer(204);
}

const CALLS: Readonly<Record<string, (call: Call) => Promise<Response>>> = {
  "GET links": getLinks,
  "DELETE links/{id}": deleteLink,
  "PUT invitations/{id}": putInvitation,
  "DELETE invitations/{id}": deleteInvitation,
};

/** Who brings no token, or a wrong one: a row in the log, until there are too many from one address. */
async function refuse(world: World, method: string, source: string | null): Promise<Response> {
  if (!(await countStranger(world, source))) return answer(429);
  const stranger: Caller = { actor: { kind: "anonymous" }, accessPoint: "web", source };
  const asked = method === "GET" ? read : change;
  await perform(world, stranger, asked, { kind: "none" }, async () => {
    throw new DomainError("not-signed-in");
  }).catch((error: unknown) => {
    if (reasonOf(error) !== "not-signed-in") throw error;
  });
  return answer(401);
}

/** Our own portal as a Caren (`docs/caren-api.yaml`): only for who brings the token, and not there when none is set. */
async function serve(
  request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const world = getWorld();
  if (world.env.caren.token === undefined) return answer(404);
  const source = sourceOf(request.headers);
  if (!isTrusted(world, request.headers.get("authorization"))) return refuse(world, request.method, source);
  const [what = "", id, ...more] = (await params).path;
  const call = CALLS[`${request.method} ${what}${id === undefined ? "" : "/{id}"}`];
  if (!call || more.length > 0 || (id ?? "").length > 100) return answer(404);
  const caller: Caller = {
    actor: { kind: "system" },
    accessPoint: "web",
    source,
  };
  try {
    const body: unknown = request.method === "GET" ? undefined : await request.json().catch(() => undefined);
    return await call({ world, caller, id: id ?? "", body });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return answer(error.kind === "unavailable" ? 503 : 404);
  }
}

export { serve as DELETE, serve as GET, serve as PUT };
