import { TRPCError } from "@trpc/server";
import { throttles } from "@/db/schema/auth";
import { reasonOf } from "@/server/access/perform";
import { appRouter } from "@/server/api/root";
import type { ApiContext, Declaration } from "@/server/api/trpc";
import type { Reason } from "@/server/core/errors";
import type { World } from "@/server/core/world";
import { DECLARED, type Declared } from "./declared";
import { ID_OF, type Knocker, knockers, numberOf, REAL } from "./knockers";
import {
  type ClientName,
  contextOf,
  entriesOf,
  makePlaces,
  PASTED_BSN,
  type PlaceName,
  UNKNOWN,
} from "./people";

interface AnyProcedure {
  _def: { type: string; meta?: unknown };
}

/** The procedures of a router with what each declares of itself. */
export function declarationsOf(router: { _def: { procedures: object } }) {
  return Object.entries(router._def.procedures as Record<string, AnyProcedure>).map(([path, { _def }]) => ({
    path,
    kind: _def.type,
    meta: _def.meta as Declaration | undefined,
  }));
}

/** What differs between what procedures declare and the hand-written table, in words; nothing when all agrees. */
export function differences(
  router: { _def: { procedures: object } },
  table: Record<string, Declared>,
): string[] {
  const found = declarationsOf(router);
  const gone = Object.keys(table).filter((path) => !found.some((each) => each.path === path));
  return [
    ...gone.map((path) => `${path} is in the table, but there is no such procedure`),
    ...found.flatMap(({ path, kind, meta }) => {
      const wanted = table[path];
      if (!meta) return [`${path} declares nothing`];
      if (!wanted) return [`${path} is not in the table`];
      const audit = wanted.covered ? { coveredBy: wanted.event } : wanted.event;
      const right = {
        kind: wanted.kind,
        door: wanted.door,
        tasks: wanted.tasks,
        relations: wanted.relations,
        audit,
      };
      const { door, tasks, relations } = meta;
      const actual = { kind, door, tasks, relations, audit: meta.audit };
      return JSON.stringify(right) === JSON.stringify(actual)
        ? []
        : [`${path} declares ${JSON.stringify(actual)}, not ${JSON.stringify(right)}`];
    }),
  ];
}

const TARGETS = [...REAL, UNKNOWN, PASTED_BSN, "", "0", "-1", "10001 OR 1=1"];

/** Places are reached as the client who lives there is. */
const PLACE_OF = new Map<string, PlaceName>(
  (["own", "below", "beside"] as const).map((name) => [numberOf(name), name]),
);

/** What one knock is about: clients (a place by the client who lives there), and how that is sent. */
interface Sought {
  clients: readonly string[];
  input: Record<string, unknown>;
}

/** Which two clients are asked about at once: each sort of target as the first and as the second. */
const PAIRS = [
  ["own", "below"],
  ["below", "beside"],
  ["nowhere", "left"],
].map(([first, second]) => [numberOf(first as ClientName), numberOf(second as ClientName)] as const);
const BESIDE_OWN = TARGETS.flatMap((target) => [
  [numberOf("own"), target] as const,
  [target, numberOf("own")] as const,
]);

/** What a procedure is knocked on about: clients, two at once, places, or nothing. */
function targetsOf({ door }: Declared): readonly Sought[] {
  if (door === "onLocations")
    return [...PLACE_OF].map(([client, place]) => ({ clients: [client], input: { locationIds: [place] } }));
  if (door === "onClientPair")
    return [...PAIRS, ...BESIDE_OWN].map(([clientId, otherId]) => ({
      clients: [clientId, otherId],
      input: { clientId, otherId },
    }));
  if (door !== "onClient" && door !== "portal") return [{ clients: [], input: {} }];
  return TARGETS.map((clientId) => ({ clients: [clientId], input: { clientId } }));
}

type Answer = "done" | Reason | `unforeseen ${string}`;

function answerOf(error: unknown): Answer {
  return reasonOf(error) ?? `unforeseen ${error instanceof TRPCError ? error.code : String(error)}`;
}

/** Why the door stays closed; of two clients the one out of reach is told of before anything about the other. */
function refusedAt(declared: Declared, who: Knocker, { clients }: Sought): Reason | undefined {
  if (declared.door === "open") return undefined;
  if (clients.length === 0) return who.refused(undefined);
  const each = clients.map((client) => who.refused(client));
  return each.includes("not-found") ? "not-found" : each.find(Boolean);
}

/** What must come of a knock, by the rules of the door alone. */
function expectedAnswer(declared: Declared, who: Knocker, sought: Sought, bad: boolean): Answer {
  const refused = refusedAt(declared, who, sought);
  if (refused) return refused;
  if (declared.door === "onClientPair" && new Set(sought.clients).size === 1) return "merge-same-client";
  if (bad) return "input-invalid";
  const passed = declared.answers ?? "done";
  return declared.door === "open" || who.everywhere ? passed : (declared.nearby ?? passed);
}

/** A router as something calls it in process. */
interface Callable {
  _def: { procedures: object };
  createCaller: (ctx: ApiContext) => unknown;
}

async function call(
  world: World,
  router: Callable,
  path: string,
  session: string | undefined,
  input: unknown,
): Promise<Answer> {
  let at: unknown = router.createCaller(await contextOf(world, session));
  for (const step of path.split(".")) at = (at as Record<string, unknown>)[step];
  try {
    await (at as (input: unknown) => Promise<unknown>)(input);
    return "done";
  } catch (error) {
    return answerOf(error);
  }
}

/**
 * What the log must hold after an answer: nothing after a poll that was let in, one row after all else. Behind the door
 * "not found" is what the act came to; at the door it is a refusal.
 */
function expectedOutcome(answer: Answer, letIn: boolean): "done" | "refused" | "failed" {
  if (answer === "done") return "done";
  if (letIn) return "failed";
  const AT_THE_DOOR: readonly Answer[] = ["not-signed-in", "task-missing", "dossier-role-caps", "not-found"];
  return AT_THE_DOOR.includes(answer) ? "refused" : "failed";
}

export interface MatrixReport {
  procedures: number;
  cells: number;
  mismatches: string[];
  /** Rows the log must have gained, those it gained, and calls that left none where one was due */
  rows: { expected: number; found: number; missing: number };
}

/**
 * Knocks on every procedure, as everyone, about every client, with right and with wrong input, and holds each
 * answer and its trace against the table. The world needs migrations only.
 */
export async function runMatrix(
  world: World,
  table: Record<string, Declared> = DECLARED,
  router: Callable = appRouter,
): Promise<MatrixReport> {
  await makePlaces(world);
  const mismatches = differences(router, table);
  const counted = { expected: 0, found: 0, missing: 0 };
  let cells = 0;
  const knock = async (path: string, declared: Declared, who: Knocker, sought: Sought, bad: boolean) => {
    cells += 1;
    const input = { ...sought.input, ...(bad ? declared.bad : declared.input?.()) };
    const letIn = refusedAt(declared, who, sought) === undefined;
    const expected = expectedAnswer(declared, who, sought, bad);
    let answer: Answer | undefined;
    const rows = await entriesOf(world, async () => {
      answer = await call(world, router, path, who.session, input);
    });
    const about = sought.clients.join(" and ") || "none";
    const wrong = (what: string) =>
      mismatches.push(`${path}, ${who.name}, client ${about}${bad ? ", bad input" : ""}: ${what}`);
    if (answer !== expected) wrong(`answered ${answer}, not ${expected}`);
    const silent = declared.covered && expected === "done";
    // What was done with two clients is in the log of each.
    const both =
      expected === "done" && declared.door === "onClientPair" && new Set(sought.clients).size === 2;
    const due = silent ? 0 : both ? 2 : 1;
    const right = rows.filter(({ event }) => event === declared.event).length;
    counted.expected += due;
    counted.found += rows.length;
    counted.missing += Math.max(0, due - right);
    if (rows.length !== due) wrong(`left ${rows.length} rows in the log`);
    const [row] = rows;
    if (row && row.event !== declared.event) wrong(`logged as ${row.event}`);
    if (row && row.outcome !== expectedOutcome(expected, letIn)) wrong(`logged as ${row.outcome}`);
    if (row && expected !== "done" && row.detail !== expected) wrong(`logged with ${row.detail}`);
    // Also of two clients it is about the first, and about none as long as either is unknown.
    const ofClients = declared.door.startsWith("onClient") || declared.door === "portal";
    const real = ofClients && sought.clients.every((client) => REAL.includes(client));
    const objects = [...new Set(sought.clients.map((client) => `client:${ID_OF.get(client)}`))];
    if (row && (row.clientId !== null) !== real) wrong(`logged about client ${row.clientId}`);
    if (row && real && row.clientId !== ID_OF.get(sought.clients[0] ?? ""))
      wrong("logged about another client");
    if (row && real && !objects.every((object) => row.objects.includes(object)))
      wrong("names not each client");
    if (JSON.stringify(rows).includes(PASTED_BSN)) wrong("a pasted BSN is in the log");
    if (answer === "done") await declared.undo?.(world);
  };
  for (const [path, declared] of Object.entries(table)) {
    // So many knocks from one address are held back, which is not what is looked at here.
    await world.db.write((tx) => tx.delete(throttles));
    for (const who of await knockers(world, declared)) {
      for (const sought of targetsOf(declared)) {
        if (who.about && !sought.clients.every((client) => who.about?.includes(client))) continue;
        await knock(path, declared, who, sought, false);
        // Wrong input is told of behind the door only: one client behind it and one that is not show that.
        const shows = sought.clients.every((client) =>
          [numberOf("own"), numberOf("beside")].includes(client),
        );
        if (declared.bad && shows) await knock(path, declared, who, sought, true);
      }
    }
  }
  return { procedures: Object.keys(table).length, cells, mismatches, rows: counted };
}
