import { z } from "zod";

const Id = z.string().min(1).max(64);
/** The code of a location, or null: all clients in reach */
const Location = z.string().min(1).max(50).nullable();

/** Whom a message would go to. */
export const MessageFor = z.object({ location: Location });

/** A draft, kept while it is being written; an empty one is thrown away. */
export const KeepMessage = z.object({ location: Location, body: z.string().max(300_000) });

/** A message as it is sent, with what its sender saw and confirmed. */
export const SendMessage = z.object({
  location: Location,
  /** Length and emptiness are judged by the service, which has a sentence for each */
  body: z.string(),
  /** Epoch ms; null: now */
  scheduledAt: z.number().int().nullable(),
  seenClients: z.number().int().min(0),
  seenAccounts: z.number().int().min(0),
  requestKey: z.string().min(8).max(64),
});

/** A page of messages, newest first, and the message the last page ended with. */
export const ListMessages = z.object({
  after: Id.optional(),
  size: z.number().int().min(1).max(100).default(25),
});

/** One message, by its id. */
export const OneMessage = z.object({ messageId: Id });

/** A page of the recipients of a message, after the last of the page before. */
export const ListRecipients = OneMessage.extend({
  after: z.object({ accountId: Id, clientId: Id }).optional(),
  size: z.number().int().min(1).max(100).default(25),
});

/** Takes a message back. */
export const WithdrawMessage = OneMessage.extend({ reason: z.string().trim().max(500).default("") });

/** Whether a mail tells someone in the portal of a new message. */
export const MessageNotices = z.object({ on: z.boolean() });
