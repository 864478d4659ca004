import type { Reach } from "../access/policy";
import type { TaskId } from "../access/tasks";
import type { Reason } from "../core/errors";

/** Where a role was given: everywhere, at a location (with what is under it), or only for what is shared. */
export interface Given {
  everywhere: boolean;
  locationId: string | null;
}

/** Someone who could sign in and, by this role given everywhere, manage employees and roles. */
export interface AdminHolding {
  employeeId: string;
  roleId: string;
  grantId: string;
}

/** What is about to be taken away. */
export type Loss = { employeeId: string } | { grantId: string } | { roleId: string };

/**
 * Whether this loss would leave nobody who can manage employees and roles everywhere. When there was nobody before,
 * nothing is lost by it.
 * @param holdings of those who are switched on and have activated their account
 */
export function losesLastAdministrator(holdings: readonly AdminHolding[], loss: Loss): boolean {
  const stays = (holding: AdminHolding): boolean => {
    if ("employeeId" in loss) return holding.employeeId !== loss.employeeId;
    if ("grantId" in loss) return holding.grantId !== loss.grantId;
    return holding.roleId !== loss.roleId;
  };
  return holdings.length > 0 && !holdings.some(stays);
}

/**
 * Whether what is touched lies wholly where someone may manage rights: who manages one location does not reach for
 * rights that count elsewhere. A role for shared dossiers only counts nowhere by itself.
 */
export function withinManaged(managed: Reach, touched: readonly Given[]): boolean {
  if (managed === "everywhere") return true;
  return touched.every(
    ({ everywhere, locationId }) => !everywhere && (locationId === null || managed.includes(locationId)),
  );
}

/**
 * Tasks that count for the whole house wherever a role with them is given: what they open is not about one client or
 * one place, or (importing) reaches past it.
 */
const HOUSE_TASKS: readonly TaskId[] = [
  "access.manage",
  "audit.view",
  "caren.settings",
  "emergency.review",
  "interchange.import",
  "jobs.view",
  "organisation.manage",
];

/** Whether a role with these tasks may be given by who manages rights here: house-wide tasks only from everywhere. */
export function mayGive(managed: Reach, tasks: readonly TaskId[]): boolean {
  return managed === "everywhere" || !tasks.some((task) => HOUSE_TASKS.includes(task));
}

/**
 * Whether someone is a person to manage here: all their rights lie where one manages, and at least one at a place of
 * it. Who works nowhere in particular is for who manages everywhere.
 */
export function personWithin(managed: Reach, held: readonly Given[]): boolean {
  if (managed === "everywhere") return true;
  return withinManaged(managed, held) && held.some(({ locationId }) => locationId !== null);
}

/** What of a list is new. */
export function added<T>(before: readonly T[], after: readonly T[]): T[] {
  return after.filter((each) => !before.includes(each));
}

interface Self {
  id: string;
  expertises: readonly string[];
}

/**
 * Nobody gives rights to themselves: no role, no task in a role they hold, no expertise (which opens what is bound to
 * it). Taking away from oneself is free, but for the last administrator.
 */
export function ownRightsRefusal(
  self: Self,
  gift:
    | { kind: "role"; to: string }
    | { kind: "tasks"; added: readonly TaskId[]; holders: readonly string[] }
    | { kind: "expertises"; to: string; added: readonly string[] },
): Reason | undefined {
  const toSelf = gift.kind === "tasks" ? gift.holders.includes(self.id) : gift.to === self.id;
  const gives = gift.kind === "role" || gift.added.length > 0;
  return toSelf && gives ? "rights-own" : undefined;
}
