import { z } from "zod";

/** Every kind of mail the product sends; their texts are in `templates.ts`. */
export const MAIL_KINDS = [
  "activation",
  "new-password",
  "password-set",
  "second-factor-changed",
  "second-factor-removed",
  "sharing-invited",
  "sharing-role-changed",
  "sharing-changed",
  "portal-activation",
  "portal-password",
  "portal-password-set",
  "portal-second-factor-changed",
  "portal-added",
  "portal-second-factor-removed",
  "activity-asked",
  "activity-reminder",
  "document-shared",
  "location-message",
  "emergency-opened",
] as const;

/**
 * `queued` waits · `sending` is under way · `sent` · `failed` did not go yet and is tried again · `final` will not go
 * any more · `uncertain` may have gone: nobody sends it twice without looking · `cancelled` by someone, before it went
 */
export const MAIL_STATES = [
  "queued",
  "sending",
  "sent",
  "failed",
  "final",
  "uncertain",
  "cancelled",
] as const;

export type MailState = (typeof MAIL_STATES)[number];

/** A page of mails, newest first: of which kind, in which state, and the mail the last page ended with. */
export const ListMails = z.object({
  kind: z.enum(MAIL_KINDS).optional(),
  state: z.enum(MAIL_STATES).optional(),
  after: z.string().max(64).optional(),
  size: z.number().int().min(1).max(100).default(25),
});

/** One mail, by its id. */
export const OneMail = z.object({ mailId: z.string().max(64) });
