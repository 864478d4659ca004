import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, mayBeCached, steadyHeaders } from "@/app/_security/headers";

/**
 * Gives every response its own nonce and the security headers, 404s and API answers included. Nothing is authorised
 * here; that is the door's work. Only uploads pass by (`config`): what Next sends through a proxy it first keeps in
 * memory, and cuts at 10 MB. Their answers get their headers in `next.config.ts`.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce);
  // Next reads the nonce for its own scripts from the policy on the request; the layout reads `x-nonce`.
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  // A layout is not told what page it stands around (`app/_merged/keep-to-number.ts`).
  headers.set("x-address", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(steadyHeaders)) response.headers.set(name, value);
  if (!mayBeCached(request.nextUrl.pathname)) response.headers.set("Cache-Control", "no-store");
  return response;
}

export const config = { matcher: "/((?!api/uploads/).*)" };
