import { z } from "zod";

/** What a run can be doing, as people see it. */
export const RUN_STATES = ["running", "waiting", "sleeping", "completed", "failed", "cancelled"] as const;

export type RunState = (typeof RUN_STATES)[number];

/** A page of runs, newest first: which function, which state, and the run the last page ended with. */
export const ListRuns = z.object({
  functionId: z.string().max(200).optional(),
  state: z.enum(RUN_STATES).optional(),
  after: z.string().max(64).optional(),
  size: z.number().int().min(1).max(100).default(25),
});

/** One run, by its id. */
export const OneRun = z.object({ runId: z.string().max(64) });
