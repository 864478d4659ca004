import { z } from "zod";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A page of one part's list: what to show, in which order, which page. */
export const ListEntries = z.object({
  part: z.string().max(40),
  search: z.string().max(200).default(""),
  /** Column key → chosen code; unknown keys and codes are left aside */
  filters: z.record(z.string().max(40), z.string().max(80)).default({}),
  from: day.optional(),
  until: day.optional(),
  /** `current`: only what is actueel */
  only: z.enum(["current", "all"]).default("all"),
  sort: z.string().max(40).default("moment"),
  descending: z.boolean().default(true),
  page: z.number().int().min(1).max(100_000).default(1),
  size: z.number().int().min(1).max(200).default(25),
});
