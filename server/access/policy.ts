import type { EventId } from "../audit/events";
import {
  CAPPED,
  DOSSIER_ROLES,
  type DossierRole,
  EMERGENCY_GIVES,
  NOT_IN_EMERGENCY,
  ROLE_GIVES,
  WITHOUT_TASK,
} from "./dossier-roles";
import type { Relation } from "./relations";
import type { TaskId } from "./tasks";

/** Where a role counts: everywhere, or at these locations (a subtree, already spelled out). */
export type Reach = "everywhere" | readonly string[];

/** A role someone holds, with its tasks ("taken") and reach ("bereik"). */
export interface Grant {
  role: string;
  tasks: ReadonlySet<TaskId>;
  reach: Reach;
  /** The location at the top of that reach, when it is one subtree: how people name it */
  top?: string;
}

/** All that gives an employee permission, as it is at this moment. */
export interface Standing {
  grants: readonly Grant[];
  /** Their roles in dossiers, by client id: beside reach, and capping it */
  dossierRoles: ReadonlyMap<string, DossierRole>;
  /** Clients whose dossier they have open by the emergency procedure */
  emergencies: ReadonlySet<string>;
}

/** Someone or something that acts. Rights come from the database at each call, never from a cookie. */
export type Actor =
  | ({ kind: "employee"; id: string; name: string; title: string; expertises: readonly string[] } & Standing)
  /** Someone from outside, in the portal: no task ever, only what a relation to a client lets them see */
  | { kind: "portal"; id: string; name: string; relations: readonly Relation[] }
  | { kind: "system" }
  | { kind: "command" }
  | { kind: "anonymous" };

/** How the log names who acts. */
export function actorText(actor: Actor): { actor: string; actorName: string } {
  switch (actor.kind) {
    case "employee":
      return { actor: `employee:${actor.id}`, actorName: actor.name };
    case "portal":
      return { actor: `portal:${actor.id}`, actorName: actor.name };
    case "system":
      return { actor: "systeem", actorName: "Systeem" };
    case "command":
      return { actor: "opdrachtregel", actorName: "Opdrachtregel" };
    case "anonymous":
      return { actor: "anoniem", actorName: "Niet ingelogd" };
  }
}

/** What an act is about, as far as permission goes. */
export type Place =
  | { kind: "anywhere" }
  | { kind: "client"; id: string; locations: readonly string[] }
  | { kind: "locations"; locations: readonly string[] };

/** What an act needs: every one of these tasks, or at least one of them. */
export type Need = readonly TaskId[] | { anyOf: readonly TaskId[] };

export type Decision =
  | { allowed: true; task: TaskId | null; role: string | null; emergency: boolean }
  | { allowed: false; why: Why | "not-signed-in" | "not-in-emergency" };

/** Why not: no role has the task; it counts elsewhere; or their role in this dossier takes it away. */
type Why = "task-missing" | "out-of-reach" | "dossier-role-caps";

function covers(reach: Reach, place: Place): boolean {
  if (place.kind === "anywhere" || reach === "everywhere") return true;
  if (place.kind === "client") return place.locations.some((id) => reach.includes(id));
  return place.locations.every((id) => reach.includes(id));
}

/** Why a task counts at a place or not: through which roles, or which of them carry it elsewhere. */
export type Explanation =
  | { allowed: true; by: "reach"; through: readonly Grant[] }
  | { allowed: true; by: "dossier-role"; role: DossierRole }
  | { allowed: true; by: "emergency" }
  | { allowed: false; why: "task-missing" }
  | { allowed: false; why: "out-of-reach"; elsewhere: readonly Grant[] }
  | { allowed: false; why: "dossier-role-caps"; role: DossierRole };

/** Whether this standing gives one task at a place, and why. `decide` goes by it, so that it cannot tell otherwise. */
export function explain(standing: Standing, task: TaskId, place: Place): Explanation {
  const carrying = standing.grants.filter((grant) => grant.tasks.has(task));
  const role = place.kind === "client" ? standing.dossierRoles.get(place.id) : undefined;
  const given = role !== undefined && ROLE_GIVES[role].includes(task);
  if (role && given && WITHOUT_TASK.includes(task)) return { allowed: true, by: "dossier-role", role };
  if (carrying.length === 0) return { allowed: false, why: "task-missing" };
  if (role && !given && CAPPED.includes(task)) return { allowed: false, why: "dossier-role-caps", role };
  const through = carrying.filter((grant) => covers(grant.reach, place));
  if (through.length > 0) return { allowed: true, by: "reach", through };
  if (role && given) return { allowed: true, by: "dossier-role", role };
  if (place.kind === "client" && standing.emergencies.has(place.id) && EMERGENCY_GIVES.includes(task))
    return { allowed: true, by: "emergency" };
  return { allowed: false, why: "out-of-reach", elsewhere: carrying };
}

/** The role an act is done in, as the log names it. */
function roleOf(explained: Explanation | undefined): string | null {
  if (!explained?.allowed) return null;
  if (explained.by === "reach") return explained.through[0]?.role ?? null;
  return explained.by === "dossier-role" ? DOSSIER_ROLES[explained.role] : "Noodprocedure";
}

/**
 * The whole policy: every task an act needs must come from a role whose reach covers the place, or from a role in that
 * dossier, which also takes away what it does not give (DOMAIN.md 5). A person without one of the tasks in any role is
 * told so; one who has them, but not here, is told nothing that a stranger to the place would not be told.
 * @param event of the act, where it is known: some are never opened by the emergency procedure
 */
export function decide(actor: Actor, need: Need, place: Place, event?: EventId): Decision {
  if (actor.kind === "command") return { allowed: true, task: null, role: "opdrachtregel", emergency: false };
  if (actor.kind !== "employee") return { allowed: false, why: "not-signed-in" };
  if ("anyOf" in need) {
    const answers = need.anyOf.map((task) => decide(actor, [task], place, event));
    const told = (["out-of-reach", "dossier-role-caps"] as const).map((why) =>
      answers.find((answer) => !answer.allowed && answer.why === why),
    );
    const refused = told.find(Boolean) ?? { allowed: false, why: "task-missing" };
    return answers.find((answer) => answer.allowed) ?? refused;
  }
  const explained = need.map((task) => explain(actor, task, place));
  for (const why of ["task-missing", "out-of-reach", "dossier-role-caps"] as const)
    if (explained.some((each) => !each.allowed && each.why === why)) return { allowed: false, why };
  const emergency = explained.some((each) => each.allowed && each.by === "emergency");
  if (emergency && event && NOT_IN_EMERGENCY.includes(event))
    return { allowed: false, why: "not-in-emergency" };
  return { allowed: true, task: need[0] ?? null, role: roleOf(explained[0]), emergency };
}

/** Where someone may do something at locations: the union of the reaches that carry one of the tasks. */
export function reachOf(actor: Actor, ...tasks: readonly TaskId[]): Reach {
  if (actor.kind === "command") return "everywhere";
  if (actor.kind !== "employee") return [];
  const carrying = actor.grants.filter((grant) => tasks.some((task) => grant.tasks.has(task)));
  const reaches = carrying.map((grant) => grant.reach);
  if (reaches.includes("everywhere")) return "everywhere";
  return [...new Set(reaches.flatMap((reach) => (reach === "everywhere" ? [] : reach)))];
}

/** The clients someone may do something with: those in a reach, with those besides and without those capped. */
export interface Scope {
  reach: Reach;
  /** Ids of clients whose dossier gives it, in reach or not */
  besides: readonly string[];
  /** Ids of clients whose dossier takes it away */
  without: readonly string[];
}

/** With whom someone may do any of these tasks, to narrow a list of clients: `decide`, for all clients at once. */
export function scopeOf(actor: Actor, ...tasks: readonly TaskId[]): Scope {
  const reach = reachOf(actor, ...tasks);
  if (actor.kind !== "employee") return { reach, besides: [], without: [] };
  const known = [...new Set([...actor.dossierRoles.keys(), ...actor.emergencies])];
  const may = (id: string, locations: readonly string[]) =>
    decide(actor, { anyOf: tasks }, { kind: "client", id, locations }).allowed;
  const everywhere = reach === "everywhere" ? [] : reach;
  return {
    reach,
    besides: known.filter((id) => may(id, [])),
    without: known.filter((id) => !may(id, everywhere)),
  };
}
