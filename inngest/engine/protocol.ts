import { z } from "zod";

/** What went wrong in a function or a step, as the SDK writes it. */
export interface RunError {
  name: string;
  message: string;
  stack?: string;
}

/** One thing a function reports in a 206 answer. */
export const operation = z.looseObject({
  id: z.string().min(1),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  timing: z.looseObject({ b: z.number() }).nullish().catch(undefined),
});
export type Operation = z.infer<typeof operation>;

/** The answer of a function to one call. `status` 0: it could not be reached at all. */
export interface Answer {
  status: number;
  noRetry: boolean;
  retryAfter?: string;
  body: unknown;
}

/** One call that is due: a job with all that its function needs. */
export interface Call {
  seq: number;
  fence: number;
  runId: string;
  functionId: string;
  lane: string;
  /** `step`, or the SHA-1 of the planned step to run */
  stepId: string;
  name: string;
  attempt: number;
  losses: number;
  planOnly: boolean;
  /** Canonical JSON of the triggering event */
  event: string;
  /** Step id → memo (canonical JSON), in the order of completion */
  memo: ReadonlyMap<string, string>;
}

/** Names the lease of a call: an answer or checkpoint that shows another token is too late. */
export function tokenOf(call: { seq: number; fence: number }): string {
  return `${call.seq}.${call.fence}`;
}

const thrown = z.looseObject({
  name: z.string().min(1).optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  stack: z.string().optional().catch(undefined),
});

/** Reads a serialised error of any shape; unknown ones get a name and a message all the same. */
export function readError(body: unknown): RunError {
  const { name, message, error, stack } = thrown.safeParse(body).data ?? {};
  const text = message ?? error ?? (typeof body === "string" && body !== "" ? body : "Unknown error");
  return { name: name ?? "Error", message: text, ...(stack !== undefined && { stack }) };
}

/** An answer the engine gives in the place of a function that must not or cannot be called. */
export function refusal(message: string): Answer {
  return { status: 400, noRetry: true, body: { name: "Error", message } };
}
