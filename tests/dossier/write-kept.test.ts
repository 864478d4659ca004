import { beforeAll, expect, test } from "vitest";
import type { FormRecord } from "@/server/dossier/form-view";
import { entriesOf } from "../access/people";
import type { TestWorld } from "../world";
import {
  type Api,
  addOne,
  CLIENT,
  newKey,
  OTHER_CLIENT,
  problemsOf,
  refusalOf,
  writer,
  writingWorld,
} from "./writing";

const clientId = CLIENT;
const SECRET = "Kanarie-in-wat-verborgen-is";
let world: TestWorld;
/** Sees all; sees nothing hidden or bound; a psychologist without the task for what is hidden */
let all: Api;
let carer: Api;
let psychologist: Api;

beforeAll(async () => {
  ({ world, api: all } = await writingWorld(true));
  carer = (await writer(world, { name: "Verzorgende" })).api;
  psychologist = (await writer(world, { name: "Psycholoog", expertises: ["psychologist"] })).api;
  return () => world.close();
});

/** Every way to ask for, or change, one entry. */
function ways(
  api: Api,
  part: string,
  entryId: string,
  client = clientId,
): [string, () => Promise<unknown>][] {
  const one = { clientId: client, part, entryId };
  const aim = { ...one, version: 1 };
  return [
    ["form", () => api.entries.form(one)],
    ["entry", () => api.entries.entry(one)],
    ["versions", () => api.entries.versions(one)],
    ["correct", () => api.entries.correct({ ...aim, values: { text: "x", name: "x" } })],
    ["archive", () => api.entries.archive({ ...aim, reason: "x" })],
    ["restore", () => api.entries.restore(aim)],
    ["saveDraft", () => api.entries.saveDraft({ ...one, version: 1, values: {} })],
  ];
}

async function expectNothingOf(api: Api, part: string, id: string, client = clientId): Promise<void> {
  for (const [name, act] of ways(api, part, id, client)) {
    let told = "";
    const rows = await entriesOf(world, async () => {
      told = await act().then(JSON.stringify, String);
      expect(await refusalOf(act()), name).toBe("not-found");
    });
    expect(told).not.toContain(SECRET);
    expect(told).not.toContain(id);
    expect(rows.map(({ outcome, detail }) => [outcome, detail])).toContainEqual(["failed", "not-found"]);
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  }
}

test("a hidden report is one that is not there, in every way to reach it; only the count is told", async () => {
  const before = await carer.dossier.counts({ clientId });
  const { id } = await addOne(all, "reports", { hidden: true, text: SECRET });
  await expectNothingOf(carer, "reports", id);
  const list = await carer.dossier.entries({ clientId, part: "reports", search: "Kanarie" });
  expect([list.total, list.totalUnfiltered]).toEqual([0, 0]);
  expect(list.notShown.hidden).toBe(1);
  expect(await carer.dossier.counts({ clientId })).toEqual(before);
  const feeds = [list, await carer.dossier.overview({ clientId }), await carer.dashboard.view()];
  for (const each of feeds) expect(JSON.stringify(each)).not.toMatch(new RegExp(`${SECRET}|${id}`));
  expect((await all.entries.entry({ clientId, part: "reports", entryId: id })).hidden).toBe(true);
});

test.each(["reports", "problems", "episodes"])(
  "what is bound in %s is there for that expertise alone",
  async (part) => {
    const text: FormRecord = part === "reports" ? { text: SECRET } : { name: SECRET };
    const { id } = await addOne(all, part, { ...text, expertises: ["psychologist", "physician"] });
    await expectNothingOf(carer, part, id);
    expect((await psychologist.entries.entry({ clientId, part, entryId: id })).id).toBe(id);
  },
);

test("an entry of another client is not there under this one, nor is one under another part", async () => {
  const { world: own, api } = await writingWorld();
  const { id } = await addOne(api, "allergies", { note: SECRET }, OTHER_CLIENT);
  expect((await api.entries.entry({ clientId: OTHER_CLIENT, part: "allergies", entryId: id })).id).toBe(id);
  const swap = world;
  world = own;
  await expectNothingOf(api, "allergies", id);
  await expectNothingOf(api, "problems", id, OTHER_CLIENT);
  world = swap;
  expect(await refusalOf(api.entries.form({ clientId, part: "no-such-part" }))).toBe("not-found");
});

test("who may not see what is hidden is not asked, and is told why when they hide it anyhow", async () => {
  const asked = async (api: Api) =>
    (await api.entries.form({ clientId, part: "reports" })).fields.map(({ key }) => key);
  expect(await asked(carer)).not.toContain("hidden");
  expect(await asked(carer)).not.toContain("expertises");
  expect(await asked(psychologist)).toContain("expertises");
  expect(await asked(all)).toContain("hidden");
  expect(await problemsOf(addOne(carer, "reports", { hidden: true }))).toEqual({
    hidden: "hidden-not-yours",
  });
});

test("nobody binds an entry so that they could not read it back, new or corrected", async () => {
  const bound = (expertises: string[]) => problemsOf(addOne(psychologist, "problems", { expertises }));
  expect(await bound(["physician"])).toEqual({ expertises: "expertise-not-yours" });
  expect(await bound(["physician", "psychologist"])).toEqual({});
  const { id } = await addOne(psychologist, "problems");
  const correct = (expertises: string[]) =>
    problemsOf(
      psychologist.entries.correct({
        clientId,
        part: "problems",
        entryId: id,
        version: 1,
        values: { expertises },
      }),
    );
  expect(await correct(["dietitian"])).toEqual({ expertises: "expertise-not-yours" });
  expect((await psychologist.entries.entry({ clientId, part: "problems", entryId: id })).version).toBe(1);
});

test("an earlier version that was hidden stays hidden when the newest is not: who and when, never what", async () => {
  const { id } = await addOne(all, "reports", { hidden: true, text: SECRET });
  const aim = { clientId, part: "reports", entryId: id };
  await all.entries.correct({
    ...aim,
    version: 1,
    values: { hidden: false, text: "Rustig." },
    reason: SECRET,
  });
  await all.entries.correct({ ...aim, version: 2, values: { text: "Heel rustig." } });
  const { versions } = await carer.entries.versions(aim);
  expect(JSON.stringify(versions)).not.toContain(SECRET);
  expect(versions.map(({ version, kept }) => [version, kept])).toEqual([
    [3, false],
    [2, false],
    [1, true],
  ]);
  expect(versions[1]?.changes).toMatchObject([{ key: "text", before: "Rustig.", after: "Heel rustig." }]);
  expect(JSON.stringify(await all.entries.versions(aim))).toContain(SECRET);
});

test("a version that was hidden in between is told neither as what came before nor as what came after", async () => {
  const { id } = await addOne(all, "reports", { text: "Open" });
  const aim = { clientId, part: "reports", entryId: id };
  await all.entries.correct({ ...aim, version: 1, values: { hidden: true, text: SECRET } });
  await all.entries.correct({ ...aim, version: 2, values: { hidden: false, text: "Weer open" } });
  const { versions } = await carer.entries.versions(aim);
  expect(JSON.stringify(versions)).not.toContain(SECRET);
  expect(versions.map(({ kept }) => kept)).toEqual([false, true, true]);
});

test("a refusal repeats nothing of what was typed", async () => {
  const values = { text: null, moment: SECRET, discipline: SECRET, category: SECRET };
  const error = await all.entries
    .add({ clientId, part: "reports", values, requestKey: newKey() })
    .catch((thrown: unknown) => thrown);
  const all1 = JSON.stringify(error, Object.getOwnPropertyNames(error));
  expect(all1).not.toContain(SECRET);
});
