import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { problems } from "@/db/schema/dossier/problems";
import { entryRequests } from "@/db/schema/dossier/versions";
import type { TestWorld } from "../world";
import { type Api, addOne, CLIENT, problemsOf, writer, writingWorld } from "./writing";

const aim = { clientId: CLIENT, part: "problems", entryId: "odd" };
const ODD = "x".repeat(300);
let world: TestWorld;
let api: Api;

/** What an import may have brought: a name too long, a code nobody knows, an end before its start, a date long ago. */
beforeEach(async () => {
  ({ world, api } = await writingWorld());
  const now = world.clock.now();
  await world.db.write((tx) =>
    tx.insert(problems).values({
      ...{ id: "odd", clientId: "client-own", moment: now, recordedAt: now, recordedBy: "Niet vermeld" },
      ...{ name: ODD, kind: "no-such-kind", status: "active", certainty: "confirmed", expertises: [] },
      ...{ startedOn: "1799-05", endedOn: "1798", code: "A12", codeSystem: "icpc" },
    }),
  );
});

test("what an import brought and nobody touched is not held against who corrects something else", async () => {
  const form = await api.entries.form(aim);
  const values = { ...form.values, note: "Uitgevraagd" };
  expect(await api.entries.correct({ ...aim, version: 1, values })).toEqual({ id: "odd", version: 2 });
  const [row] = await world.db.read.select().from(problems).where(eq(problems.id, "odd"));
  expect(row).toMatchObject({
    name: ODD,
    kind: "no-such-kind",
    startedOn: "1799-05",
    code: "A12",
    note: "Uitgevraagd",
  });
});

test("what is touched must be right", async () => {
  const correct = (values: Record<string, string>) =>
    problemsOf(api.entries.correct({ ...aim, version: 1, values }));
  expect(await correct({ name: `${ODD}x` })).toEqual({ name: "too-long" });
  expect(await correct({ kind: "none-either" })).toEqual({ kind: "not-a-choice" });
  expect(await correct({ startedOn: "1799-06" })).toMatchObject({ startedOn: "too-early" });
  expect(await correct({ startedOn: "2020", endedOn: "2019" })).toEqual({ endedOn: "before-start" });
  expect(await correct({ startedOn: "2020", endedOn: "2021-02" })).toEqual({});
});

test("the form offers the code an import brought, and dates as far as they are known", async () => {
  const { fields, values } = await api.entries.form(aim);
  const kinds = fields.find(({ key }) => key === "kind")?.options.map(({ code }) => code);
  expect(kinds).toContain("no-such-kind");
  expect([values.startedOn, values.endedOn]).toEqual(["1799-05", "1798"]);
  const fresh = await api.entries.form({ clientId: CLIENT, part: "problems" });
  expect(fresh.fields.flatMap(({ options }) => options.map(({ code }) => code))).not.toContain(
    "no-such-kind",
  );
});

test("ending it tells of the end alone", async () => {
  expect(await problemsOf(api.entries.end({ ...aim, version: 1, on: "2026-11-20" }))).toEqual({});
});

test("the key of a request is forgotten after a month", async () => {
  await addOne(api, "allergies");
  world.clock.advance(31 * 86_400_000);
  const { api: later } = await writer(world);
  await addOne(later, "allergies");
  expect(await world.db.read.$count(entryRequests)).toBe(1);
});
