import { z } from "zod";
import type { Keys } from "../core/keys";
import { unwrapKey, wrapKey } from "../files/wrap";

const body = z.object({ subject: z.string(), text: z.string() });

/** What is stored sealed as the body of a mail. */
export type MailBody = z.output<typeof body>;

type Part = "to" | "body";

/** Encrypts a part of a mail for its column, bound to that mail: AES-256-GCM, base64url. */
export function sealFor(keys: Pick<Keys, "blob">, mailId: string, part: Part, text: string): string {
  return wrapKey(keys, `mail/${mailId}/${part}`, Buffer.from(text));
}

/** Reads a sealed part. @throws Error when it was changed, or belongs to another mail */
export function openSealedText(keys: Pick<Keys, "blob">, mailId: string, part: Part, sealed: string): string {
  return unwrapKey(keys, `mail/${mailId}/${part}`, sealed).toString();
}

/** Reads a sealed body. @throws Error when it was changed, or belongs to another mail */
export function openBody(keys: Pick<Keys, "blob">, mailId: string, sealed: string): MailBody {
  return body.parse(JSON.parse(openSealedText(keys, mailId, "body", sealed)));
}
