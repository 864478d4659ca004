import { beforeAll, expect, test } from "vitest";
import { clients } from "@/db/schema/clients";
import { documents } from "@/db/schema/dossier/documents";
import { labResults } from "@/db/schema/dossier/lab-results";
import { measurements } from "@/db/schema/dossier/measurements";
import { medication } from "@/db/schema/dossier/medication";
import { questionnaires } from "@/db/schema/dossier/questionnaires";
import { makeWorld, START, type TestWorld } from "../world";
import { ours } from "./parts-b-rows";
import { makePen } from "./pen";

let world: TestWorld;
const tables = { medication, measurements, "lab-results": labResults, documents, questionnaires };
const at = { day: "2026-11-21", now: START };

beforeAll(async () => {
  world = await makeWorld({ keep: true });
  await world.db.write(async (tx) => {
    const moment = { createdAt: START, changedAt: START };
    await tx
      .insert(clients)
      .values({ id: "c", number: 10_001, lastName: "Verhoeven", nameUse: "own", gender: "male", ...moment });
    for (const part of ours) {
      for (const [index, draft] of part.demo(makePen(10_001, "full")).entries()) {
        const row = {
          recordedAt: START,
          recordedBy: "Bas Wielinga, arts",
          ...draft,
          id: `${part.slug}-${index}`,
        };
        await tx.insert(tables[part.slug as keyof typeof tables]).values({ ...row, clientId: "c" } as never);
      }
    }
  });
  return () => world.close();
});

test("demo rows are stored and read back as they were written", async () => {
  for (const part of ours) {
    const drafts = part.demo(makePen(10_001, "full"));
    const rows = await world.db.read.select().from(part.table as typeof medication);
    expect(rows).toHaveLength(drafts.length);
    for (const [index, draft] of drafts.entries()) {
      const row = rows.find(({ id }) => id === `${part.slug}-${index}`);
      expect(row).toMatchObject(draft);
    }
  }
});

test("actual medication is what is agreed or used now: no course that ended, nothing stopped, no dispense", async () => {
  const part = ours.find(({ slug }) => slug === "medication");
  const rows = await world.db.read.select().from(medication).where(part?.current(part.table, at));
  expect(rows.length).toBeGreaterThan(2);
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["agreement", "use"]));
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["active", "on-hold"]));
  await world.db.write((tx) => tx.update(medication).set({ endedOn: "2026-11-21" }));
  expect(await world.db.read.select().from(medication).where(part?.current(part.table, at))).toHaveLength(
    rows.length,
  );
  await world.db.write((tx) => tx.update(medication).set({ endedOn: "2026-11-20" }));
  expect(await world.db.read.select().from(medication).where(part?.current(part.table, at))).toEqual([]);
});

test("what was entered in error or replaced is not actual", async () => {
  const actual = async (slug: keyof typeof tables) => {
    const part = ours.find((each) => each.slug === slug);
    return world.db.read
      .select()
      .from(tables[slug] as typeof documents)
      .where(part?.current(part.table, at));
  };
  const all = async (slug: keyof typeof tables) => world.db.read.$count(tables[slug]);
  expect(await actual("measurements")).toHaveLength((await all("measurements")) - 1);
  expect(await actual("documents")).toHaveLength((await all("documents")) - 1);
  expect(await actual("questionnaires")).toHaveLength(await all("questionnaires"));
  for (const slug of ["medication", "measurements", "lab-results", "documents", "questionnaires"] as const) {
    await world.db.write((tx) =>
      tx.update(tables[slug] as typeof documents).set({ status: "entered-in-error" }),
    );
    expect(await actual(slug)).toEqual([]);
  }
});
