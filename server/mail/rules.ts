import type { mails } from "@/db/schema/mails";
import type { Reason } from "../core/errors";
import type { MailState } from "./input";

type MailRow = typeof mails.$inferSelect;

/** What can be wrong, in closed words: a server's own sentence may repeat the address. */
const MAIL_PROBLEMS = [
  "unreachable",
  "timed-out",
  "sign-in-refused",
  "address-refused",
  "refused",
  "postponed",
  "broken",
  "interrupted",
  "too-late",
  "folder-unwritable",
] as const;

export type MailProblem = (typeof MAIL_PROBLEMS)[number];

/** A stored problem, when it is one of the closed list. */
export function problemOf(text: string | null): MailProblem | null {
  return MAIL_PROBLEMS.find((known) => known === text) ?? null;
}

/** How an attempt went. `uncertain`: everything was handed over, but nobody said that it arrived. */
export type Outcome = { went: "sent" } | { went: "again" | "never" | "uncertain"; problem: MailProblem };

/** What changes in a mail's row after an attempt. */
export type Settled = Pick<MailRow, "state" | "nextAttemptAt" | "endedAt" | "problem">;

const MINUTE = 60_000;
/** Waiting time after the first, second, … attempt; the last goes on (SECURITY.md H: within 24 hours). */
const WAITS = [1, 5, 15, 60, 120, 240].map((minutes) => minutes * MINUTE);
const GIVE_UP_AFTER = 24 * 60 * MINUTE;

/**
 * What becomes of a mail after an attempt. What may have arrived is never sent again by itself; what did not is tried
 * until a day has passed since it was queued or someone had it tried anew, or until it is of no use any more.
 * @param mail `attempts` counts the one that just ended
 */
export function afterAttempt(
  mail: Pick<MailRow, "attempts" | "queuedAt" | "retriedAt" | "usefulUntil">,
  outcome: Outcome,
  now: number,
): Settled {
  const ended = { nextAttemptAt: null, endedAt: now };
  if (outcome.went === "sent") return { state: "sent", problem: null, ...ended };
  if (outcome.went === "uncertain") return { state: "uncertain", problem: outcome.problem, ...ended };
  if (outcome.went === "never") return { state: "final", problem: outcome.problem, ...ended };
  const wait = WAITS[Math.min(mail.attempts, WAITS.length) - 1] ?? MINUTE;
  const next = now + wait;
  if (next > (mail.retriedAt ?? mail.queuedAt) + GIVE_UP_AFTER)
    return { state: "final", problem: outcome.problem, ...ended };
  if (mail.usefulUntil !== null && next > mail.usefulUntil)
    return { state: "final", problem: outcome.problem, ...ended };
  return { state: "failed", problem: outcome.problem, nextAttemptAt: next, endedAt: null };
}

/**
 * Whether the text of a mail serves nothing any more: it went, or nobody may want it to go. What was given up keeps
 * its text, so that someone can have it tried anew.
 */
export function isSpent({ state, problem }: Pick<MailRow, "state" | "problem">): boolean {
  return state === "sent" || state === "cancelled" || problem === "too-late";
}

const RETRIED: readonly MailState[] = ["failed", "final", "uncertain"];

/** Whether someone can have a mail tried again now; otherwise why not. */
export function retryRefusal(
  mail: Pick<MailRow, "state" | "bodySealed" | "usefulUntil">,
  now: number,
): Reason | undefined {
  if (mail.state === "sending") return "mail-under-way";
  if (!RETRIED.includes(mail.state)) return "mail-not-retried";
  return mail.bodySealed === null || (mail.usefulUntil ?? now + 1) <= now ? "mail-useless" : undefined;
}

/** Whether someone can still keep a mail from going; otherwise why not. */
export function cancelRefusal({ state }: Pick<MailRow, "state">): Reason | undefined {
  if (state === "sending") return "mail-under-way";
  return state === "queued" || state === "failed" ? undefined : "mail-ended";
}

/** What of an SMTP failure is known: where it happened, what the server answered, whether the text was being handed over. */
export interface SmtpFailure {
  code?: string;
  command?: string;
  responseCode?: number;
  /** The server had asked for the text, and its first bytes were on their way */
  handedOver: boolean;
}

/**
 * How an attempt that failed went. A server's refusal is certain, also after the text; a connection that broke or fell
 * silent after the text began is not.
 */
export function outcomeOf({ code, command = "", responseCode, handedOver }: SmtpFailure): Outcome {
  if (responseCode === undefined && handedOver) return { went: "uncertain", problem: "broken" };
  if (code === "EAUTH") return { went: "again", problem: "sign-in-refused" };
  if (responseCode !== undefined && responseCode >= 500)
    return { went: "never", problem: command.startsWith("RCPT") ? "address-refused" : "refused" };
  if (responseCode !== undefined) return { went: "again", problem: "postponed" };
  return { went: "again", problem: code === "ETIMEDOUT" ? "timed-out" : "unreachable" };
}
