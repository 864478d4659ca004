import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { type Act, type ChangeCtx, perform } from "@/server/access/perform";
import { cookieOf, sourceOf } from "@/server/api/context";
import { halfSessionOfCookie, LONGEST_SECONDS, SESSION_COOKIE } from "@/server/auth/cookie";
import { exchangeSession, findHalfSession } from "@/server/auth/half-session";
import { findSession } from "@/server/auth/session";
import { signIn, signOut, tryPassword } from "@/server/auth/sign-in";
import { DomainError } from "@/server/core/errors";
import type { World } from "@/server/core/world";
import { getWorld } from "@/server/core/world";

const host = (name: string) => ({
  name: `__Host-kroniek.${name}`,
  options: { httpOnly: true, secure: true, sameSite: "lax" as const, path: "/" },
});

/** Signing in and out. The cookie carries a session id and nothing else; the session row decides. */
function optionsFor(world: World, headers: Headers): AuthOptions {
  const source = sourceOf(headers);
  /** Opens a session by an act at the open door; `null` when it is refused. */
  const opened = async (open: (ctx: ChangeCtx) => Promise<string>, audit: Act["audit"]) => {
    const caller = { actor: { kind: "anonymous" }, accessPoint: "web", source } as const;
    const act: Act = { tasks: [], audit, kind: "mutation" };
    try {
      return { id: await perform(world, caller, act, { kind: "open" }, open) };
    } catch (error) {
      if (error instanceof DomainError && error.kind !== "unavailable") return null;
      throw error;
    }
  };
  return {
    secret: world.keys.session,
    session: { strategy: "jwt", maxAge: LONGEST_SECONDS },
    useSecureCookies: true,
    cookies: {
      sessionToken: { ...host("session"), name: SESSION_COOKIE },
      csrfToken: host("csrf"),
      callbackUrl: host("callback"),
    },
    pages: { signIn: "/login", error: "/login" },
    logger: {
      error: (code) => world.log(`next-auth ${code}`),
      warn: () => undefined,
      debug: () => undefined,
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async (given) => {
          const email = String(given?.email ?? "").slice(0, 200);
          const password = String(given?.password ?? "").slice(0, 1000);
          const attempt = await tryPassword(world, { email, password, source });
          return opened((ctx) => signIn(ctx, attempt), "sign-in");
        },
      }),
      // After the second factor: the half session of the cookie becomes a full one, under another id.
      Credentials({
        id: "full",
        credentials: {},
        authorize: async () => {
          const half = await halfSessionOfCookie(world, cookieOf(headers, SESSION_COOKIE), "employee");
          return opened((ctx) => exchangeSession(ctx, half), { coveredBy: "second-factor.given" });
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id } : { sub: token.sub }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        const session = token.sub ? await findSession(world, token.sub) : undefined;
        const half = token.sub && !session ? await findHalfSession(world, token.sub, "employee") : undefined;
        if (half) await opened((ctx) => signOut(ctx, half.id).then(() => half.id), "sign-out");
        if (!session) return;
        const caller = { actor: session.actor, accessPoint: "web", source } as const;
        const act = { tasks: [], audit: "sign-out", kind: "mutation" } as const;
        await perform(world, caller, act, { kind: "self" }, (ctx) => signOut(ctx, session.id));
      },
    },
  };
}

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: Request, context: Context): Promise<Response> {
  const response: Response = await NextAuth(
    request as never,
    context as never,
    optionsFor(getWorld(), request.headers),
  );
  if (!new URL(request.url).pathname.endsWith("/signout") || request.method !== "POST") return response;
  const leaving = new Response(response.body, response);
  leaving.headers.set("Clear-Site-Data", '"cache", "storage"');
  return leaving;
}

export { handle as GET, handle as POST };
