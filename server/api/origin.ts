import { type Env, isLoopback } from "../core/env";
import { DomainError } from "../core/errors";

/** The header only our own script sends: a form or image on another site cannot. */
export const OWN_HEADER = "x-kroniek";

/**
 * Our own origin is the configured address, or this machine by a loopback name or address. What a request calls its
 * host counts for nothing else: a name of someone else's that leads here (DNS rebinding) would be its own origin.
 */
function sameOrigin(request: Request, env: Env): boolean {
  const given = request.headers.get("origin");
  if (!given || !URL.canParse(given)) return false;
  const { origin, host, hostname } = new URL(given);
  if (origin !== given) return false;
  if (origin === new URL(env.publicUrl).origin) return true;
  return isLoopback(hostname) && host === request.headers.get("host");
}

/**
 * Refuses a request that another site could have caused (SECURITY.md C1): POST from our own origin only,
 * and where the browser says where it comes from, from the same origin.
 * @throws DomainError `request-foreign`
 */
export function assertOwnRequest(request: Request, env: Env): void {
  const site = request.headers.get("sec-fetch-site");
  const own =
    request.method === "POST" && sameOrigin(request, env) && (site === null || site === "same-origin");
  if (!own) throw new DomainError("request-foreign");
}

/** What a body of fields and a file calls itself: a type no form can send. */
export const UPLOAD_TYPE = "application/vnd.kroniek.upload";

function assertOwnBody(request: Request, env: Env, type: string): void {
  assertOwnRequest(request, env);
  const given = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (given !== type || request.headers.get(OWN_HEADER) !== "1") throw new DomainError("request-foreign");
}

/** As above, and only JSON with our own header: what the tRPC link sends. */
export function assertOwnCall(request: Request, env: Env): void {
  assertOwnBody(request, env, "application/json");
}

/** As above, for the uploads our own pages send. */
export function assertOwnUpload(request: Request, env: Env): void {
  assertOwnBody(request, env, UPLOAD_TYPE);
}
