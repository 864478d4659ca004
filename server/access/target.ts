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
  | { kind: "locations"; ids: readonly string[] }
  /** A client, for someone from outside who is one of these to them */
  | { kind: "portal"; number: string; relations: readonly RelationKind[] }
  /** One's own account: being signed in is enough, as an employee or in the portal */
  | { kind: "self" | "portal-self" }
  /** Open to strangers (signing in, activation): throttled where it is offered, and logged */
  | { kind: "open" };

export interface Resolved {
  place: Place;
  client?: FoundClient;
  objects: string[];
}

/** Looks up what an act is about; `undefined` when there is no such client or location. */
export async function resolve(world: World, target: Target, day: string): Promise<Resolved | undefined> {
  if (target.kind === "locations") {
    const ids = [...new Set(target.ids)];
    const known = await world.db.read.$count(locations, inArray(locations.id, ids));
    // As with clients: an id nobody has is not in reach, and is not written down (people paste anything).
    if (known !== ids.length) return undefined;
    return { place: { kind: "locations", locations: ids }, objects: ids.map((id) => `location:${id}`) };
  }
  if (target.kind !== "client" && target.kind !== "portal")
    return { place: { kind: "anywhere" }, objects: [] };
  const client = await findClient(world.db.read, target.number, day);
  return (
    client && {
      place: { kind: "client", id: client.id, locations: client.locations },
      client,
      objects: [`client:${client.id}`],
    }
  );
}

/** What someone from outside is to a client, of what an act is for. */
export function relationOf(actor: Actor, target: Target, found: Resolved | undefined): Relation | undefined {
  if (actor.kind !== "portal" || target.kind !== "portal") return undefined;
  return actor.relations.find(
    ({ clientId, kind }) => clientId === found?.client?.id && target.relations.includes(kind),
  );
}

const ALLOWED = { allowed: true, task: null, emergency: false } as const;

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
  const decision = decide(actor, tasks, found?.place ?? { kind: "client", id: "", locations: [] });
  return decision.allowed && !found ? { allowed: false, why: "out-of-reach" } : decision;
}
