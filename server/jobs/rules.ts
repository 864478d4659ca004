import { constants } from "node:os";
import { isReason, type Reason } from "../core/errors";
import type { RunState } from "./input";

/** A run's row, as far as its state goes. */
export interface RunFacts {
  status: "queued" | "running" | "completed" | "failed" | "cancelled";
  /** Name of the event that started it */
  event: string;
}

/** Something a run still has to do. */
export interface JobFacts {
  kind: "call" | "sleep" | "wait" | "invoke";
  state: "later" | "ready" | "leased";
  /** Epoch milliseconds */
  dueAt: number;
  /** From 0 */
  attempt: number;
}

/** Why a run waits: for its turn, its start time, another attempt, an event, or another run. */
export type WaitingFor = "turn" | "start" | "attempt" | "event" | "run";

export interface Doing {
  state: RunState;
  /** Sleeping or waiting: until when at the latest (epoch ms) */
  until: number | null;
  waitingFor: WaitingFor | null;
}

function waitOf(job: JobFacts): WaitingFor {
  if (job.kind === "wait") return "event";
  if (job.kind === "invoke") return "run";
  if (job.attempt > 0) return "attempt";
  return job.state === "ready" ? "turn" : "start";
}

/** What a run is doing: working when any of its jobs is being called, else what it will do first. */
export function doingOf(run: RunFacts, jobs: readonly JobFacts[]): Doing {
  if (run.status === "completed" || run.status === "failed" || run.status === "cancelled") {
    return { state: run.status, until: null, waitingFor: null };
  }
  if (jobs.some((job) => job.state === "leased")) return { state: "running", until: null, waitingFor: null };
  const sleep = jobs.filter((job) => job.kind === "sleep").toSorted((a, b) => a.dueAt - b.dueAt)[0];
  if (sleep) return { state: "sleeping", until: sleep.dueAt, waitingFor: null };
  const next = jobs.toSorted((a, b) => a.dueAt - b.dueAt)[0];
  const waitingFor = next ? waitOf(next) : "turn";
  return { state: "waiting", until: next && waitingFor !== "turn" ? next.dueAt : null, waitingFor };
}

/** A run that answers the end of another (`onFailure`, closing what was cancelled): without it a row stays behind. */
export function isAfterwork(run: RunFacts): boolean {
  return /^inngest\/function\.(failed|finished|cancelled)$/.test(run.event);
}

/** Whether a run can be cancelled; otherwise why not. */
export function cancelRefusal(run: RunFacts): Reason | undefined {
  if (run.status !== "queued" && run.status !== "running") return "job-ended";
  return isAfterwork(run) ? "job-needed" : undefined;
}

/** Whether a run can be tried again; otherwise why not. */
export function retryRefusal(run: RunFacts): Reason | undefined {
  return run.status === "failed" || run.status === "cancelled" ? undefined : "job-not-retried";
}

/** What may be told of an error: its kind, and its reason when it is one of ours. Messages may hold anything. */
export interface ToldError {
  /** Such as `TypeError`, or `Error ENOSPC` where the system or the database gave a code */
  name: string;
  reason: Reason | null;
}

/** The code a message begins with, if it is one of the system's own or of SQLite. */
function codeOf(message: string): string | undefined {
  const code = /^([A-Z][A-Z_0-9]{1,40}):/.exec(message)?.[1];
  return code && (code.startsWith("SQLITE_") || Object.hasOwn(constants.errno, code)) ? code : undefined;
}

/** @param message compared with closed lists of reasons and codes, never passed on */
export function toldError(name: string, message: string): ToldError {
  const kind = /^[A-Za-z]\w{0,59}$/.test(name) ? name : "Error";
  return {
    name: [kind, codeOf(message)].filter(Boolean).join(" "),
    reason: isReason(message) ? message : null,
  };
}

const FAILURE = "-failure";

/** The function a run's function belongs to: the SDK registers an `onFailure` as `<id>-failure`. */
export function mainFunctionOf(functionId: string): { id: string; afterFailure: boolean } {
  const afterFailure = functionId.endsWith(FAILURE);
  return { id: afterFailure ? functionId.slice(0, -FAILURE.length) : functionId, afterFailure };
}
