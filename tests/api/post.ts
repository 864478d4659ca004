import { encode } from "next-auth/jwt";
import superjson from "superjson";
import { POST } from "@/app/api/trpc/[trpc]/route";
import { SESSION_COOKIE } from "@/server/auth/cookie";
import { setRunning, type World } from "@/server/core/world";

export const ORIGIN = "http://localhost:3000";

/** What our own page sends with a call. */
export const OWN_HEADERS: Record<string, string> = {
  host: "localhost:3000",
  origin: ORIGIN,
  "sec-fetch-site": "same-origin",
  "content-type": "application/json",
  "x-kroniek": "1",
};

/** The cookie a browser holds after signing in. */
export async function cookieOf(
  world: World,
  sessionId: string,
  secret = world.keys.session,
): Promise<string> {
  return `${SESSION_COOKIE}=${await encode({ token: { sub: sessionId }, secret, maxAge: 3_600 })}`;
}

export interface Sent {
  path: string;
  cookie?: string;
  /** Replace our own headers; `undefined` leaves one out */
  headers?: Record<string, string | undefined>;
  method?: string;
  body?: string;
}

/** A request as the server's route gets it. */
export function request({ path, cookie, headers, method = "POST", body = "{}" }: Sent): Request {
  const length = { "content-length": String(Buffer.byteLength(body)) };
  const all = { ...OWN_HEADERS, ...length, ...(cookie && { cookie }), ...headers };
  const given = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new Request(`${ORIGIN}/api/trpc/${path}`, {
    method,
    headers: given,
    ...(method !== "GET" && method !== "HEAD" && { body }),
  });
}

/** Makes this the world that the routes find. */
export function serveWorld(world: World): void {
  setRunning({ world });
}

export async function post(sent: Sent): Promise<{ status: number; text: string }> {
  const response = await POST(request(sent));
  return { status: response.status, text: await response.text() };
}

/** Input as our own page writes it. */
export const input = (value: unknown): string => superjson.stringify(value);
