import { encode } from "next-auth/jwt";
import type { World } from "../core/world";
import { LONGEST_SECONDS, PORTAL_COOKIE } from "./cookie";

const KEPT = "Path=/; HttpOnly; Secure; SameSite=Lax";

/** The `Set-Cookie` line that names a session in the portal: its id and nothing else, sealed as the staff's cookie is. */
export async function portalCookie(world: Pick<World, "keys">, sessionId: string): Promise<string> {
  const value = await encode({
    token: { sub: sessionId },
    secret: world.keys.session,
    maxAge: LONGEST_SECONDS,
  });
  return `${PORTAL_COOKIE}=${value}; ${KEPT}; Max-Age=${LONGEST_SECONDS}`;
}

/** The `Set-Cookie` line that takes it away. */
export const NO_PORTAL_COOKIE = `${PORTAL_COOKIE}=; ${KEPT}; Max-Age=0`;
