import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * A value as canonical JSON (RFC 8785: keys sorted, no spaces). Inngest signs this form, so the engine stores and
 * sends nothing else: a text written once is never parsed or sorted again on its way to a function.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if ("toJSON" in value && typeof value.toJSON === "function") return canonicalJson(value.toJSON());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

/** The key bytes Inngest signs with: the hexadecimal text itself, without `signkey-<env>-`. */
function secretOf(signingKey: string): string {
  return signingKey.replace(/^signkey-\w+-/, "");
}

/**
 * The `x-inngest-signature` header for a canonical body.
 * The time is the machine's own, not the engine's clock: the SDK compares it with `Date.now()`.
 */
export function signature(canonicalBody: string, signingKey: string): string {
  const seconds = Math.round(Date.now() / 1000);
  const digest = createHmac("sha256", secretOf(signingKey))
    .update(`${canonicalBody}${seconds}`)
    .digest("hex");
  return `t=${seconds}&s=${digest}`;
}

/** Compares two secrets without telling by its duration where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
