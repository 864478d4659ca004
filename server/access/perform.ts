import { AsyncLocalStorage } from "node:async_hooks";
import type { Reader, Tx } from "@/db/client";
import type { EventId } from "../audit/events";
import { type AuditFact, record } from "../audit/record";
import { dayOf } from "../core/clock";
import { DomainError, type Reason } from "../core/errors";
import type { OutgoingEvent, World } from "../core/world";
import type { DossierRole } from "./dossier-roles";
import { type Closable, holding } from "./held";
import { type Actor, actorText, decide, type Need } from "./policy";
import { asReached, looksLikeClientNumber, type ReachedClient } from "./reach";
import type { Relation, RelationKind } from "./relations";
import { judge, numbersIn, type Resolved, relationOf, resolve, type Target } from "./target";
import type { TaskId } from "./tasks";

/** What an act needs and which event it is: declared once, where the procedure or job is declared. */
export interface Act {
  tasks: Need;
  /** `coveredBy`: a poll that returns state and counts only, already told by its page's event */
  audit: EventId | { coveredBy: EventId };
  kind: "query" | "mutation";
}

/** Who acts, from where, and for whom. */
export interface Caller {
  actor: Actor;
  accessPoint: "web" | "engine" | "command";
  source: string | null;
  /** The employee a job works for; the actor then holds that employee's current rights */
  onBehalfOf?: string;
}

/** What a service gets to work with. */
export interface Ctx {
  world: World;
  actor: Actor;
  db: Reader;
  now: number;
  /** Amsterdam calendar day */
  day: string;
  /** Whether the actor may also do this here: what a page offers or leaves out; by its event where that matters */
  allows(task: TaskId, event?: EventId): boolean;
  /** The actor's role in the dossier of the one client it is about: it shows all of it, hidden and bound to an expertise too */
  dossierRole: DossierRole | undefined;
  /** What the actor in the portal is to this client */
  relation: Relation | undefined;
  /** Adds an object to the audit row: its kind and id, never its contents */
  touch(kind: string, id: string): void;
  /** Closes something that was opened, should the act be run again or fail; else it is whoever got it that closes it */
  hold(open: Closable): void;
  /** The act is about this client too: a row of its own, so that their log tells of it as well */
  alsoAbout(clientId: string): void;
  /** The purpose for the audit row, from a closed list */
  purpose(code: string): void;
  /** A count or closed-list word for the audit row */
  detail(text: string): void;
}

/**
 * A service that changes something also gets the transaction, and may send events with it. In a query both
 * throw; a service that only reads asks for `Ctx`.
 */
export interface ChangeCtx extends Ctx {
  tx: Tx;
  emit(event: OutgoingEvent): void;
  /** A second row for the same act, where it did something the log must be searchable for by itself */
  also(event: AlsoEvent, detail: string): void;
}

/** What an act may tell of besides its own event: that it gave someone tasks. */
export type AlsoEvent = Extract<EventId, "access.tasks-given">;

const onlyInMutations = {
  get tx(): Tx {
    throw new Error("A query changes nothing: declare it a mutation.");
  },
  emit: (): void => {
    throw new Error("A query sends no events: declare it a mutation.");
  },
  also: (): void => {
    throw new Error("A query has one row: declare it a mutation.");
  },
};

/** The DomainError in a chain of causes: API errors wrap the refusal they carry. */
export function reasonOf(error: unknown): Reason | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof DomainError) return at.reason;
  return undefined;
}

function firstOf(need: Need): TaskId | null {
  return ("anyOf" in need ? need.anyOf[0] : need[0]) ?? null;
}

/** Set while an act works: one act is one permission and one row, so a second one inside it is a mistake. */
const acting = new AsyncLocalStorage<true>();

/**
 * The door. Authorises, works, writes the audit row, and only then lets anything out.
 * A mutation and its row are one transaction; a query reads outside the write lock and its row is committed
 * before the answer leaves. A refusal or failure is a row as well. Never nest it; no network call inside.
 * @throws DomainError `not-signed-in`, `task-missing`, `not-found` (out of reach), or what `work` throws
 */
export function perform<T>(
  world: World,
  caller: Caller,
  act: Act,
  target: Exclude<Target, { kind: "client" | "client-pair" | "portal" }>,
  work: (ctx: ChangeCtx) => Promise<T>,
): Promise<T> {
  return run(world, caller, act, target, work);
}

/**
 * The door to one client, by the number in the address. A client out of reach and one that does not exist
 * give the same answer.
 * @throws DomainError `not-signed-in`, `task-missing`, `not-found`, or what `work` throws
 */
export function performOnClient<T>(
  world: World,
  caller: Caller,
  act: Act,
  number: string,
  work: (ctx: ChangeCtx, client: ReachedClient) => Promise<T>,
): Promise<T> {
  return run(world, caller, act, { kind: "client", number }, (ctx, found) => {
    if (!found?.client) throw new DomainError("not-found");
    return work(ctx, asReached(found.client));
  });
}

/**
 * The door to two clients at once, by their numbers; what it needs must hold with both. When either is out of reach or
 * does not exist, that is the same answer, and it does not say which.
 * @throws DomainError `not-signed-in`, `task-missing`, `not-found`, `merge-same-client`, or what `work` throws
 */
export function performOnClientPair<T>(
  world: World,
  caller: Caller,
  act: Act,
  numbers: readonly [string, string],
  work: (ctx: ChangeCtx, client: ReachedClient, other: ReachedClient) => Promise<T>,
): Promise<T> {
  return run(world, caller, act, { kind: "client-pair", numbers }, (ctx, found) => {
    if (!found?.client || !found.other) throw new DomainError("not-found");
    // An old number and the one it leads to may stand beside each other: a second click of a merge that is done.
    if (numbers[0] === numbers[1]) throw new DomainError("merge-same-client");
    return work(ctx, asReached(found.client), asReached(found.other));
  });
}

/**
 * The door to one client for someone from outside, by what they are to them. A client they are nothing to, or something
 * else than the act is for, and one that does not exist give the same answer.
 * @throws DomainError `not-signed-in`, `not-found`, or what `work` throws
 */
export function performInPortal<T>(
  world: World,
  caller: Caller,
  act: Act & { relations: readonly RelationKind[] },
  number: string,
  work: (ctx: ChangeCtx, client: ReachedClient, relation: Relation) => Promise<T>,
): Promise<T> {
  const target: Target = { kind: "portal", number, relations: act.relations };
  return run(world, caller, act, target, (ctx, found) => {
    if (!found?.client || !ctx.relation) throw new DomainError("not-found");
    return work(ctx, asReached(found.client), ctx.relation);
  });
}

async function run<T>(
  world: World,
  caller: Caller,
  act: Act,
  target: Target,
  work: (ctx: ChangeCtx, found: Resolved | undefined) => Promise<T>,
): Promise<T> {
  if (acting.getStore()) throw new Error("An act inside an act: call the service, not the door.");
  const now = world.clock.now();
  const day = dayOf(now);
  const found = await resolve(world, target, day);
  const event = typeof act.audit === "string" ? act.audit : act.audit.coveredBy;
  const decision = judge(caller.actor, act.tasks, event, target, found);
  const covered = typeof act.audit !== "string";
  const told = {
    objects: [...(found?.objects ?? [])],
    purpose: null as string | null,
    detail: null as string | null,
    others: new Set(found?.other && found.other.id !== found.client?.id ? [found.other.id] : []),
  };
  const numbers = numbersIn(target).filter(looksLikeClientNumber);
  if (!found) told.objects.push(...numbers.map((number) => `client-number:${number}`));
  const fact = (outcome: AuditFact["outcome"], detail: string | null): AuditFact => ({
    at: now,
    event,
    outcome,
    ...actorText(caller.actor),
    role: decision.allowed ? decision.role : null,
    onBehalfOf: caller.onBehalfOf ?? null,
    clientId: found?.client?.id ?? null,
    objects: told.objects,
    purpose: told.purpose,
    task: decision.allowed ? decision.task : firstOf(act.tasks),
    emergency: decision.allowed && decision.emergency,
    accessPoint: caller.accessPoint,
    source: caller.source,
    detail,
  });
  const write = (row: AuditFact) => world.db.write((tx) => record(tx, world.keys, row));

  const recordDone = async (tx: Tx): Promise<void> => {
    const done = fact("done", told.detail);
    await record(tx, world.keys, done);
    for (const clientId of told.others) await record(tx, world.keys, { ...done, clientId });
  };

  if (!decision.allowed) {
    const reason: Reason = decision.why === "out-of-reach" ? "not-found" : decision.why;
    await write(fact("refused", reason));
    throw new DomainError(reason);
  }
  const held = holding();
  const base: Ctx = {
    world,
    actor: caller.actor,
    db: world.db.read,
    now,
    day,
    dossierRole:
      caller.actor.kind === "employee" && !found?.other
        ? caller.actor.dossierRoles.get(found?.client?.id ?? "")
        : undefined,
    relation: relationOf(caller.actor, target, found),
    allows: (task, event) =>
      (found?.places ?? [{ kind: "anywhere" }]).every(
        (place) => decide(caller.actor, [task], place, event).allowed,
      ),
    touch: (kind, id) => {
      told.objects.push(`${kind}:${id}`);
    },
    hold: held.hold,
    alsoAbout: (clientId) => {
      told.others.add(clientId);
    },
    purpose: (code) => {
      told.purpose = code;
    },
    detail: (text) => {
      told.detail = text;
    },
  };
  try {
    if (act.kind === "query") {
      const ctx: ChangeCtx = Object.assign(Object.create(onlyInMutations), base);
      const answer = await acting.run(true, () => work(ctx, found));
      if (!covered) await world.db.write(recordDone);
      return answer;
    }
    const untouched = told.objects.length;
    const others = [...told.others];
    const answer = await world.db.write(async (tx) => {
      // The road may run a job again; the row then tells of the last run only.
      await held.letGo();
      told.objects.length = untouched;
      told.others = new Set(others);
      told.purpose = null;
      told.detail = null;
      const events: OutgoingEvent[] = [];
      const besides: { event: AlsoEvent; detail: string }[] = [];
      const ctx: ChangeCtx = {
        ...base,
        tx,
        db: tx,
        emit: (outgoing) => events.push(outgoing),
        also: (also, detail) => besides.push({ event: also, detail }),
      };
      const result = await acting.run(true, () => work(ctx, found));
      if (events.length > 0) await world.accept(tx, events);
      if (!covered) await recordDone(tx);
      for (const row of besides)
        await record(tx, world.keys, { ...fact("done", row.detail), event: row.event });
      return result;
    });
    world.wake();
    return answer;
  } catch (error) {
    await held.letGo();
    const reason = reasonOf(error);
    if (reason !== "database-failed" && reason !== "database-busy")
      await write(fact("failed", reason ?? "internal"));
    throw error;
  }
}
