import { dayOf } from "../core/clock";
import type { AuditRow } from "./chain";
import { ownTask, ownText, withheldText } from "./own-words";
import { taskText } from "./words";

/** One thing someone did with a client's data, as it is told to that client. */
export interface OwnEntry {
  /** Sequence of its newest row: what tells it from others */
  key: number;
  /** First and last time (epoch ms), and how often; mostly once */
  from: number;
  until: number;
  times: number;
  who: string;
  /** Function or role of that person; null for the system itself */
  role: string | null;
  what: string;
  /**
   * The task it was about: under which it was done or tried, or which it would have taken when it was refused; null
   * where none was needed, as for what the system does by itself
   */
  task: string | null;
  emergency: boolean;
  /** Tried, and not allowed or not succeeded */
  outcome: AuditRow["outcome"];
  /** Why data did not go to a party that asked; null when that was not the question */
  withheld: string | null;
}

/** What happened on one calendar day in Amsterdam, newest first. */
export interface OwnDay {
  day: string;
  entries: OwnEntry[];
}

/** Someone who does the same again within a quarter of an hour is told of once, with how often. */
const SAME_MS = 15 * 60_000;

function entryOf(row: AuditRow, titleOf: (actor: string) => string | undefined): OwnEntry {
  const task = taskText(row.task);
  return {
    key: row.sequence,
    from: row.at,
    until: row.at,
    times: 1,
    who: row.actor === "systeem" ? "Kroniek" : row.actorName,
    role: row.actor === "systeem" ? null : (titleOf(row.actor) ?? row.role),
    what: ownText(row.event, row.objects, row.outcome),
    task: task === null ? null : ownTask(task),
    emergency: row.emergency,
    outcome: row.outcome,
    withheld: row.outcome === "done" ? null : withheldText(row.detail),
  };
}

function sameAct(one: OwnEntry, other: OwnEntry): boolean {
  const keys = ["who", "role", "what", "task", "emergency", "outcome", "withheld"] as const;
  return keys.every((key) => one[key] === other[key]) && Math.abs(one.from - other.until) <= SAME_MS;
}

/**
 * Rows about one client as days with entries, for someone who knows nothing of logs (DOMAIN.md 8: when, who, which data,
 * under which authorisation, by emergency or not). The same view serves the staff page, paper and the portal.
 * @param rows newest first
 * @param titleOf the function of an actor, as people know it
 */
export function ownDays(rows: readonly AuditRow[], titleOf: (actor: string) => string | undefined): OwnDay[] {
  const days: OwnDay[] = [];
  for (const row of rows) {
    const entry = entryOf(row, titleOf);
    const day = dayOf(row.at);
    const last = days.at(-1);
    const open = last?.day === day ? last : { day, entries: [] };
    if (open !== last) days.push(open);
    const same = open.entries.find((each) => sameAct(each, entry));
    if (!same) {
      open.entries.push(entry);
      continue;
    }
    same.from = Math.min(same.from, entry.from);
    same.until = Math.max(same.until, entry.until);
    same.times += 1;
  }
  return days;
}
