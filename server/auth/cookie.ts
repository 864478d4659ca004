import { decode } from "next-auth/jwt";
import type { World } from "../core/world";
import { findSession, type Session } from "./session";

/**
 * The staff session cookie. `__Host-`: this host only, no subdomain can set it; Chromium keeps it on
 * http://localhost too. The portal has a cookie of its own name.
 */
export const SESSION_COOKIE = "__Host-kroniek.session";
export const LONGEST_SECONDS = 12 * 3_600;

/** The session a cookie's value stands for; a forged, old or ended one is nobody. */
export async function sessionOfCookie(world: World, value: string | undefined): Promise<Session | undefined> {
  if (!value) return undefined;
  const token = await decode({ token: value, secret: world.keys.session }).catch(() => null);
  const id = token?.sub;
  return typeof id === "string" ? findSession(world, id) : undefined;
}
