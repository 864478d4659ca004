import { describe, expect, test } from "vitest";
import type { DemoPen } from "@/server/dossier/demo-pen";
import { instrumentOf } from "@/server/dossier/instruments/catalogue";
import { score } from "@/server/dossier/instruments/instrument";
import { documentsPart } from "@/server/dossier/parts/documents";
import { labResultsPart } from "@/server/dossier/parts/lab-results";
import { measurementsPart } from "@/server/dossier/parts/measurements";
import { medicationPart } from "@/server/dossier/parts/medication";
import { questionnairesPart } from "@/server/dossier/parts/questionnaires";
import type { AnyPart, AnyRow } from "@/server/dossier/registry";
import { ours, pens, plain, RECORDED_AT, stored } from "./parts-b-rows";
import { makePen } from "./pen";
import { takeRun } from "./take-run";

/** What `take` makes of what `give` made of a row, through JSON, with its file at hand. */
function thereAndBack(part: AnyPart, row: AnyRow, files: Map<string, Buffer>) {
  const given = plain(part.fhir.give(row, { patient: { reference: "urn:uuid:patient" }, scope: "complete" }));
  const binaries = [...files].map(([fileId, bytes]) => ({
    fullUrl: `urn:uuid:${fileId}`,
    resource: { resourceType: "Binary", id: fileId, data: bytes.toString("base64") },
  }));
  const run = takeRun([...given.map((resource) => ({ resource })), ...binaries]);
  const [first] = given;
  return first === undefined ? null : part.fhir.take(first, run.context);
}

describe("every demo row goes to FHIR and comes back the same", () => {
  test.each(ours.map((part) => [part.slug, part] as const))("%s", (_, part) => {
    let rows = 0;
    for (const { pen, files } of pens()) {
      for (const draft of part.demo(pen)) {
        rows += 1;
        const row = stored(draft, `row-${rows}`);
        const { recordedAt, ...back } = thereAndBack(part, row, files) ?? {};
        expect(back).toEqual({ recordedBy: row.recordedBy, ...draft });
        expect([undefined, RECORDED_AT, row.submittedAt]).toContain(recordedAt);
      }
    }
    expect(rows).toBeGreaterThan(60);
  });

  test("an offer to another part of ours is declined", () => {
    for (const { pen } of pens().slice(0, 1)) {
      for (const part of ours) {
        const [draft] = part.demo(pen);
        const [given] = plain(
          part.fhir.give(stored(draft ?? {}, "one"), { patient: { reference: "x" }, scope: "complete" }),
        );
        const takers = ours.filter((other) => given && other.fhir.take(given, takeRun([]).context) !== null);
        expect(takers).toEqual([part]);
      }
    }
  });
});

describe("the declarations", () => {
  test.each(ours.map((part) => [part.slug, part] as const))("%s names columns the table has", (_, part) => {
    const keys = Object.keys(part.table);
    for (const column of part.columns) {
      expect(keys).toContain(column.key);
      expect(["code", "codes"].includes(column.kind)).toBe(column.codes !== undefined);
      expect(column.kind === "rows").toBe(column.fields !== undefined);
      if (column.filter) expect(["code", "flag"]).toContain(column.kind);
    }
    for (const key of part.searchIn) expect(keys).toContain(key);
    expect(part.columns.filter(({ list }) => list).length).toBeLessThanOrEqual(6);
    expect(new Set(part.columns.map(({ key }) => key)).size).toBe(part.columns.length);
  });

  test.each(ours.map((part) => [part.slug, part] as const))(
    "%s puts every field of its table in a column",
    (_, part) => {
      const entry = [
        "id",
        "clientId",
        "moment",
        "recordedAt",
        "recordedBy",
        "recordedById",
        "version",
        "fileId",
        ...["changedAt", "changedBy", "changedById", "archivedAt", "archivedBy", "archiveReason"],
      ];
      const own = Object.keys(part.table).filter((key) => key !== "enableRLS" && !entry.includes(key));
      expect(part.columns.map(({ key }) => key)).toEqual(expect.arrayContaining(own));
    },
  );

  test("codes of demo rows are in the code lists", () => {
    for (const { pen } of pens()) {
      for (const part of ours) {
        for (const draft of part.demo(pen)) {
          for (const { key, codes } of part.columns) {
            const value = (draft as Record<string, unknown>)[key];
            if (codes !== undefined && value !== null) expect(Object.keys(codes)).toContain(value);
          }
        }
      }
    }
  });

  test("follow the rules of the export for an actual dossier", () => {
    const rule = (slug: string) => ours.find((part) => part.slug === slug)?.currentExport;
    expect(rule("medication")).toBe("all");
    expect(rule("measurements")).toBe("all");
    expect(rule("questionnaires")).toBe("all");
    expect(rule("lab-results")).toEqual({ omit: expect.stringContaining("Labresultaten") });
    expect(rule("documents")).toEqual({ omit: expect.stringContaining("Documenten") });
  });
});

describe("the demo", () => {
  test("is the same for the same client", () => {
    for (const part of ours) {
      expect(part.demo(makePen(10_001, "full"))).toEqual(part.demo(makePen(10_001, "full")));
    }
  });

  test("gives a full client active and ended entries of every kind", () => {
    const pen = () => makePen(10_001, "full");
    const distinct = (values: unknown[]) => [...new Set(values)].sort();
    const medication = medicationPart.demo(pen());
    expect(distinct(medication.map(({ kind }) => kind))).toEqual([
      "administration",
      "agreement",
      "dispense",
      "use",
    ]);
    expect(distinct(medication.map(({ status }) => status))).toEqual([
      "active",
      "completed",
      "not-done",
      "on-hold",
      "stopped",
    ]);
    const measured = distinct(measurementsPart.demo(pen()).map(({ instrument }) => instrument));
    expect(measured).toEqual(
      expect.arrayContaining(["barthel", "body-weight", "blood-pressure", "mobility"]),
    );
    for (const code of [
      "snaq",
      "snaq65plus",
      "snaqrc",
      "must",
      "dos",
      "pain-nrs",
      "phq-9",
      "gad-7",
      "honos",
    ]) {
      expect(measured).toContain(code);
    }
    expect(distinct(labResultsPart.demo(pen()).map(({ kind }) => kind))).toEqual(["report", "test"]);
    expect(distinct(documentsPart.demo(pen()).map(({ status }) => status))).toEqual([
      "current",
      "superseded",
    ]);
    expect(distinct(questionnairesPart.demo(pen()).map(({ status }) => status))).toEqual([
      "amended",
      "completed",
      "open",
      "stopped",
    ]);
  });

  test("writes scores whose total and interpretation the instrument itself gives", () => {
    for (const { pen } of pens()) {
      for (const row of measurementsPart.demo(pen)) {
        const instrument = instrumentOf(row.instrument);
        if (instrument === undefined || row.items.length === 0) continue;
        const answers = Object.fromEntries(
          instrument.items.map((item) => {
            const line = row.items.find(({ code }) => code === item.code);
            const option = item.options.find(({ label }) => label === line?.answer);
            return [item.code, option?.code ?? line?.score ?? ""];
          }),
        );
        expect(score(instrument, answers)).toEqual({
          total: row.total,
          interpretation: row.interpretation,
        });
      }
    }
  });

  test("makes documents that are what they say: PDFs with a true cross-reference table, and UTF-8 text", () => {
    const made: { mime: string; bytes: Buffer }[] = [];
    const pen = makePen(10_001, "full");
    const file: DemoPen["file"] = (given) => {
      made.push(given);
      return pen.file(given);
    };
    documentsPart.demo({ ...pen, file });
    expect(made.map(({ mime }) => mime)).toEqual(expect.arrayContaining(["application/pdf", "text/plain"]));
    for (const { mime, bytes } of made) {
      const text = bytes.toString("latin1");
      if (mime === "text/plain") {
        expect(bytes.toString("utf8")).not.toContain("�");
        continue;
      }
      expect(text).toMatch(/^%PDF-1\.4\n[\s\S]*%%EOF\n$/);
      const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1]);
      expect(text.slice(start, start + 5)).toBe("xref\n");
      const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) =>
        Number(offset),
      );
      offsets.forEach((offset, index) => {
        expect(text.slice(offset).startsWith(`${index + 1} 0 obj\n`)).toBe(true);
      });
      const stream = /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(text);
      expect(stream?.[2]?.length).toBe(Number(stream?.[1]));
    }
  });
});
