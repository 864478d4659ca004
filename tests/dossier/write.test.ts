import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { FormRecord } from "@/server/dossier/form-view";
import { parts } from "@/server/dossier/registry";
import { shownText } from "@/server/dossier/show";
import type { TestWorld } from "../world";
import { type Api, addOne, CLIENT, newKey, problemsOf, validValues, writingWorld } from "./writing";

let world: TestWorld;
let api: Api;

beforeAll(async () => {
  ({ world, api } = await writingWorld(true));
  return () => world.close();
});

const slugs = parts.map((part) => [part.slug as string, part] as const);
const formOf = (part: string, entryId?: string) => api.entries.form({ clientId: CLIENT, part, entryId });
const seen = (part: string, entryId: string) => api.entries.entry({ clientId: CLIENT, part, entryId });

/** Every text an opened entry shows, cells and details. */
async function shown(part: string, entryId: string): Promise<string[]> {
  const { cells, details } = await seen(part, entryId);
  return [...cells, ...details].map(({ text }) => text);
}

describe.each(slugs)("%s", (slug, part) => {
  test("what the form describes is accepted, and is what the entry then shows and the form then holds", async () => {
    const form = await formOf(slug);
    expect(form.fields.length).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(validValues(form.fields), async (values) => {
        const { id, version } = await api.entries.add({
          ...{ clientId: CLIENT, part: slug, values, requestKey: newKey() },
        });
        expect(version).toBe(1);
        const again = await formOf(slug, id);
        expect(again.values).toEqual(values);
        expect(again.entry).toMatchObject({ id, version: 1 });
        const texts = await shown(slug, id);
        for (const column of part.columns) {
          const value = values[column.key];
          if (column.kind === "moment" || value === undefined) continue;
          const text = shownText(column, value);
          if (text !== "") expect(texts).toContain(text);
        }
      }),
      { numRuns: 8 },
    );
  });

  test("a correction is what the form then holds, and its versions say what it was, who changed it and why", async () => {
    const form = await formOf(slug);
    await fc.assert(
      fc.asyncProperty(validValues(form.fields), validValues(form.fields), async (first, second) => {
        const { id } = await api.entries.add({
          ...{ clientId: CLIENT, part: slug, values: first, requestKey: newKey() },
        });
        const stored = await api.entries.correct({
          ...{ clientId: CLIENT, part: slug, entryId: id, version: 1, values: second, reason: "Vergissing" },
        });
        expect((await formOf(slug, id)).values).toEqual(second);
        const { versions } = await api.entries.versions({ clientId: CLIENT, part: slug, entryId: id });
        const changed = Object.keys(second).filter(
          (key) => JSON.stringify(first[key]) !== JSON.stringify(second[key]),
        );
        if (changed.length === 0) return expect(stored.version).toBe(1);
        expect(versions.map(({ version }) => version)).toEqual([2, 1]);
        const [, earlier] = versions;
        expect(earlier?.replaced).toMatchObject({ change: "corrected", reason: "Vergissing" });
        expect(earlier?.replaced?.by).toBe("Schrijver, verzorgende");
        const told = earlier?.changes.map(({ key }) => key) ?? [];
        expect([...told].sort()).toEqual([...changed].sort());
        for (const { key, before, after } of earlier?.changes ?? []) {
          const column = part.columns.find((each) => each.key === key);
          if (!column || column.kind === "moment") continue;
          expect([before, after]).toEqual([shownText(column, first[key]), shownText(column, second[key])]);
        }
      }),
      { numRuns: 4 },
    );
  });

  test("what is required and left empty is refused, each at its own field, and nothing is stored", async () => {
    const { fields } = await formOf(slug);
    const required = fields.filter((field) => field.required);
    const before = await api.dossier.entries({ clientId: CLIENT, part: slug });
    const empty: FormRecord = Object.fromEntries(fields.map(({ key }) => [key, null]));
    const problems = await problemsOf(
      api.entries.add({ clientId: CLIENT, part: slug, values: empty, requestKey: newKey() }),
    );
    expect(Object.keys(problems)).toEqual(expect.arrayContaining(required.map(({ key }) => key)));
    expect((await api.dossier.entries({ clientId: CLIENT, part: slug })).total).toBe(before.total);
  });

  test("a text of 1 MB, 31 February, a date too early and a code nobody knows are each told at their field", async () => {
    const { fields } = await formOf(slug);
    const wrong: Record<string, [value: unknown, problem: string]> = {
      text: ["x".repeat(1_000_000), "too-long"],
      prose: ["x".repeat(1_000_000), "too-long"],
      date: ["2026-02-31", "not-a-date"],
      moment: ["2026-02-31T10:00", "not-a-moment"],
      code: ["no-such-code", "not-a-choice"],
      codes: [["no-such-code"], "not-a-choice"],
      number: ["veel", "not-a-number"],
      flag: ["misschien", "not-a-choice"],
      rows: [[{ text: 1 }], "not-text"],
    };
    for (const field of fields) {
      const [value, problem] = wrong[field.kind] ?? [];
      if (field.kind === "rows") continue;
      const problems = await problemsOf(addOne(api, slug, { [field.key]: value as string }));
      expect(problems).toMatchObject({ [field.key]: problem });
      if (field.kind !== "date" && field.kind !== "moment") continue;
      const old = field.kind === "date" ? "1799-01-01" : "1799-01-01T10:00";
      expect(await problemsOf(addOne(api, slug, { [field.key]: old }))).toMatchObject({
        [field.key]: "too-early",
      });
    }
  });
});

test("a future moment is refused where it cannot be, and an end before its start everywhere", async () => {
  const reports = await problemsOf(addOne(api, "reports", { moment: "2026-11-21T10:01" }));
  expect(reports).toEqual({ moment: "in-future" });
  await addOne(api, "reports", { moment: "2026-11-21T10:00" });
  for (const { slug, table } of parts) {
    if (!("startedOn" in table)) continue;
    const values = { startedOn: "2026-11-02", endedOn: "2026-11-01" };
    expect(await problemsOf(addOne(api, slug, values)), slug).toEqual({ endedOn: "before-start" });
    await addOne(api, slug, { ...values, endedOn: "2026-11-02" });
  }
});

test("problems within nested records are told at their place, and all problems at once", async () => {
  const goal = { goal: "Veilig lopen", domain: "physical", status: "running" };
  const wrong = { goal: null, domain: "nergens", status: "running", targetDate: "2026-13-01" };
  const action = { action: "x".repeat(4_001), status: "running" };
  const problems = await problemsOf(
    addOne(api, "care-plans", { title: null, goals: [goal, { ...wrong, actions: [action] }] }),
  );
  expect(problems).toEqual({
    title: "required",
    "goals.1.goal": "required",
    "goals.1.domain": "not-a-choice",
    "goals.1.targetDate": "not-a-date",
    "goals.1.actions.0.action": "too-long",
  });
});

test("a field that is no field of the part is refused whole: codes and files come from services only", async () => {
  for (const key of ["productCode", "clientId", "recordedBy", "version", "archivedAt", "__proto__x"]) {
    const act = api.entries.add({
      ...{ clientId: CLIENT, part: "medication", requestKey: newKey() },
      values: { product: "Paracetamol", [key]: "x" },
    });
    await expect(act).rejects.toThrow("Er klopt iets niet");
  }
});

test("an empty report is refused, and a report in SOAP alone is not", async () => {
  expect(await problemsOf(addOne(api, "reports", { text: "  \n " }))).toEqual({ text: "nothing-written" });
  await addOne(api, "reports", { text: null, assessment: "Gaat vooruit." });
});
