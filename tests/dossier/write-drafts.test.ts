import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { drafts } from "@/db/schema/dossier/drafts";
import { createCaller } from "@/server/api/root";
import { contextOf, entriesOf, openSession, takeTask } from "../access/people";
import type { TestWorld } from "../world";
import {
  type Api,
  addOne,
  CLIENT,
  newKey,
  OTHER_CLIENT,
  REQUIRED,
  refusalOf,
  writer,
  writingWorld,
} from "./writing";

const clientId = CLIENT;
const values = { text: "Nog niet af, en 31-02 klopt niet", moment: "2026-02-31" };
let world: TestWorld;
let api: Api;
let id: string;

beforeEach(async () => {
  ({ world, api, id } = await writingWorld());
});

const draftIn = async (from: Api, part = "reports", entryId?: string, client = clientId) =>
  (await from.entries.form({ clientId: client, part, entryId })).draft;

test("what was being written is there again after the session ended, as it was typed, right or wrong", async () => {
  expect(await draftIn(api)).toBeNull();
  const { savedAt } = await api.entries.saveDraft({ clientId, part: "reports", values });
  const again = createCaller(await contextOf(world, await openSession(world, id)));
  expect(await draftIn(again)).toEqual({ values, savedAt, version: 0 });
  await again.entries.saveDraft({ clientId, part: "reports", values: { text: "Verder" } });
  expect((await draftIn(api))?.values).toEqual({ text: "Verder" });
});

test("a draft is its writer's, at that client, part and entry only", async () => {
  await api.entries.saveDraft({ clientId, part: "reports", values });
  const other = await writer(world, { sees: true });
  expect(await draftIn(other.api)).toBeNull();
  expect(await draftIn(api, "problems")).toBeNull();
  expect(await draftIn(api, "reports", undefined, OTHER_CLIENT)).toBeNull();
  const entry = await addOne(api, "reports");
  await api.entries.saveDraft({ clientId, part: "reports", values });
  expect(await draftIn(api, "reports", entry.id)).toBeNull();
});

test("a draft is done with once the entry is stored or corrected, or when it is dropped", async () => {
  const save = (entryId?: string) =>
    api.entries.saveDraft({ clientId, part: "reports", entryId, version: entryId ? 1 : undefined, values });
  await save();
  const { id: entryId } = await addOne(api, "reports");
  expect(await draftIn(api)).toBeNull();
  await save(entryId);
  expect(await draftIn(api, "reports", entryId)).toMatchObject({ version: 1, values });
  await api.entries.correct({ clientId, part: "reports", entryId, version: 1, values: { text: "Anders" } });
  expect(await draftIn(api, "reports", entryId)).toBeNull();
  await save();
  await api.entries.dropDraft({ clientId, part: "reports" });
  expect(await draftIn(api)).toBeNull();
  await save();
  const refused = api.entries.add({
    clientId,
    part: "reports",
    values: { text: null },
    requestKey: newKey(),
  });
  expect(await refusalOf(refused)).toBe("entry-invalid");
  expect(await draftIn(api)).not.toBeNull();
});

test("after thirty days a draft is read no more, and the next one kept sweeps it away", async () => {
  await api.entries.saveDraft({ clientId, part: "reports", values });
  world.clock.advance(30 * 86_400_000 - 1);
  const session = createCaller(await contextOf(world, await openSession(world, id)));
  expect(await draftIn(session)).not.toBeNull();
  world.clock.advance(1);
  const later = createCaller(await contextOf(world, await openSession(world, id)));
  expect(await draftIn(later)).toBeNull();
  await later.entries.saveDraft({ clientId, part: "problems", values: {} });
  expect(await world.db.read.$count(drafts)).toBe(1);
});

test("whose access ended reads their draft no more", async () => {
  await api.entries.saveDraft({ clientId, part: "reports", values });
  await takeTask(world, id);
  const without = createCaller(await contextOf(world, await openSession(world, id)));
  expect(await refusalOf(without.entries.form({ clientId, part: "reports" }))).toBe("task-missing");
});

test("a draft too large, or of a field the part has not, is refused; keeping one leaves no row in the log", async () => {
  const save = (given: Record<string, unknown>) =>
    api.entries.saveDraft({ clientId, part: "reports", values: given });
  expect(await refusalOf(save({ text: "x".repeat(400_000) }))).toBe("draft-too-large");
  expect(await refusalOf(save({ recordedBy: "Iemand anders" }))).toBe("input-invalid");
  expect(await entriesOf(world, () => save(values))).toEqual([]);
  expect(await world.db.read.$count(drafts, eq(drafts.employeeId, id))).toBe(1);
});

test("the same request twice, at once or later, stores one entry and gives the same answer", async () => {
  const request = { clientId, part: "allergies", values: REQUIRED.allergies ?? {}, requestKey: newKey() };
  const [first, second] = await Promise.all([api.entries.add(request), api.entries.add(request)]);
  expect(second).toEqual(first);
  const list = await api.dossier.entries({ clientId, part: "allergies" });
  expect(list.total).toBe(1);
  expect(
    await refusalOf(api.entries.add({ ...request, part: "problems", values: REQUIRED.problems ?? {} })),
  ).toBe("input-invalid");
  expect(await refusalOf(api.entries.add({ ...request, clientId: OTHER_CLIENT }))).toBe("input-invalid");
  const other = await writer(world, { sees: true });
  expect(await other.api.entries.add(request)).not.toEqual(first);
});

test("the same key with other content is refused, stores nothing and keeps the draft; a new key stores it", async () => {
  const request = { clientId, part: "allergies", values: REQUIRED.allergies ?? {}, requestKey: newKey() };
  await api.entries.add(request);
  const typedOn = { substance: "Anders", category: "food" };
  await api.entries.saveDraft({ clientId, part: "allergies", values: typedOn });
  expect(await refusalOf(api.entries.add({ ...request, values: typedOn }))).toBe("request-reused");
  expect((await api.dossier.entries({ clientId, part: "allergies" })).total).toBe(1);
  expect((await api.entries.form({ clientId, part: "allergies" })).draft?.values).toMatchObject(typedOn);
  const again = { category: "food", substance: "Noten" };
  expect(await refusalOf(api.entries.add({ ...request, values: again }))).toBe("done");
  await api.entries.add({ ...request, values: typedOn, requestKey: newKey() });
  expect((await api.dossier.entries({ clientId, part: "allergies" })).total).toBe(2);
});

test("of two who correct the same version one is stored, and the other is told and loses nothing", async () => {
  const { id: entryId } = await addOne(api, "reports");
  const aim = { clientId, part: "reports", entryId, version: 1 };
  const other = await writer(world, { sees: true, name: "Ander" });
  const mine = { ...aim, values: { text: "Mijn tekst" } };
  const answers = await Promise.all([
    refusalOf(api.entries.correct(mine)),
    refusalOf(other.api.entries.correct({ ...aim, values: { text: "Andere tekst" } })),
  ]);
  expect([...answers].sort()).toEqual(["done", "entry-changed"]);
  const [loser, winner] = answers[0] === "done" ? [other.api, "Mijn tekst"] : [api, "Andere tekst"];
  const form = await loser.entries.form({ clientId, part: "reports", entryId });
  expect([form.entry?.version, form.values.text]).toEqual([2, winner]);
  await loser.entries.correct({ ...aim, version: 2, values: { text: "Samen" } });
  expect((await api.entries.versions({ clientId, part: "reports", entryId })).versions).toHaveLength(3);
});

test("a correction sent twice is stored once, and one that changes nothing makes no version", async () => {
  const { id: entryId } = await addOne(api, "reports");
  const correct = () =>
    api.entries.correct({ clientId, part: "reports", entryId, version: 1, values: { text: "Anders" } });
  expect(await correct()).toEqual({ id: entryId, version: 2 });
  expect(await correct()).toEqual({ id: entryId, version: 2 });
  const same = { clientId, part: "reports", entryId, version: 2, values: { text: "Anders" } };
  expect(await api.entries.correct(same)).toEqual({ id: entryId, version: 2 });
  expect((await api.entries.versions({ clientId, part: "reports", entryId })).versions).toHaveLength(2);
});

test.each([[10n], [new Map([["a", 1]])], [Number.NaN], [[{ rows: 10n }]]])(
  "a draft holds what JSON can hold: %o is refused as input, not as a fault of ours",
  async (text) => {
    const kept = refusalOf(api.entries.saveDraft({ clientId, part: "reports", values: { text } }));
    expect(await kept).toBe("input-invalid");
    expect(await draftIn(api)).toBeNull();
  },
);
