import { describe, expect, test } from "vitest";
import type { AnyRow } from "@/server/dossier/registry";
import { partNamed, pens, rowsOf } from "./part-rows";
import { makePen } from "./pen";

describe("demo entries", () => {
  test("a full dossier has active and ended entries and every kind of report", () => {
    for (const number of [10_001, 10_006, 10_011, 10_016]) {
      const of = (slug: string) => partNamed(slug).demo(makePen(number, "full")) as unknown as AnyRow[];
      for (const slug of ["care-plans", "episodes", "problems", "legal-status", "restraints"]) {
        const statuses = of(slug).map(({ status }) => status);
        expect(statuses, slug).toContain("active");
        expect(
          statuses.some((status) => status !== "active" && status !== "draft"),
          slug,
        ).toBe(true);
      }
      expect(of("dsm").map(({ archived }) => archived)).toEqual(expect.arrayContaining([true, false]));
      expect(of("life-story")).toHaveLength(1);
      const bound = (row: AnyRow) => (row.expertises as string[]).length > 0;
      const reports = of("reports");
      expect(reports.some((row) => row.hidden === true && !bound(row))).toBe(true);
      expect(reports.some((row) => row.hidden === true && bound(row))).toBe(true);
      expect(reports.some((row) => row.hidden === false && bound(row))).toBe(true);
      expect(reports.some(({ subjective }) => subjective !== null)).toBe(true);
    }
  });

  test("normal dossiers have 3 to 40 reports in varied words and at most two plans", () => {
    const normal = pens().filter(({ fill }) => fill === "normal");
    for (const pen of normal) {
      const reports = partNamed("reports").demo(pen);
      expect(reports.length).toBeGreaterThanOrEqual(3);
      expect(reports.length).toBeLessThanOrEqual(40);
      expect(partNamed("care-plans").demo(pen).length).toBeLessThanOrEqual(2);
    }
    const texts = rowsOf(partNamed("reports")).flatMap(({ text: words, plan }) => String(words ?? plan));
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.6);
  });

  test("speaks of the client as a woman or a man", () => {
    const words = (gender: "male" | "female") =>
      JSON.stringify(partNamed("reports").demo(makePen(10_004, "full", { gender, careKind: "pg" })));
    expect(words("female")).not.toMatch(/[Mm]eneer/);
    expect(words("male")).not.toMatch(/[Mm]evrouw/);
  });
});
