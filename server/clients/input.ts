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
