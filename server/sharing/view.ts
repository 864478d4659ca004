import { DOSSIER_ROLES, type DossierRole } from "../access/dossier-roles";
import { filledOf } from "../clients/fields";
import { ROLE_FIELDS } from "./fields";
import { counts, type RoleRow } from "./people";
import { stateOn } from "./rules";

/** Who looks at the page: their own id, and the roles they may give here. */
export interface Viewer {
  id: string;
  gives: readonly DossierRole[];
  /** They own the dossier and may hand it over */
  owns: boolean;
}

/** A role as the page shows it: whose, which, since when and by whom; and what the one who looks may do with it. */
export function personView(each: RoleRow, day: string, viewer: Viewer) {
  const { row, person } = each;
  const others = person.id !== viewer.id && row.role !== "owner";
  return {
    rowId: row.id,
    personId: person.id,
    name: person.name,
    title: person.title,
    role: row.role,
    label: DOSSIER_ROLES[row.role],
    fromDate: row.fromDate,
    untilDate: row.untilDate,
    givenAt: row.givenAt,
    givenBy: row.givenBy,
    begins: stateOn(row, day) === "later",
    accountOff: person.disabledAt !== null,
    mine: person.id === viewer.id,
    filled: filledOf(ROLE_FIELDS, row),
    mayChange: others && viewer.gives.length > 0 && person.disabledAt === null,
    mayRemove: others && viewer.gives.length > 0,
    mayBecomeOwner: others && viewer.owns && counts(each, day),
  };
}
export type PersonView = ReturnType<typeof personView>;

/** A role that is over: until when, who ended it and why. */
export function formerView({ row, person }: RoleRow) {
  return {
    rowId: row.id,
    name: person.name,
    title: person.title,
    label: DOSSIER_ROLES[row.role],
    fromDate: row.fromDate,
    untilDate: row.untilDate,
    givenBy: row.givenBy,
    endedAt: row.endedAt,
    endedBy: row.endedBy,
    /** `expired`: its own last day came */
    why: row.endReason ?? ("expired" as const),
  };
}
