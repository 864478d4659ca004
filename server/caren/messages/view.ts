import type { clients } from "@/db/schema/clients";
import type { locationMessageRecipients, locationMessages } from "@/db/schema/location-messages";
import { listName } from "../../clients/rules";
import { skippedOf, stoppedOf } from "./rules";

type MessageRow = typeof locationMessages.$inferSelect;
type RecipientRow = typeof locationMessageRecipients.$inferSelect;

/** Of the text so much stands in a list. */
const BEGIN = 200;

/** A message in a list. Moments in epoch ms; `place`: null for all in the sender's reach. */
export function messageLine(row: MessageRow, code: string | null) {
  const begin = row.body.slice(0, BEGIN).replace(/\s+/g, " ").trim();
  return {
    id: row.id,
    begin: row.body.length > BEGIN ? `${begin}…` : begin,
    place: row.locationName === null ? null : { name: row.locationName, code },
    sender: row.sender,
    createdAt: row.createdAt,
    scheduledAt: row.scheduledAt,
    sentAt: row.sentAt,
    withdrawnAt: row.withdrawnAt,
    state: row.state,
    stopped: stoppedOf(row.stopped),
    total: row.total,
    delivered: row.delivered,
    skipped: row.skipped,
  };
}
export type MessageLine = ReturnType<typeof messageLine>;

/** One recipient of a message: who, about whom, and how far it is; `not-sent`: it ended before their turn. */
export function recipientLine(
  row: RecipientRow,
  client: typeof clients.$inferSelect,
  name: string,
  message: Pick<MessageRow, "state">,
) {
  const ended = message.state === "withdrawn" || message.state === "stopped";
  return {
    key: `${row.accountId} ${row.clientId}`,
    name,
    client: { number: client.number, name: listName(client) },
    state: row.state === "waiting" && ended ? ("not-sent" as const) : row.state,
    skipped: skippedOf(row.skipped),
    deliveredAt: row.deliveredAt,
    readAt: row.readAt,
    notice: row.notice,
    noticeAt: row.noticeAt,
  };
}
export type RecipientLine = ReturnType<typeof recipientLine>;
