import { z } from "zod";

/** Pairs a page holds. */
export const DUPLICATES_PAGE = 20;

/** Which pairs: those to be looked at, or those somebody said are no duplicate. */
export const DUPLICATES_SHOWN = ["open", "dismissed"] as const;

const ClientNumber = z.number().int().min(1).max(9_999_999);

/** A page of pairs; `client`: only those with this client. */
export const ListDuplicates = z.object({
  show: z.enum(DUPLICATES_SHOWN).default("open"),
  client: ClientNumber.optional(),
  page: z.number().int().min(1).max(10_000).default(1),
});

/** Two clients by number, and what the page was shown of them, in a few signs. */
export const OfPair = z.object({
  left: ClientNumber,
  right: ClientNumber,
  stamp: z.string().min(1).max(64),
});
