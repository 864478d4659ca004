import { randomUUID } from "node:crypto";
import { asc, ne } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { seedDemo } from "@/db/seed/demo";
import { seedStart } from "@/db/seed/start";
import { TASKS, type TaskId } from "@/server/access/tasks";
import type { World } from "@/server/core/world";
import type { MergeChoices } from "@/server/merge/input";
import { FIELD_SUBJECT_IDS, ROW_SUBJECT_IDS } from "@/server/merge/subjects";
import { apiAs, makeEmployee, openSession } from "@/tests/access/people";
import { openTemporaryWorld } from "../temporary-world";
import { complain, type Line } from "./line";
import { Chance } from "./merge/chance";
import { type Api, workOn } from "./merge/edits";
import { wrongs } from "./merge/judge";
import { sprinkle } from "./merge/sprinkle";
import { stateOf } from "./merge/state";

const PAIRS = 500;
/** The demo's client with 25,000 rows: one merge of it would take the time of a hundred others. */
const LARGE = 10006;

function choicesBy(chance: Chance): MergeChoices {
  const fields = FIELD_SUBJECT_IDS.filter(() => chance.is(0.5)).map((subject) => [
    subject,
    chance.of(["left", "right"] as const),
  ]);
  const rows = ROW_SUBJECT_IDS.filter((subject) => subject === "care-plans" || chance.is(0.7)).map(
    (subject) => [subject, chance.of(["left", "right", "both"] as const)],
  );
  return { fields: Object.fromEntries(fields), rows: Object.fromEntries(rows) };
}

type Numbered = { id: string; number: number };

/** Merges two clients, works on, and undoes it. @returns what is wrong after that; `undefined` when they cannot be merged */
async function tryPair(
  world: World,
  api: Api,
  pair: readonly [Numbered, Numbered],
  chance: Chance,
  worker: string,
): Promise<string[] | undefined> {
  const [clientId, otherId] = pair.map(({ number }) => String(number)) as [string, string];
  await sprinkle(world, [pair[0].id, pair[1].id], chance, worker);
  const choices = choicesBy(chance);
  const preview = await api.merge.preview({ clientId, otherId, choices });
  if (preview.blockers.length > 0 || !preview.plan) return undefined;
  const [left, right] = preview.survivor.number === pair[0].number ? pair : ([pair[1], pair[0]] as const);
  const ids = { left: left.id, right: right.id };
  const both = [left.id, right.id];
  const before = await stateOf(world.db.read, both);
  const planDigest = preview.plan.digest;
  const done = await api.merge.carryOut({ clientId, otherId, choices, planDigest, requestKey: randomUUID() });
  const merged = await stateOf(world.db.read, both);
  // The old number does as well: it leads to the survivor.
  await workOn(api, String(chance.of([left, right]).number), chance);
  const worked = await stateOf(world.db.read, both);
  const survivor = { clientId: String(left.number), mergeId: done.mergeId };
  const undo = await api.merge.previewUndo(survivor);
  const items = Object.fromEntries(undo.items.map(({ key }) => [key, chance.of(["left", "right"] as const)]));
  const fields = Object.fromEntries(
    undo.fields.map(({ subject }) => [subject, chance.of(["left", "right", "both"] as const)]),
  );
  const given = { items, fields };
  await api.merge.undo({ ...survivor, ...given, requestKey: randomUUID() });
  const after = await stateOf(world.db.read, both);
  return wrongs({ ids, before, merged, worked, after, undo, given });
}

/**
 * Proves that a merge can be undone: pairs of the demo's clients with random choices, merged, worked on, and made two
 * again, are as they were before, plus what was done since where it was assigned.
 */
export async function run(pairs = PAIRS): Promise<Line[]> {
  const world = await openTemporaryWorld();
  await seedStart(world);
  await seedDemo(world);
  const everything = { tasks: Object.keys(TASKS) as TaskId[], reach: "everywhere" } as const;
  const employeeId = await makeEmployee(world, [everything]);
  const all = await world.db.read
    .select({ id: clients.id, number: clients.number })
    .from(clients)
    .where(ne(clients.number, LARGE))
    .orderBy(asc(clients.number));
  const chance = new Chance(20_261_122);
  let [tried, identical] = [0, 0];
  while (tried < pairs) {
    const [one, two] = [chance.of(all), chance.of(all)];
    if (one.id === two.id) continue;
    // Merging asks for a password that was given lately.
    const api = await apiAs(world, await openSession(world, employeeId));
    const wrong = await tryPair(world, api, [one, two], chance, employeeId);
    if (!wrong) continue;
    tried += 1;
    if (wrong.length === 0) identical += 1;
    else complain([`${one.number} and ${two.number}:`, ...wrong.slice(0, 10)]);
  }
  await world.close();
  return [{ pairs: tried, identical_after_unmerge: identical }];
}
