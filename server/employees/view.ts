import type { employees, grants } from "@/db/schema/access";
import type { mails } from "@/db/schema/mails";
import type { TaskId } from "../access/tasks";
import { EXPERTISES } from "../dossier/codes";
import { effectsOf, type NamedReach } from "./effects";
import type { EmployeeState } from "./input";

type EmployeeRow = typeof employees.$inferSelect;
type GrantRow = typeof grants.$inferSelect;
type MailRow = typeof mails.$inferSelect;

/** Whether someone can sign in, and if not, why. */
export function stateOf({
  disabledAt,
  passwordHash,
}: Pick<EmployeeRow, "disabledAt" | "passwordHash">): EmployeeState {
  if (disabledAt !== null) return "disabled";
  return passwordHash === null ? "not-activated" : "active";
}

/** Expertises in words; a code this release does not know stays as it is. */
export function expertiseNames(codes: readonly string[]): string[] {
  const names: Record<string, string> = EXPERTISES;
  return codes.map((code) => names[code] ?? code);
}

/** One line of the list of employees. */
export function employeeLine(row: EmployeeRow, roleNames: readonly string[]) {
  const { id, name, email, title } = row;
  return { id, name, email, title, state: stateOf(row), roles: [...new Set(roleNames)] };
}
export type EmployeeLine = ReturnType<typeof employeeLine>;

/** A role someone holds: where it counts and what that lets them do. */
export interface HeldRole {
  grant: GrantRow;
  role: { id: string; name: string; tasks: readonly TaskId[] };
  location: { code: string; name: string } | null;
}

export function namedReach({ grant, location }: Pick<HeldRole, "grant" | "location">): NamedReach {
  if (grant.everywhere) return { kind: "everywhere" };
  return location ? { kind: "location", name: location.name } : { kind: "shared" };
}

/** A role someone holds, in words. */
export function heldRoleView(held: HeldRole) {
  const reach = namedReach(held);
  return {
    grantId: held.grant.id,
    roleId: held.role.id,
    role: held.role.name,
    reach,
    effects: effectsOf(held.role.tasks, reach),
  };
}
export type HeldRoleView = ReturnType<typeof heldRoleView>;

/** How the last mail about an account went; its address and text stay on the server. */
export function mailView({ kind, state, queuedAt, endedAt }: MailRow) {
  return { kind, state, at: endedAt ?? queuedAt };
}

/** An employee as administrators see one. */
export function employeeView(row: EmployeeRow, held: readonly HeldRole[], mail: MailRow | undefined) {
  const { id, name, email, title, expertises, disabledAt, createdAt, version } = row;
  return {
    id,
    name,
    email,
    title,
    expertises,
    expertiseNames: expertiseNames(expertises),
    state: stateOf(row),
    disabledAt,
    createdAt,
    version,
    roles: held.map(heldRoleView),
    lastMail: mail ? mailView(mail) : null,
  };
}
export type EmployeeView = ReturnType<typeof employeeView>;
