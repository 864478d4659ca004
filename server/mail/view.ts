import type { mails } from "@/db/schema/mails";
import type { Env } from "../core/env";
import type { Keys } from "../core/keys";
import { cancelRefusal, problemOf, retryRefusal } from "./rules";
import { openSealedText } from "./sealed";

type MailRow = typeof mails.$inferSelect;

/** Where mail goes: a server (its credentials stay here), or a folder under the data folder. */
export type Destination = { kind: "server"; host: string; port: number } | { kind: "folder" };

export function destinationOf({ smtp }: Pick<Env, "smtp">): Destination {
  return smtp ? { kind: "server", host: smtp.host, port: smtp.port } : { kind: "folder" };
}

/** A mail in a list. Times are epoch milliseconds. */
export function mailLine(row: MailRow, keys: Pick<Keys, "blob">) {
  const { id, kind, state, attempts, queuedAt, nextAttemptAt, endedAt } = row;
  return {
    id,
    kind,
    /** `null`: it is not kept any more */
    to: row.toSealed === null ? null : openSealedText(keys, id, "to", row.toSealed),
    state,
    attempts,
    queuedAt,
    nextAttemptAt,
    endedAt,
    problem: problemOf(row.problem),
  };
}
export type MailLine = ReturnType<typeof mailLine>;

const LINK = /https?:\/\/\S+/g;

/** What stands where a link is not shown: whoever has the link of an activation has the account. */
const HIDDEN = "[link niet zichtbaar]";

/**
 * A mail by itself.
 * @param text as it was written, or `null` when it was wiped
 * @param linksShown only where the database is marked as a demo
 */
export function mailView(
  row: MailRow,
  keys: Pick<Keys, "blob">,
  {
    subject,
    text,
    linksShown,
    manages,
    now,
  }: { subject: string; text: string | null; linksShown: boolean; manages: boolean; now: number },
) {
  return {
    ...mailLine(row, keys),
    subject,
    text: linksShown ? text : (text?.replace(LINK, HIDDEN) ?? null),
    usefulUntil: row.usefulUntil,
    may: {
      retry: manages && retryRefusal(row, now) === undefined,
      cancel: manages && cancelRefusal(row) === undefined,
    },
  };
}
export type MailView = ReturnType<typeof mailView>;
