import { z } from "zod";

/** How many a page of one signal holds. */
export const SIGNAL_PAGE = 25;

/** A page of everything one signal is about. */
export const ReadSignal = z.object({
  signal: z.string().max(40),
  page: z.number().int().min(1).max(10_000).default(1),
});
