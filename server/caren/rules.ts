import { createHash, randomBytes } from "node:crypto";
import type { CarenStatus } from "./kinds";

const DAY_MS = 86_400_000;

/** An invitation can be redeemed for 42 days (DOMAIN.md 7). */
export const INVITATION_MS = 42 * DAY_MS;

/** What is known of one client at a moment. */
export interface CarenFacts {
  /** False: Caren is not used, cannot be reached, or answers nonsense */
  known: boolean;
  /** Whether anyone holds a link to this client */
  linked: boolean;
  /** Epoch ms until which an invitation that has not ended can be redeemed */
  invitedUntil: number | null;
}

/** The status of one client; `status-sql.ts` says the same of all of them at once. */
export function carenStatusOf({ known, linked, invitedUntil }: CarenFacts, now: number): CarenStatus {
  if (!known) return "unknown";
  if (linked) return "linked";
  return invitedUntil !== null && invitedUntil > now ? "invited" : "not-linked";
}

/** How many days an invitation is still valid, rounded up; 0 when it is over. */
export function daysLeft(expiresAt: number, now: number): number {
  return Math.max(0, Math.ceil((expiresAt - now) / DAY_MS));
}

/** Signs that are not mistaken for each other on paper (Crockford base 32): no I, L, O and U. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_SIGNS = 16;

/** A new code: 80 random bits as four groups of four, `7K3Q-…`. */
export function newCode(): string {
  const bytes = randomBytes(CODE_SIGNS);
  const signs = [...bytes].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join("");
  return signs.replace(/.{4}(?=.)/g, "$&-");
}

/**
 * A code as someone typed it, in the form it was made in, or `undefined` when it can be none. Spaces, dashes and case do
 * not count, and signs that look alike are taken for the one that is used.
 */
export function readCode(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (signs.length !== CODE_SIGNS || [...signs].some((sign) => !SIGNS.includes(sign))) return undefined;
  return signs.replace(/.{4}(?=.)/g, "$&-");
}

/** What is stored of a code. 80 random bits cannot be found from their hash by trying. */
export function codeHashOf(code: string): string {
  return createHash("sha256").update(`caren ${code}`).digest("hex");
}
