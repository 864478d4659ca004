import { inArray } from "drizzle-orm";
import { locations } from "@/db/schema/access";
import { type EventId, SYSTEM_EVENTS } from "../audit/events";
import type { World } from "../core/world";
import { type Actor, type Decision, decide, type Need, type Place } from "./policy";
import { type FoundClient, findClient } from "./reach";
import { RELATION_KINDS, type Relation, type RelationKind } from "./relations";

/** What an act is about, as it is asked for. */
export type Target =
  | { kind: "none" }
  | { kind: "client"; number: string }
  /** Two clients, both of which it must be allowed with */
  | { kind: "client-pair"; numbers: readonly [string, string] }
  | { kind: "locations"; ids: readonly string[] }
  /** A client, for someone from outside who is one of these to them */
  | { kind: "portal"; number: string; relations: readonly RelationKind[] }
  /** One's own account: being signed in is enough, as an employee or in the portal */
  | { kind: "self" | "portal-self" }
  /** Open to strangers (signing in, activation): throttled where it is offered, and logged */
  | { kind: "open" };

export interface Resolved {
  /** It must be allowed at each of them */
  places: readonly Place[];
  /** Of a pair: the first */
  client?: FoundClient;
  other?: FoundClient;
  objects: string[];
}

/** The client numbers an act is asked for with. */
export function numbersIn(target: Target): readonly string[] {
  if ("numbers" in target) return target.numbers;
  return "number" in target ? [target.number] : [];
}

/** Looks up what an act is about; `undefined` when there is no such client or location. */
export async function resolve(world: World, target: Target, day: string): Promise<Resolved | undefined> {
  if (target.kind === "locations") {
    const ids = [...new Set(target.ids)];
    const known = await world.db.read.$count(locations, inArray(locations.id, ids));
    // As with clients: an id nobody has is not in reach, and is not written down (people paste anything).
    if (known !== ids.length) return undefined;
    return { places: [{ kind: "locations", locations: ids }], objects: ids.map((id) => `location:${id}`) };
  }
  const numbers = numbersIn(target);
  if (numbers.length === 0) return { places: [{ kind: "anywhere" }], objects: [] };
  const found: FoundClient[] = [];
  for (const number of numbers) {
    const client = await findClient(world.db.read, number, day);
    if (!client) return undefined;
    found.push(client);
  }
  const [client, other] = found;
  return {
    places: found.map(({ id, locations }) => ({ kind: "client", id, locations })),
    ...(client && { client }),
    ...(other && { other }),
    objects: [...new Set(found.map(({ id }) => `client:${id}`))],
  };
}

/** What someone from outside is to a client, of what an act is for. */
export function relationOf(actor: Actor, target: Target, found: Resolved | undefined): Relation | undefined {
  if (actor.kind !== "portal" || target.kind !== "portal") return undefined;
  return actor.relations.find(
    ({ clientId, kind }) => clientId === found?.client?.id && target.relations.includes(kind),
  );
}

const ALLOWED = { allowed: true, task: null, emergency: false } as const;

/**
 * The policy at each of these places. A place out of reach is told of before what a role in another dossier takes away:
 * who asks about two clients learns nothing of the one they cannot reach.
 */
function decideAtAll(actor: Actor, tasks: Need, places: readonly Place[], event: EventId): Decision {
  const decisions = places.map((place) => decide(actor, tasks, place, event));
  const refused = decisions.filter((each) => !each.allowed);
  const told = refused.find(({ why }) => why === "out-of-reach") ?? refused[0] ?? decisions[0];
  if (!told) throw new Error("An act is about at least one place.");
  if (!told.allowed) return told;
  return { ...told, emergency: decisions.some((each) => each.allowed && each.emergency) };
}

/** Whether an act may be done: the policy, for whoever the target is meant for. */
export function judge(
  actor: Actor,
  tasks: Need,
  event: EventId,
  target: Target,
  found: Resolved | undefined,
): Decision {
  if (target.kind === "open") return { ...ALLOWED, role: null };
  if (target.kind === "self" && actor.kind === "employee") return { ...ALLOWED, role: null };
  if (target.kind === "portal" || target.kind === "portal-self") {
    if (actor.kind !== "portal") return { allowed: false, why: "not-signed-in" };
    if (target.kind === "portal-self") return { ...ALLOWED, role: null };
    const relation = relationOf(actor, target, found);
    if (!relation) return { allowed: false, why: "out-of-reach" };
    return { ...ALLOWED, role: RELATION_KINDS[relation.kind] };
  }
  if (actor.kind === "system") {
    if (!found || !SYSTEM_EVENTS.includes(event)) return { allowed: false, why: "out-of-reach" };
    return { ...ALLOWED, role: "systeem" };
  }
  const decision = decideAtAll(
    actor,
    tasks,
    found?.places ?? [{ kind: "client", id: "", locations: [] }],
    event,
  );
  return decision.allowed && !found ? { allowed: false, why: "out-of-reach" } : decision;
}
