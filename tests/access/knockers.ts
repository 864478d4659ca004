import { dossierRoles } from "@/db/schema/sharing";
import type { DossierRole } from "@/server/access/dossier-roles";
import { RELATION_KINDS, type RelationKind } from "@/server/access/relations";
import { TASKS, type TaskId } from "@/server/access/tasks";
import type { Reason } from "@/server/core/errors";
import type { World } from "@/server/core/world";
import type { Declared } from "./declared";
import {
  type Bond,
  CLIENTS,
  type ClientName,
  giveDossierRole,
  type Holding,
  makeEmployee,
  openSession,
  signInPortal,
} from "./people";

/** Who knocks: the session (none: a stranger) and what comes of it. */
export interface Knocker {
  name: string;
  session: string | undefined;
  /** Why the door stays closed to them, by the rules of the door alone; `undefined`: it opens */
  refused: (client: string | undefined) => Reason | undefined;
  /** Holds the tasks everywhere */
  everywhere: boolean;
  /** About which clients they knock, when not about every one */
  about?: readonly string[];
}

/** Client ids by number. */
export const ID_OF = new Map(
  Object.entries(CLIENTS).map(([name, number]) => [String(number), `client-${name}`]),
);
export const numberOf = (name: ClientName) => String(CLIENTS[name]);
export const REAL: readonly string[] = Object.values(CLIENTS).map(String);
const listed = (need: Declared["tasks"]): readonly TaskId[] => ("anyOf" in need ? need.anyOf : need);

/** Everyone who knocks at one procedure. */
export async function knockers(world: World, declared: Declared): Promise<Knocker[]> {
  if (declared.door === "portal" || declared.door === "portalSelf") return portalKnockers(world, declared);
  const need = listed(declared.tasks);
  const all = Object.keys(TASKS) as TaskId[];
  const others = all.filter((task) => !need.includes(task));
  const here = ["own", "below"].map((name) => numberOf(name as ClientName));
  const beside = [numberOf("beside")];
  const made = async (name: string, holdings: Holding[], reached: readonly string[] | undefined) => ({
    name,
    session: await openSession(world, await makeEmployee(world, holdings)),
    refused: (client: string | undefined): Reason | undefined => {
      if (declared.door === "self") return undefined;
      if (reached === undefined && need.length > 0) return "task-missing";
      return client === undefined || reached?.includes(client) ? undefined : "not-found";
    },
    everywhere: reached === REAL,
    ...(reached !== REAL && { about: REAL }),
  });
  return [
    { name: "a stranger", session: undefined, refused: () => "not-signed-in", everywhere: false },
    {
      name: "someone from the portal",
      session: await signInPortal(world, [{ kind: "representative", to: "own" }]),
      refused: () => "not-signed-in",
      everywhere: false,
      about: [numberOf("own")],
    },
    ...(declared.door.startsWith("onClient") ? await roleHolders(world, declared) : []),
    await made("someone with every other task", [{ tasks: others, reach: "everywhere" }], undefined),
    await made("someone with the task at own", [{ tasks: need, reach: "own" }], here),
    await made("someone with the task beside", [{ tasks: need, reach: "beside" }], beside),
    await made("someone with the task nowhere", [{ tasks: need, reach: "nowhere" }], []),
    await made("someone with the task everywhere", [{ tasks: need, reach: "everywhere" }], REAL),
    await made(
      "someone with the task below and every other task everywhere",
      [
        { tasks: need, reach: "below" },
        { tasks: others, reach: "everywhere" },
      ],
      [numberOf("below")],
    ),
  ];
}

/**
 * People with a role in the dossier of `own` and reach nowhere, and a Viewer with reach everywhere. The table here is
 * written by hand, beside the product's own.
 */
async function roleHolders(world: World, { tasks }: Declared): Promise<Knocker[]> {
  const own = numberOf("own");
  const gives: Record<DossierRole, readonly TaskId[]> = {
    viewer: ["dossier.view", "dossier.view-hidden"],
    collaborator: ["dossier.view", "dossier.view-hidden", "dossier.edit"],
    owner: ["dossier.view", "dossier.view-hidden", "dossier.edit", "dossier.share", "dossier.export"],
  };
  const capped: readonly TaskId[] = ["dossier.edit", "dossier.share"];
  const outcome = (role: DossierRole, reaches: boolean): Reason | undefined => {
    const each = listed(tasks).map((task): Reason | undefined => {
      if (gives[role].includes(task)) return undefined;
      if (capped.includes(task)) return "dossier-role-caps";
      return reaches ? undefined : "not-found";
    });
    if ("anyOf" in tasks && each.includes(undefined)) return undefined;
    return each.includes("not-found") ? "not-found" : each.find(Boolean);
  };
  const made = async (role: DossierRole, reach: "nowhere" | "everywhere"): Promise<Knocker> => {
    const employeeId = await makeEmployee(world, [{ tasks: listed(tasks), reach }]);
    await giveDossierRole(world, employeeId, "own", role);
    const everywhere = reach === "everywhere";
    return {
      name: `${role} at own with the task ${reach}`,
      session: await openSession(world, employeeId),
      refused: (client) =>
        client === own ? outcome(role, everywhere) : everywhere ? undefined : "not-found",
      everywhere,
      about: [own, numberOf("beside")],
    };
  };
  await world.db.write((tx) => tx.delete(dossierRoles));
  const viewers = [await made("viewer", "nowhere"), await made("viewer", "everywhere")];
  return [...viewers, await made("collaborator", "nowhere"), await made("owner", "nowhere")];
}

/** Who knocks at a door of the portal: each relation, ended ones, one not agreed to, and those who are not from it. */
async function portalKnockers(world: World, { door, relations = [] }: Declared): Promise<Knocker[]> {
  const own = numberOf("own");
  const all = Object.keys(TASKS) as TaskId[];
  const made = async (
    name: string,
    bonds: readonly Bond[],
    open: boolean,
    fields: Parameters<typeof signInPortal>[2] = {},
  ): Promise<Knocker> => ({
    name,
    session: await signInPortal(world, bonds, fields),
    refused: (client) => (door === "portalSelf" || (open && client === own) ? undefined : "not-found"),
    everywhere: false,
  });
  const kinds = Object.keys(RELATION_KINDS) as RelationKind[];
  const [first = "involved"] = relations;
  const employee = await makeEmployee(world, [{ tasks: all, reach: "everywhere" }]);
  return [
    { name: "a stranger", session: undefined, refused: () => "not-signed-in", everywhere: false },
    {
      name: "an employee with every task",
      session: await openSession(world, employee),
      refused: () => "not-signed-in",
      everywhere: false,
    },
    ...(await Promise.all(
      kinds.map((kind) => made(`a ${kind} of own`, [{ kind, to: "own" }], relations.includes(kind))),
    )),
    await made("someone who was it", [{ kind: first, to: "own", ended: true }], false),
    await made("someone who did not agree", [{ kind: first, to: "own" }], false, { agreedAt: null }),
  ];
}
