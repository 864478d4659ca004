import { PORTAL_COOKIE, portalSessionOfCookie, SESSION_COOKIE, sessionOfCookie } from "../auth/cookie";
import type { World } from "../core/world";
import type { ApiContext } from "./trpc";

/** Where a request came from: the socket's address, which the server put there itself (`server/start.ts`). */
export function sourceOf(headers: Headers): string | null {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? null;
}

function cookieOf(headers: Headers, name: string): string | undefined {
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}

/** Who is calling, from a request's headers. Rights are read from the database now, never from the cookie. */
export async function makeContext(world: World, headers: Headers): Promise<ApiContext> {
  const session = await sessionOfCookie(world, cookieOf(headers, SESSION_COOKIE));
  const portal = await portalSessionOfCookie(world, cookieOf(headers, PORTAL_COOKIE));
  const from = { accessPoint: "web", source: sourceOf(headers) } as const;
  return {
    world,
    session,
    portal,
    caller: { actor: session?.actor ?? { kind: "anonymous" }, ...from },
    portalCaller: { actor: portal?.actor ?? { kind: "anonymous" }, ...from },
  };
}
