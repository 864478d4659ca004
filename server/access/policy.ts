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

/** Someone or something that acts. Rights come from the database at each call, never from a cookie. */
export type Actor =
  | {
      kind: "employee";
      id: string;
      name: string;
      title: string;
      expertises: readonly string[];
      grants: readonly Grant[];
    }
  | { kind: "system" }
  | { kind: "command" }
  | { kind: "anonymous" };

/** What an act is about, as far as permission goes. */
export type Place =
  | { kind: "anywhere" }
  | { kind: "client"; locations: readonly string[] }
  | { kind: "locations"; locations: readonly string[] };

/** What an act needs: every one of these tasks, or at least one of them. */
export type Need = readonly TaskId[] | { anyOf: readonly TaskId[] };

export type Decision =
  | { allowed: true; task: TaskId | null; role: string | null }
  | { allowed: false; why: "not-signed-in" | "task-missing" | "out-of-reach" };

function covers(reach: Reach, place: Place): boolean {
  if (place.kind === "anywhere" || reach === "everywhere") return true;
  if (place.kind === "client") return place.locations.some((id) => reach.includes(id));
  return place.locations.every((id) => reach.includes(id));
}

/** Why a task counts at a place or not: through which roles, or which of them carry it elsewhere. */
export type Explanation =
  | { allowed: true; through: readonly Grant[] }
  | { allowed: false; why: "task-missing" }
  | { allowed: false; why: "out-of-reach"; elsewhere: readonly Grant[] };

/** Whether these roles give one task at a place, and why. `decide` goes by it, so that it cannot tell otherwise. */
export function explain(grants: readonly Grant[], task: TaskId, place: Place): Explanation {
  const carrying = grants.filter((grant) => grant.tasks.has(task));
  if (carrying.length === 0) return { allowed: false, why: "task-missing" };
  const through = carrying.filter((grant) => covers(grant.reach, place));
  return through.length > 0
    ? { allowed: true, through }
    : { allowed: false, why: "out-of-reach", elsewhere: carrying };
}

/**
 * The whole policy: every task an act needs must come from a role whose reach covers the place.
 * A person without one of the tasks in any role is told so; one who has them, but not here, is told
 * nothing that a stranger to the place would not be told.
 */
export function decide(actor: Actor, need: Need, place: Place): Decision {
  if (actor.kind === "command") return { allowed: true, task: null, role: "opdrachtregel" };
  if (actor.kind !== "employee") return { allowed: false, why: "not-signed-in" };
  if ("anyOf" in need) {
    const answers = need.anyOf.map((task) => decide(actor, [task], place));
    const out = answers.find((answer) => !answer.allowed && answer.why === "out-of-reach");
    return answers.find((answer) => answer.allowed) ?? out ?? { allowed: false, why: "task-missing" };
  }
  const explained = need.map((task) => explain(actor.grants, task, place));
  const refused = (why: "task-missing" | "out-of-reach") =>
    explained.some((each) => !each.allowed && each.why === why);
  if (refused("task-missing")) return { allowed: false, why: "task-missing" };
  if (refused("out-of-reach")) return { allowed: false, why: "out-of-reach" };
  const [first] = explained;
  const role = first?.allowed ? first.through[0]?.role : undefined;
  return { allowed: true, task: need[0] ?? null, role: role ?? null };
}

/** Where someone may do something, to narrow a list: the union of the reaches that carry one of the tasks. */
export function reachOf(actor: Actor, ...tasks: readonly TaskId[]): Reach {
  if (actor.kind === "command") return "everywhere";
  if (actor.kind !== "employee") return [];
  const carrying = actor.grants.filter((grant) => tasks.some((task) => grant.tasks.has(task)));
  const reaches = carrying.map((grant) => grant.reach);
  if (reaches.includes("everywhere")) return "everywhere";
  return [...new Set(reaches.flatMap((reach) => (reach === "everywhere" ? [] : reach)))];
}
