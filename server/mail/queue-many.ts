import { insertMany } from "@/db/insert";
import { mails } from "@/db/schema/mails";
import { organisationOf } from "../access/organisation";
import type { ChangeCtx } from "../access/perform";
import { newId } from "../core/ids";
import type { Turn } from "../core/turns";
import { type MailBody, sealFor } from "./sealed";
import { composeMail, type MailKind, type MailValues } from "./templates";

/** So many rows are sealed and go into one statement: each holds the thread for a few milliseconds. */
const ROWS = 25;

/**
 * Puts the same mail in the queue for many people, in the transaction of the act that causes it; they go when nothing
 * else waits. Whoever asks emits `MAIL_QUEUED` once all of it is there.
 * @param to each address with the key by which this is one mail, however often it is asked
 * @returns the mails' ids, in the order of the addresses
 */
export async function queueMany<Kind extends MailKind>(
  ctx: ChangeCtx,
  {
    kind,
    values,
    to,
  }: { kind: Kind; values: MailValues<Kind>; to: readonly { email: string; key: string }[] },
  turn: Turn,
): Promise<string[]> {
  const house = { publicUrl: ctx.world.env.publicUrl, organisation: await organisationOf(ctx.tx) };
  const body = JSON.stringify(composeMail(kind, values, house) satisfies MailBody);
  const { keys } = ctx.world;
  const ids: string[] = [];
  for (let from = 0; from < to.length; from += ROWS) {
    const rows = to.slice(from, from + ROWS).map(({ email, key }) => {
      const id = newId(ctx.now);
      return {
        ...{ id, kind, bulk: true, state: "queued" as const, requestKey: key },
        ...{ queuedAt: ctx.now, nextAttemptAt: ctx.now },
        toSealed: sealFor(keys, id, "to", email),
        bodySealed: sealFor(keys, id, "body", body),
      };
    });
    await turn();
    await insertMany(ctx.tx, mails, rows);
    ids.push(...rows.map(({ id }) => id));
    await turn();
  }
  return ids;
}
