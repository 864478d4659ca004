import { getTableColumns } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FhirResource, isElement } from "@/server/dossier/fhir";
import { narrativeOf, narrativeText } from "@/server/dossier/fhir-narrative";
import type { Column } from "@/server/dossier/part";
import { type AnyPart, type AnyRow, parts } from "@/server/dossier/registry";
import { PATIENT, rowsOf, takeAll } from "./part-rows";
import { makePen, PEN_NOW } from "./pen";
import { takeRun } from "./take-run";

const SLUGS = [
  ...["reports", "care-plans", "episodes", "dsm", "problems", "legal-status", "restraints", "life-story"],
];
const mine = parts.filter(({ slug }) => SLUGS.includes(slug));
const CONTENT_OF_ENTRY = [
  ...["id", "clientId", "recordedById", "version", "changedAt", "changedBy", "changedById"],
  ...["archivedAt", "archivedBy", "archiveReason"],
];

function contentOf(part: AnyPart, values: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(getTableColumns(part.table)).filter((key) => !CONTENT_OF_ENTRY.includes(key));
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}

describe.each(mine.map((part) => [part.slug as string, part] as const))("%s", (_slug, part) => {
  const rows = rowsOf(part);

  test("demo entries come back unchanged from their FHIR resources", () => {
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const { taken } = takeAll(
        part.fhir.give(row, { patient: PATIENT, scope: "complete" }).map((resource) => ({ resource })),
      );
      expect(taken.map(({ slug }) => slug)).toEqual([part.slug]);
      expect(contentOf(part, taken[0]?.draft ?? {})).toEqual(contentOf(part, row));
    }
  });

  test("gives resources of the client whose ids derive from the entry's and differ", () => {
    for (const row of rows) {
      const given = part.fhir.give(row, { patient: PATIENT, scope: "complete" });
      expect(given[0]?.id).toBe(row.id);
      expect(new Set(given.map(({ id }) => id)).size).toBe(given.length);
      for (const resource of given) {
        expect(resource.id).toMatch(/^[A-Za-z0-9\-.]{1,64}$/);
        expect([resource.subject, resource.patient]).toContain(PATIENT);
      }
    }
  });

  test("the same client number writes the same entries, none of them ahead of now", () => {
    expect(part.demo(makePen(10_001, "full"))).toEqual(part.demo(makePen(10_001, "full")));
    for (const { moment } of rows) expect(moment).toBeLessThanOrEqual(PEN_NOW);
  });

  test("no template mark is left in a demo entry", () => {
    for (const row of rows) {
      const texts = [...JSON.stringify(row).matchAll(/:"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text ?? "");
      for (const text of texts) expect(text).not.toMatch(/[{}|]|\[(?!ICPC)|undefined|null/);
    }
  });

  test("columns exist, at most six stand in the list, and filters are codes or flags", () => {
    const known = Object.keys(getTableColumns(part.table));
    expect(known).toEqual(expect.arrayContaining([...part.columns.map(({ key }) => key), ...part.searchIn]));
    expect(part.columns.filter(({ list }) => list === true).length).toBeLessThanOrEqual(6);
    for (const { kind, filter } of part.columns) {
      if (filter === true) expect(["code", "flag"]).toContain(kind);
    }
  });

  test("every column of the table is shown, apart from those of each entry", () => {
    const hidden = [...CONTENT_OF_ENTRY, "moment", "recordedAt", "recordedBy"];
    const own = Object.keys(getTableColumns(part.table)).filter((key) => !hidden.includes(key));
    expect(part.columns.map(({ key }) => key)).toEqual(expect.arrayContaining(own));
  });

  test("every code in a demo entry has a Dutch word", () => {
    const check = (columns: readonly Column[], values: Record<string, unknown>): void => {
      for (const column of columns) {
        const value = values[column.key];
        const codes = column.kind === "code" ? [value] : column.kind === "codes" ? value : [];
        for (const code of Array.isArray(codes) ? codes : []) {
          if (code !== null)
            expect(column.codes, `${column.key}: ${String(code)}`).toHaveProperty([String(code)]);
        }
        if (column.kind === "rows" && Array.isArray(value)) {
          for (const record of value) if (isElement(record)) check(column.fields ?? [], record);
        }
      }
    };
    for (const row of rows) check(part.columns, row);
  });

  test("odd data never makes take throw", () => {
    const given = rows
      .slice(0, 3)
      .flatMap((row) => part.fhir.give(row, { patient: PATIENT, scope: "complete" }));
    const carriers = given.filter(({ resourceType }) => part.fhir.types.includes(resourceType));
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom("", null, [null], [[]], { coding: {} }, -0),
    );
    const paths = [...new Set(given.flatMap((resource) => pathsOf(resource)))];
    fc.assert(
      fc.property(
        fc.constantFrom(...carriers),
        fc.array(fc.tuple(fc.constantFrom(...paths), odd), { minLength: 1, maxLength: 6 }),
        (carrier, changes) => {
          const broken = changes.reduce<unknown>(
            (now, [path, value]) => set(now, path.split("."), value),
            carrier,
          );
          const resource = { ...(broken as FhirResource), resourceType: carrier.resourceType };
          const { context } = takeRun([...given, resource].map((each) => ({ resource: each })));
          const draft = part.fhir.take(resource, context);
          if (draft !== null) expect(Number.isFinite((draft as AnyRow).moment)).toBe(true);
        },
      ),
      { numRuns: 400, seed: 7 },
    );
  });
});

/** Every path in a value, list positions as numbers. */
function pathsOf(value: unknown, path: string[] = []): string[] {
  const here = path.length === 0 ? [] : [path.join(".")];
  if (typeof value !== "object" || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

/** A copy of `whole` with what stands at `path` replaced. */
function set(whole: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof whole !== "object" || whole === null) return whole;
  if (Array.isArray(whole))
    return whole.map((item, index) => (String(index) === key ? set(item, rest, value) : item));
  return { ...whole, [key]: set((whole as Record<string, unknown>)[key], rest, value) };
}

test("a narrative holds any text, and foreign markup becomes readable lines", () => {
  fc.assert(
    fc.property(
      fc
        .string({
          unit: fc.constantFrom("&", "amp;", "#38;", "<", ">", "br/", "\n", "  ", "é", "😀", "\u0000"),
        })
        .filter((words) => words.trim() !== ""),
      (words) => {
        expect(narrativeText(narrativeOf(words))).toBe(words);
      },
    ),
  );
  const div =
    "<div xmlns='http://www.w3.org/1999/xhtml'><h1>Plan</h1>\n <ul><li>Eén</li>\n<li>1 &lt; 2</li></ul></div>";
  expect(narrativeText({ div })).toBe("Plan\n\n- Eén\n- 1 < 2");
});
