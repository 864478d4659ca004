import { type Act, type ChangeCtx, perform } from "@/server/access/perform";
import { makeContext } from "@/server/api/context";
import { assertOwnCall } from "@/server/api/origin";
import type { ApiContext } from "@/server/api/trpc";
import { exchangeSession } from "@/server/auth/half-session";
import { NO_PORTAL_COOKIE, portalCookie } from "@/server/auth/portal-cookie";
import { DomainError, sentenceOf } from "@/server/core/errors";
import { getWorld } from "@/server/core/world";
import { PortalSignIn } from "@/server/portal/input";
import { signInToPortal, signOutOfPortal, tryPortalPassword } from "@/server/portal/sign-in";

const LONGEST_BODY = 4_096;

/** An act of someone who is not signed in to the portal, whoever they may be as an employee in the same browser. */
function asStranger<T>(
  { world, portalCaller }: ApiContext,
  audit: Act["audit"],
  work: (ctx: ChangeCtx) => Promise<T>,
) {
  const caller = { ...portalCaller, actor: { kind: "anonymous" } } as const;
  return perform(world, caller, { tasks: [], audit, kind: "mutation" }, { kind: "open" }, work);
}

/** Looks at the password, and opens a session: a half one when the second factor has to follow. */
async function signIn(api: ApiContext, request: Request): Promise<Response> {
  // What cannot be read is answered as a wrong password is.
  const given = PortalSignIn.safeParse(await request.json().catch(() => undefined));
  if (!given.success) throw new DomainError("sign-in-failed");
  const attempt = await tryPortalPassword(api.world, given.data, api.portalCaller.source);
  const { id, stage } = await asStranger(api, "portal.signed-in", (ctx) => signInToPortal(ctx, attempt));
  const next = stage === "full" ? "/caren" : "/caren/login/second-factor";
  return Response.json({ next }, { headers: { "Set-Cookie": await portalCookie(api.world, id) } });
}

/** After the second factor: the half session becomes a full one, under another id. */
async function exchange(api: ApiContext): Promise<Response> {
  const audit = { coveredBy: "second-factor.given" } as const;
  const id = await asStranger(api, audit, (ctx) => exchangeSession(ctx, api.portalHalf));
  return Response.json({ next: "/caren" }, { headers: { "Set-Cookie": await portalCookie(api.world, id) } });
}

/** Ends the session, and has the browser forget what it kept of it. */
async function signOut(api: ApiContext): Promise<Response> {
  const { world, portal, portalHalf, portalCaller } = api;
  const act: Act = { tasks: [], audit: "portal.signed-out", kind: "mutation" };
  if (portal)
    await perform(world, portalCaller, act, { kind: "portal-self" }, (ctx) =>
      signOutOfPortal(ctx, portal.id),
    );
  else if (portalHalf)
    await asStranger(api, "portal.signed-out", (ctx) => signOutOfPortal(ctx, portalHalf.id));
  return Response.json(
    { next: "/caren/login" },
    { headers: { "Set-Cookie": NO_PORTAL_COOKIE, "Clear-Site-Data": '"cache", "storage"' } },
  );
}

const STEPS: Readonly<Record<string, (api: ApiContext, request: Request) => Promise<Response>>> = {
  "sign-in": signIn,
  exchange,
  "sign-out": signOut,
};

/** Signing in to the portal and out of it: where its cookie is set. Only our own pages may ask. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ step: string }> },
): Promise<Response> {
  const world = getWorld();
  const { step } = await params;
  const take = Object.hasOwn(STEPS, step) ? STEPS[step] : undefined;
  if (!take) return new Response(null, { status: 404 });
  try {
    assertOwnCall(request, world.env);
    const length = Number(request.headers.get("content-length") ?? Number.NaN);
    if (!(length <= LONGEST_BODY)) return new Response(null, { status: 413 });
    return await take(await makeContext(world, request.headers), request);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = error.kind === "unavailable" ? 503 : 403;
    return Response.json({ error: { message: sentenceOf(error.reason, "portal") } }, { status });
  }
}
