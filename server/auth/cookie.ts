import { decode } from "next-auth/jwt";
import type { World } from "../core/world";
import { findHalfSession, type HalfSession } from "./half-session";
import type { Holder } from "./holder";
import { findPortalSession, type PortalSession } from "./portal-session";
import { findSession, type Session } from "./session";

/**
 * The staff session cookie. `__Host-`: this host only, no subdomain can set it; Chromium keeps it on
 * http://localhost too. The portal has a cookie of its own name.
 */
export const SESSION_COOKIE = "__Host-kroniek.session";
/** The portal's own: one browser may hold both, and neither counts for the other. */
export const PORTAL_COOKIE = "__Host-kroniek.portal";
export const LONGEST_SECONDS = 12 * 3_600;

/** The session a cookie's value stands for; a forged, old or ended one is nobody. */
export async function sessionOfCookie(world: World, value: string | undefined): Promise<Session | undefined> {
  const id = await sessionIdOf(world, value);
  return id === undefined ? undefined : findSession(world, id);
}

/** The same for the portal's cookie. */
export async function portalSessionOfCookie(
  world: World,
  value: string | undefined,
): Promise<PortalSession | undefined> {
  const id = await sessionIdOf(world, value);
  return id === undefined ? undefined : findPortalSession(world, id);
}

/** The session of this kind of account that waits for its second factor; a full one is none. */
export async function halfSessionOfCookie(
  world: World,
  value: string | undefined,
  kind: Holder["kind"],
): Promise<HalfSession | undefined> {
  const id = await sessionIdOf(world, value);
  return id === undefined ? undefined : findHalfSession(world, id, kind);
}

async function sessionIdOf(world: World, value: string | undefined): Promise<string | undefined> {
  if (!value) return undefined;
  // A cookie that is not ours, or of an earlier key, is nobody's.
  const token = await decode({ token: value, secret: world.keys.session }).catch(() => null);
  return typeof token?.sub === "string" ? token.sub : undefined;
}
