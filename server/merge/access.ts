import type { DossierRole } from "../access/dossier-roles";
import type { RelationKind } from "../access/relations";

/** A role in a dossier, or a relation of the portal, as far as a merge looks at it; ended ones are history. */
export interface HeldRole {
  id: string;
  employeeId: string;
  role: DossierRole;
  ended: boolean;
}
export interface HeldRelation {
  id: string;
  accountId: string;
  kind: RelationKind;
  ended: boolean;
}

/** What becomes of the roles in the dossier that goes on being read under the survivor's number. */
export interface RolePlan {
  /** Go along; `as`: with another role than they had */
  moves: { id: string; as?: DossierRole }[];
  /** Stay behind: this person already has a role with the survivor */
  stays: string[];
}

/**
 * The survivor's owner stays (DOMAIN.md 5); the other one's becomes Collaborator, unless there is none yet. Who has a
 * role with both keeps that with the survivor. What has ended is the history of the dossier it was in.
 */
export function planRoles(left: readonly HeldRole[], right: readonly HeldRole[]): RolePlan {
  const held = left.filter(({ ended }) => !ended);
  const owned = held.some(({ role }) => role === "owner");
  const plan: RolePlan = { moves: [], stays: [] };
  for (const { id, employeeId, role, ended } of right) {
    if (ended || held.some((each) => each.employeeId === employeeId)) plan.stays.push(id);
    else plan.moves.push(role === "owner" && owned ? { id, as: "collaborator" } : { id });
  }
  return plan;
}

/** What becomes of who is in the portal for them. */
export interface RelationPlan {
  moves: string[];
  /** Stay behind: the same account is the same to the survivor; what was asked of `id` is from now on asked of `same` */
  stays: { id: string; same: string }[];
}

/** Everyone in the portal follows, once; ended relations too, for they tell who could look when. */
export function planRelations(left: readonly HeldRelation[], right: readonly HeldRelation[]): RelationPlan {
  const plan: RelationPlan = { moves: [], stays: [] };
  for (const { id, accountId, kind, ended } of right) {
    const same = ended
      ? undefined
      : left.find((each) => !each.ended && each.accountId === accountId && each.kind === kind);
    if (same) plan.stays.push({ id, same: same.id });
    else plan.moves.push(id);
  }
  return plan;
}
