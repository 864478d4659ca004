import { createHash } from "node:crypto";
import { DomainError } from "./errors";

/** What a page asks with a key of its own: its whole input, the key in it. */
export interface Keyed {
  requestKey: string;
}

/** Names in one order at every depth, so that the same content is the same text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, each]) => [key, canonical(each)]));
}

/**
 * All that was asked in one short text (sha256, hex). The random key is in it, so that equal contents of two requests
 * cannot be told to be equal.
 */
export function requestDigest(request: Keyed): string {
  return createHash("sha256")
    .update(JSON.stringify(canonical(request)))
    .digest("hex");
}

/**
 * A key that comes back must ask the same: who typed on after an answer was lost would else be told it is stored.
 * @param digest of the first request with this key; null when it was made before digests were kept
 * @throws DomainError `request-reused` when the content is another
 */
export function assertSameRequest(digest: string | null, request: Keyed): void {
  if (digest !== null && digest !== requestDigest(request)) throw new DomainError("request-reused");
}
