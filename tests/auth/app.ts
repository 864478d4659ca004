import { codeAt, stepAt } from "@/server/auth/totp";

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The bytes of a secret as a page shows it. */
export function seedOf(secret: string): Buffer {
  const bits = [...secret.replace(/\s/g, "")]
    .map((sign) => SIGNS.indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator app is after someone typed that secret into it: it shows the code of a moment. */
export function appWith(secret: string): (now: number) => string {
  const seed = seedOf(secret);
  return (now) => codeAt(seed, stepAt(now));
}
