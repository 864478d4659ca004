import { z } from "zod";

/** What the client list can be sorted by. */
export const CLIENT_SORTS = ["name", "number", "birthDate"] as const;

/** A page of clients: what was typed, the order, and where the last page ended. */
export const ListClients = z.object({
  search: z.string().max(200).default(""),
  sort: z.enum(CLIENT_SORTS).default("name"),
  descending: z.boolean().default(false),
  after: z.object({ key: z.string().max(200), number: z.number().int() }).optional(),
  size: z.number().int().min(1).max(100).default(25),
});

/** A form as it is sent: texts by field. What is wrong with them is told field by field (`readFields`). */
const Filled = z.record(z.string().max(40), z.string().max(2_000_000));
/** Made once by the page for one intention: the same key again is the same change. */
const RequestKey = z.string().min(8).max(64);
/** What the page was shown, in a few signs: another one now means that someone else changed it meanwhile. */
const Stamp = z.string().min(1).max(64);
const RecordId = z.string().min(1).max(60);
const Kind = z.string().min(1).max(40);
const Reason = z.string().max(2_000_000).default("");

/** A new client. `alikeSeen`: the maker saw who looks like this person, and it is someone else. */
export const NewClient = z.object({
  values: Filled,
  alikeSeen: z.boolean().default(false),
  requestKey: RequestKey,
});
export const FindAlike = z.object({ values: Filled });
export const ChangePerson = z.object({
  values: Filled,
  stamp: Stamp,
  alikeSeen: z.boolean().default(false),
  requestKey: RequestKey,
});
export const RemoveBsn = z.object({ stamp: Stamp, reason: Reason, requestKey: RequestKey });
export const ChangeCare = z.object({ values: Filled, stamp: Stamp, requestKey: RequestKey });
export const AddRecord = z.object({ kind: Kind, values: Filled, requestKey: RequestKey });
export const ChangeRecord = z.object({
  kind: Kind,
  recordId: RecordId,
  values: Filled,
  stamp: Stamp,
  requestKey: RequestKey,
});
export const WithdrawRecord = z.object({
  kind: Kind,
  recordId: RecordId,
  reason: Reason,
  stamp: Stamp,
  requestKey: RequestKey,
});
export const MoveClient = z.object({
  values: Filled,
  stamp: Stamp,
  recordId: RecordId,
  requestKey: RequestKey,
});
/** Which page under Algemeen, or Familie. */
export const ReadCards = z.object({ page: z.enum(["family", "profile", "care", "planning"]) });
/** The history of everything, or of one kind of thing. */
export const ReadHistory = z.object({
  kind: Kind.optional(),
  page: z.number().int().min(1).max(10_000).default(1),
});

/** A page of the clients at a location and below it: its code, and where the last page ended. */
export const ListAtLocation = z.object({
  code: z.string().min(1).max(50),
  after: z.object({ key: z.string().max(200), number: z.number().int() }).optional(),
  size: z.number().int().min(1).max(100).default(25),
});
