import { createHmac, timingSafeEqual } from "node:crypto";
import { toBase32 } from "./base32";

const STEP_MS = 30_000;
const DIGITS = 6;
const ISSUER = "Kroniek";

/** How many steps of 30 seconds a clock may be off, either way. */
const DRIFT = 1;

/** The stretch of 30 seconds a moment (epoch ms) is in, counted from 1970. */
export const stepAt = (now: number): number => Math.floor(now / STEP_MS);

/** The code of one stretch of 30 seconds (RFC 6238 over RFC 4226, SHA-1, six digits). */
export function codeAt(seed: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", seed).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/**
 * The step whose code this is: now, or one before or after it for clocks that differ.
 * @param usedUntil the newest step that was used: it and older ones count no more
 */
export function stepOf(
  seed: Uint8Array,
  code: string,
  now: number,
  usedUntil: number | null,
): number | undefined {
  const given = Buffer.from(code);
  let found: number | undefined;
  for (let step = stepAt(now) - DRIFT; step <= stepAt(now) + DRIFT; step++) {
    const right = Buffer.from(codeAt(seed, step));
    const same = given.length === right.length && timingSafeEqual(given, right);
    if (same && (usedUntil === null || step > usedUntil)) found ??= step;
  }
  return found;
}

/** The address an authenticator app reads from a QR code. @param label whose it is: shown in the app */
export function addressOf(seed: Uint8Array, label: string): string {
  const query = `secret=${toBase32(seed)}&issuer=${ISSUER}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_MS / 1_000}`;
  return `otpauth://totp/${ISSUER}:${encodeURIComponent(label)}?${query}`;
}
