import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import type { Keys } from "../core/keys";

/**
 * Nine digits when the text is a BSN: eight are padded, dots and spaces fall away, and it must pass the
 * eleven test (9a+8b+7c+6d+5e+4f+3g+2h−i divisible by 11, not all zeros; DOMAIN.md 8).
 */
export function parseBsn(text: string): string | undefined {
  const digits = text.replace(/[\s.]/g, "");
  if (!/^\d{8,9}$/.test(digits)) return undefined;
  const bsn = digits.padStart(9, "0");
  const sum = [...bsn].reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0 && bsn !== "000000000" ? bsn : undefined;
}

/** The search code of a BSN: a keyed hash, so that equal numbers meet and none can be read back. */
export function bsnSearchCode(keys: Pick<Keys, "bsn">, bsn: string): string {
  return createHmac("sha256", keys.bsn).update(`search\n${bsn}`).digest("base64url");
}

/** Encrypts a BSN for its column: random nonce, AES-256-GCM, base64url. */
export function sealBsn(keys: Pick<Keys, "bsn">, bsn: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keys.bsn, nonce);
  const sealed = Buffer.concat([nonce, cipher.update(bsn, "latin1"), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString("base64url");
}

/** Reads a sealed BSN. @throws Error when it was changed or sealed with another key */
export function openBsn(keys: Pick<Keys, "bsn">, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keys.bsn, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(12, -16), undefined, "latin1") + decipher.final("latin1");
}

/** What a screen shows until someone asks for the whole number: `******782`. */
export function maskBsn(bsn: string): string {
  return `******${bsn.slice(-3)}`;
}
