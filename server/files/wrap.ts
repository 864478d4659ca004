import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Keys } from "../core/keys";

/** Wraps a file's random key with the installation's key, bound to the file's id: AES-256-GCM, base64url. */
export function wrapKey(keys: Pick<Keys, "blob">, fileId: string, key: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keys.blob, nonce).setAAD(Buffer.from(fileId));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString(
    "base64url",
  );
}

/** Unwraps a file's key. @throws Error when it was changed, or belongs to another file or installation */
export function unwrapKey(keys: Pick<Keys, "blob">, fileId: string, wrapped: string): Buffer {
  const bytes = Buffer.from(wrapped, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keys.blob, bytes.subarray(0, 12)).setAAD(
    Buffer.from(fileId),
  );
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}
