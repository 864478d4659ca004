import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EntryRow } from "@/app/(staff)/clients/[clientId]/dossier/[part]/entry-row";
import { ReportCard } from "@/app/(staff)/clients/[clientId]/dossier/[part]/report-card";
import { clients } from "@/db/schema/clients";
import { dsm } from "@/db/schema/dossier/dsm";
import { problems } from "@/db/schema/dossier/problems";
import messages from "@/messages/nl.json";
import { certaintyOf } from "@/server/dossier/fhir-condition";
import type { AnyRow } from "@/server/dossier/registry";
import { columnViews, entryView } from "@/server/dossier/view";
import { makeWorld, START } from "../world";
import { partNamed, rowsOf } from "./part-rows";
import { takeRun } from "./take-run";

const measurements = partNamed("measurements");

function viewOf(status: string) {
  const [row] = rowsOf(measurements);
  return entryView(measurements, { ...row, status } as AnyRow, { edits: false, isNew: false });
}

/** The entry as a row of its table and as a report in the thread. */
function shown(status: string): string[] {
  const entry = viewOf(status);
  const row = (
    <table>
      <tbody>
        <EntryRow entry={entry} columns={columnViews(measurements)} singular="meting" />
      </tbody>
    </table>
  );
  const report = <ReportCard report={{ ...entry, cells: [{ key: "text", text: "Rustige nacht." }] }} />;
  return [row, report].map((node) =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale="nl" timeZone="Europe/Amsterdam" messages={messages}>
        {node}
      </NextIntlClientProvider>,
    ),
  );
}

const badge = /<\/svg>Foutief ingevoerd/;

test("an entry recorded by mistake says so and is struck through; another is not", () => {
  expect([viewOf("entered-in-error").mistaken, viewOf("final").mistaken]).toEqual([true, false]);
  for (const html of shown("entered-in-error")) {
    expect(html).toMatch(badge);
    expect(html).toContain("line-through");
  }
  for (const html of shown("final")) {
    expect(html).not.toMatch(badge);
    expect(html).not.toContain("line-through");
  }
});

test("a list of documents shows its status and has no more than six columns", () => {
  const keys = columnViews(partNamed("documents")).map(({ key }) => key);
  expect(keys).toContain("status");
  expect(keys.length).toBeLessThanOrEqual(6);
});

test("a Condition entered in error, which has no clinical status, is never current", async () => {
  const code = "entered-in-error";
  const system = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
  const condition = { resourceType: "Condition", verificationStatus: { coding: [{ system, code }] } };
  const certainty = certaintyOf(condition);
  const world = await makeWorld();
  const moment = { createdAt: START, changedAt: START };
  const client = { id: "c", number: 10_001, lastName: "Wit", nameUse: "own", gender: "male" } as const;
  const entry = { clientId: "c", moment: START, recordedAt: START, recordedBy: "Iemand" };
  const fields = { kind: "diagnosis", name: "Val", status: "active" } as const;
  const dsmFields = { code: "F32", description: "Depressie", isMain: true, edition: "dsm-5" } as const;
  await world.db.write(async (tx) => {
    await tx.insert(clients).values({ ...client, ...moment });
    for (const sure of [certainty, "confirmed"] as const) {
      await tx
        .insert(problems)
        .values({ ...entry, ...fields, expertises: [], id: `p-${sure}`, certainty: sure });
      const diagnosis = { ...entry, ...dsmFields, status: "active", archived: false } as const;
      await tx.insert(dsm).values({ ...diagnosis, id: `d-${sure}`, certainty: sure });
    }
  });
  for (const slug of ["problems", "dsm"]) {
    const { table, current } = partNamed(slug);
    const rows = await world.db.read
      .select({ id: table.id })
      .from(table)
      .where(current(table, { day: "2026-11-21", now: START }));
    expect(rows.map(({ id }) => id)).toEqual([`${slug.charAt(0)}-confirmed`]);
  }
});

test("a legal status entered in error is not taken as in force", () => {
  const category = [{ coding: [{ system: "http://snomed.info/sct", code: "303186005" }] }];
  const system = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
  const takenAs = (code: string) =>
    partNamed("legal-status").fhir.take(
      { resourceType: "Condition", category, verificationStatus: { coding: [{ system, code }] } },
      takeRun([]).context,
    );
  expect(takenAs("entered-in-error")).toMatchObject({ status: "ended" });
  expect(takenAs("confirmed")).toMatchObject({ status: "active" });
});
