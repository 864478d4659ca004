import { z } from "zod";
import type { engineJobs, engineRuns, engineSteps } from "@/db/schema/engine";
import { sentenceOf } from "../core/errors";
import { cancelRefusal, doingOf, mainFunctionOf, type RunFacts, retryRefusal, toldError } from "./rules";

export type RunRow = Pick<
  typeof engineRuns.$inferSelect,
  "id" | "functionId" | "status" | "error" | "createdAt" | "startedAt" | "endedAt"
> & { event: string };
export type JobRow = Pick<
  typeof engineJobs.$inferSelect,
  "seq" | "runId" | "functionId" | "name" | "kind" | "state" | "dueAt" | "attempt" | "lastError"
>;
export type StepRow = Pick<
  typeof engineSteps.$inferSelect,
  "seq" | "name" | "op" | "attempt" | "endedAt" | "durationMs"
> & { error: string | null };

export interface ErrorView {
  /** The error's kind, such as `TypeError` */
  name: string;
  /** The Dutch sentence of a reason of ours */
  sentence: string | null;
}

/** Names of functions; a run of a function that is no longer part of the product keeps its id. */
export type Names = ReadonlyMap<string, string>;

export interface FunctionName {
  name: string;
  /** This is what is done after it failed */
  afterFailure: boolean;
}

export function functionName(functionId: string, names: Names): FunctionName {
  const { id, afterFailure } = mainFunctionOf(functionId);
  return { name: names.get(id) ?? id, afterFailure };
}

const stored = z.object({ name: z.string().catch("Error"), message: z.string().catch("") });

function errorView(name: string, message: string): ErrorView {
  const told = toldError(name, message);
  return { name: told.name, sentence: told.reason && sentenceOf(told.reason) };
}

/** An error as the engine keeps it: `{name, message, …}` as JSON. */
function storedError(json: string | null): ErrorView | null {
  if (json === null) return null;
  const { name, message } = stored.parse(JSON.parse(json));
  return errorView(name, message);
}

/** The last error of a job that is tried again: `name: message`. */
function lastError(text: string | null): ErrorView | null {
  if (text === null) return null;
  const [name = "", ...message] = text.split(": ");
  return errorView(name, message.join(": "));
}

const factsOf = (run: RunRow): RunFacts => ({ status: run.status, event: run.event });

/** A run in a list. Times are epoch milliseconds. */
export function runLine(run: RunRow, jobs: readonly JobRow[], names: Names) {
  const attempts = Math.max(0, ...jobs.map((job) => job.attempt + (job.state === "leased" ? 1 : 0)));
  return {
    id: run.id,
    function: functionName(run.functionId, names),
    ...doingOf(factsOf(run), jobs),
    /** Of the step it is at; 0 when that has not been tried yet, or the run has ended */
    attempts,
    error:
      storedError(run.error) ??
      jobs.map((job) => lastError(job.lastError)).find((told) => told !== null) ??
      null,
    createdAt: run.createdAt,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
  };
}
export type RunLine = ReturnType<typeof runLine>;

const STEP_KINDS: Record<string, "step" | "sleep" | "wait" | "invoke"> = {
  sleep: "sleep",
  wait: "wait",
  invoke: "invoke",
};

/** One run with its steps, done and to come. What steps gave is not part of it. */
export function runView(run: RunRow, steps: readonly StepRow[], jobs: readonly JobRow[], names: Names) {
  const cancel = cancelRefusal(factsOf(run));
  const retry = retryRefusal(factsOf(run));
  return {
    ...runLine(run, jobs, names),
    event: run.event,
    steps: steps.map((step) => ({
      key: String(step.seq),
      name: step.name,
      kind: STEP_KINDS[step.op] ?? ("step" as const),
      attempts: step.attempt + 1,
      endedAt: step.endedAt,
      durationMs: step.durationMs,
      error: storedError(step.error),
    })),
    ahead: jobs.map((job) => ({
      key: String(job.seq),
      /** `null`: the function itself is called, to find its next step */
      name: job.kind === "call" && job.name === "" ? null : job.name,
      ...doingOf({ status: "running", event: "" }, [job]),
      attempts: job.attempt + (job.state === "leased" ? 1 : 0),
      error: lastError(job.lastError),
    })),
    may: { cancel: cancel === undefined, retry: retry === undefined },
    /** Why a run that is not done cannot be cancelled */
    kept: cancel === "job-needed" ? sentenceOf(cancel) : null,
  };
}
export type RunView = ReturnType<typeof runView>;

/** Something that will happen by itself. */
export interface DueView {
  key: string;
  /** `null` for a tick of a cron: that run does not exist yet */
  runId: string | null;
  function: FunctionName;
  what: "tick" | "wake" | "attempt" | "start" | "give-up";
  at: number;
}

export type Counts = Record<
  "running" | "waiting" | "sleeping" | "completed" | "failed" | "cancelled",
  number
>;

/** A function with how many of its runs are in each state. */
export interface FunctionView {
  id: string;
  function: FunctionName;
  counts: Counts;
  /** Next tick of its crons (epoch ms) */
  nextAt: number | null;
}
