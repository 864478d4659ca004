import {
  halfSessionOfCookie,
  PORTAL_COOKIE,
  portalSessionOfCookie,
  SESSION_COOKIE,
  sessionOfCookie,
} from "../auth/cookie";
import type { World } from "../core/world";
import type { ApiContext } from "./trpc";

/** Where a request came from: the socket's address, which the server put there itself (`server/start.ts`). */
export function sourceOf(headers: Headers): string | null {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? null;
}

/** The value of one cookie of a request. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}

/** Who is calling, from a request's headers. Rights are read from the database now, never from the cookie. */
export async function makeContext(world: World, headers: Headers): Promise<ApiContext> {
  const [staffCookie, portalCookie] = [SESSION_COOKIE, PORTAL_COOKIE].map((name) => cookieOf(headers, name));
  const session = await sessionOfCookie(world, staffCookie);
  const portal = await portalSessionOfCookie(world, portalCookie);
  const from = { accessPoint: "web", source: sourceOf(headers) } as const;
  return {
    world,
    session,
    portal,
    half: session ? undefined : await halfSessionOfCookie(world, staffCookie, "employee"),
    portalHalf: portal ? undefined : await halfSessionOfCookie(world, portalCookie, "portal"),
    caller: { actor: session?.actor ?? { kind: "anonymous" }, ...from },
    portalCaller: { actor: portal?.actor ?? { kind: "anonymous" }, ...from },
  };
}
