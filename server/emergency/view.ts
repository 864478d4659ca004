import type { clients } from "@/db/schema/clients";
import type { emergencyAccesses } from "@/db/schema/sharing";
import { listName, titledName } from "../clients/rules";
import type { PlaceView } from "../clients/view";
import { stateOf } from "./rules";

type ClientRow = typeof clients.$inferSelect;

/** The least that makes sure who it is, before a dossier is opened. */
export function foundView(row: ClientRow, places: readonly PlaceView[]) {
  return {
    number: row.number,
    name: titledName(row),
    birthDate: row.birthDate,
    places: places.map(({ location }) => location),
  };
}
export type FoundView = ReturnType<typeof foundView>;

/** A use of the procedure as its reviewers see it: the client by name only to who may see who the client is. */
export function reviewView(
  row: typeof emergencyAccesses.$inferSelect,
  client: ClientRow,
  { now, self, seen, opened }: { now: number; self: string; seen: boolean; opened: number },
) {
  const state = stateOf(row, now);
  const mine = row.employeeId === self;
  return {
    id: row.id,
    who: row.employeeName,
    client: { number: client.number, name: seen ? listName(client) : null },
    openedAt: row.openedAt,
    until: row.until,
    reason: row.reason,
    state,
    /** How often something of this client was looked at or changed by it */
    opened,
    mine,
    mayReview: state === "waiting" && !mine,
    review: row.verdict && {
      verdict: row.verdict,
      note: row.reviewNote ?? "",
      at: row.reviewedAt ?? now,
      by: row.reviewedBy ?? "",
    },
  };
}
export type ReviewView = ReturnType<typeof reviewView>;
