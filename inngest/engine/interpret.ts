import { canonicalJson } from "./canonical";
import { momentOf, retryMoment } from "./duration";
import { compile } from "./expression";
import { type Answer, type Call, type Operation, operation, type RunError, readError } from "./protocol";

/** A finished step, as it is kept. */
export interface SavedStep {
  stepId: string;
  name: string;
  op: string;
  memo: string;
  durationMs?: number;
}

/** Something a run waits for, or a step that gets a call of its own. */
export interface PendingStep {
  stepId: string;
  name: string;
  kind: "call" | "sleep" | "wait" | "invoke";
  /** Epoch milliseconds: when it runs, wakes or gives up */
  dueAt: number;
  wait?: { event: string; if?: string };
  invoke?: { functionId: string; payload: Record<string, unknown> };
}

/** What an answer means for its run. */
export type Outcome =
  | { kind: "complete"; saved: SavedStep[]; output: string }
  | { kind: "fail"; saved: SavedStep[]; error: RunError; result: unknown }
  | { kind: "retry"; dueAt: number; error: RunError }
  | { kind: "continue"; saved: SavedStep[]; pending: PendingStep[]; planOnly: boolean };

/** Limits of the real server, kept so that what runs here runs there. */
const MOST_STEPS = 1_000;
const LONGEST_MEMO = 4 * 1024 * 1024;
const INVOKE_GIVES_UP_MS = 365 * 86_400_000;

export interface Rules {
  now: number;
  maxAttempts: number;
  retryDelay(attempt: number): number;
}

/**
 * What the answer to a call means: pure, so that each line of the protocol can be read and tested here.
 * 200 completes · 206 reports operations · 400 or a no-retry header fails · all else is tried again.
 */
export function interpret(call: Call, answer: Answer, rules: Rules): Outcome {
  if (answer.status === 200) return { kind: "complete", saved: [], output: canonicalJson(answer.body) };
  if (answer.status !== 206) return failedAttempt(call, answer, rules, readError(answer.body), answer.body);
  const parsed = operation.array().min(1).safeParse([answer.body].flat());
  if (!parsed.success)
    return failure("The function answered with something that is not a list of operations.");
  try {
    return report(call, parsed.data, answer, rules);
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

function failure(message: string): Outcome {
  const error = { name: "Error", message };
  return { kind: "fail", saved: [], error, result: error };
}

function failedAttempt(call: Call, answer: Answer, rules: Rules, error: RunError, result: unknown): Outcome {
  const final = answer.noRetry || call.attempt + 1 >= rules.maxAttempts;
  return final ? { kind: "fail", saved: [], error, result } : retryLater(call, answer, rules, error);
}

function retryLater(call: Call, answer: Answer, rules: Rules, error: RunError): Outcome {
  const asked = answer.retryAfter === undefined ? undefined : retryMoment(answer.retryAfter, rules.now);
  return { kind: "retry", dueAt: asked ?? rules.now + rules.retryDelay(call.attempt), error };
}

function report(call: Call, ops: Operation[], answer: Answer, rules: Rules): Outcome {
  const saved: SavedStep[] = [];
  const pending: PendingStep[] = [];
  let output: string | undefined;
  for (const op of ops) {
    const final = op.op === "StepFailed" || answer.noRetry || call.attempt + 1 >= rules.maxAttempts;
    if (op.op === "RunComplete") output = canonicalJson(op.data);
    else if (op.op === "StepRun") saved.push(savedStep(op));
    else if ((op.op === "StepError" || op.op === "StepFailed") && final) saved.push(failedStep(op));
    else if (op.op === "StepError") return retryLater(call, answer, rules, readError(op.error));
    else pending.push(pendingStep(op, rules.now));
  }
  if (call.memo.size + saved.length + pending.length > MOST_STEPS) {
    throw new Error(`A run may have at most ${MOST_STEPS} steps.`);
  }
  if (output !== undefined) return { kind: "complete", saved, output };
  return {
    kind: "continue",
    saved,
    pending,
    planOnly: pending.length > 0 && (ops.length > 1 || call.planOnly),
  };
}

/** A finished step. @throws Error when its result is over the limit */
export function savedStep(op: Operation): SavedStep {
  return kept(op, canonicalJson({ data: op.data ?? null }));
}

/** A step that failed for good is kept as its error, so that the function's code may catch it. */
function failedStep(op: Operation): SavedStep {
  const { __serialized, ...error } =
    typeof op.error === "object" && op.error !== null
      ? (op.error as Record<string, unknown>)
      : { ...readError(op.error) };
  return kept(op, canonicalJson({ error }));
}

function kept(op: Operation, memo: string): SavedStep {
  const name = op.displayName ?? op.name ?? op.id;
  if (memo.length > LONGEST_MEMO) throw new Error(`The step "${name}" gave more than 4 MB.`);
  const nanoseconds = op.timing?.b;
  const durationMs = nanoseconds === undefined ? {} : { durationMs: Math.round(nanoseconds / 1e6) };
  return { stepId: op.id, name, op: op.op, memo, ...durationMs };
}

function pendingStep(op: Operation, now: number): PendingStep {
  const step = { stepId: op.id, name: op.displayName ?? op.name ?? op.id };
  const opts = op.opts ?? {};
  if (opts.parallelMode)
    throw new Error(
      `The step "${step.name}" asks for parallel mode "${opts.parallelMode}", which the embedded engine does not do.`,
    );
  switch (op.op) {
    case "StepPlanned":
      return { ...step, kind: "call", dueAt: now };
    case "Sleep":
      return { ...step, kind: "sleep", dueAt: momentOf(op.name ?? "", now) };
    case "WaitForEvent": {
      const when = typeof opts.if === "string" ? { if: opts.if } : {};
      if (when.if) compile(when.if);
      return {
        ...step,
        kind: "wait",
        dueAt: momentOf(String(opts.timeout), now),
        wait: { event: op.name ?? "", ...when },
      };
    }
    case "InvokeFunction": {
      const dueAt = typeof opts.timeout === "string" ? momentOf(opts.timeout, now) : now + INVOKE_GIVES_UP_MS;
      const payload = (opts.payload ?? {}) as Record<string, unknown>;
      return { ...step, kind: "invoke", dueAt, invoke: { functionId: String(opts.function_id), payload } };
    }
    default:
      throw new Error(`The step "${step.name}" asks for "${op.op}", which the embedded engine does not do.`);
  }
}
