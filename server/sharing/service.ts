import { DOSSIER_ROLES, type DossierRole } from "../access/dossier-roles";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { selfOf } from "../auth/own";
import type { Field } from "../clients/fields";
import { fieldView } from "../clients/records/view";
import { ADD_FIELDS, ROLE_FIELDS } from "./fields";
import { counts, type RoleRow, rolesIn } from "./people";
import { rolesToGive, stateOn } from "./rules";
import { formerView, personView } from "./view";

const ORDER: readonly DossierRole[] = ["owner", "collaborator", "viewer"];

function byRole(one: RoleRow, other: RoleRow): number {
  const order = ORDER.indexOf(one.row.role) - ORDER.indexOf(other.row.role);
  return order || one.person.name.localeCompare(other.person.name, "nl");
}

/** The fields of a form with only the roles that may be given. */
function fieldsFor(fields: readonly Field[], gives: readonly DossierRole[]) {
  const codes = Object.fromEntries(gives.map((role) => [role, DOSSIER_ROLES[role]]));
  return fields.map((field) => fieldView(field.key === "role" ? { ...field, codes } : field, []));
}

/** Dossier rechten of one client: who works in the dossier, in which role, who did before, and what may be changed. */
export async function viewSharing(ctx: Ctx, client: ReachedClient) {
  const { id } = selfOf(ctx);
  const all = await rolesIn(ctx.db, client.id);
  const hasOwner = all.some((each) => each.row.role === "owner" && counts(each, ctx.day));
  const gives = rolesToGive({ role: ctx.dossierRole, allows: ctx.allows }, hasOwner);
  const viewer = { id, gives, owns: ctx.dossierRole === "owner" && ctx.allows("dossier.share") };
  const open = all.filter(({ row }) => stateOn(row, ctx.day) !== "over").sort(byRole);
  const own = open.find(({ person }) => person.id === id)?.row.role;
  return {
    people: open.map((each) => personView(each, ctx.day, viewer)),
    former: all.filter(({ row }) => stateOn(row, ctx.day) === "over").map(formerView),
    hasOwner,
    mayAdd: gives.length > 0,
    mayAppoint: gives.includes("owner"),
    mayLeave: own !== undefined && own !== "owner",
    addFields: fieldsFor(ADD_FIELDS, gives),
    changeFields: fieldsFor(ROLE_FIELDS, gives),
  };
}
