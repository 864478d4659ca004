import type { Keys } from "../core/keys";
import { unwrapKey, wrapKey } from "../files/wrap";

type Part = "to" | "body";

/** Encrypts a part of a mail for its column, bound to that mail: AES-256-GCM, base64url. */
export function sealFor(keys: Pick<Keys, "blob">, mailId: string, part: Part, text: string): string {
  return wrapKey(keys, `mail/${mailId}/${part}`, Buffer.from(text));
}

/** Reads a sealed part. @throws Error when it was changed, or belongs to another mail */
export function openSealedText(keys: Pick<Keys, "blob">, mailId: string, part: Part, sealed: string): string {
  return unwrapKey(keys, `mail/${mailId}/${part}`, sealed).toString();
}
