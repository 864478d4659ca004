import { getTableColumns } from "drizzle-orm";
import { expect, test } from "vitest";
import type { FhirResource } from "@/server/dossier/fhir";
import { type AnyPart, type AnyRow, parts } from "@/server/dossier/registry";
import { PATIENT, rowsOf, takeAll } from "./part-rows";

const ARCHIVED = {
  archivedAt: Date.UTC(2026, 10, 20, 12, 30),
  archivedBy: "Sanne Kuipers, regiebehandelaar",
  archiveReason: "Bij de verkeerde cliënt vastgelegd",
};
const context = { patient: PATIENT, scope: "complete" } as const;

/** Statuses by which a reader of FHIR knows not to act on a resource. */
function standing(resource: FhirResource): unknown {
  const verified = resource.verificationStatus as { coding: { code: string }[] } | undefined;
  return verified?.coding[0]?.code ?? resource.lifecycleStatus ?? resource.status;
}

const without = (row: Readonly<Record<string, unknown>>, part: AnyPart) =>
  Object.fromEntries(
    Object.keys(getTableColumns(part.table))
      .filter((key) => !["id", "clientId", "recordedById", "version", "recordedAt", "fileId"].includes(key))
      .map((key) => [key, row[key] ?? null]),
  );

/** The draft that comes back of a row through FHIR; what hangs on it came along. */
function back(part: AnyPart, row: AnyRow): Record<string, unknown> {
  const given = part.fhir.give(row, context).map((resource) => ({ resource }));
  const [first] = takeAll(given).taken;
  return first?.draft ?? {};
}

test.each(parts.map((part) => [part.slug as string, part] as const))(
  "an archived entry of %s is entered in error in every resource, and comes back as it was, archived",
  (_, part) => {
    const rows = rowsOf(part).slice(0, 60);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const archived = { ...row, ...ARCHIVED, version: 2 } as AnyRow;
      const given = part.fhir.give(archived, context);
      for (const resource of given) {
        if (resource.resourceType !== "Binary")
          expect(standing(resource), resource.resourceType).toBe("entered-in-error");
        expect(resource.clinicalStatus).toBeUndefined();
        expect(resource.meta).toMatchObject({ versionId: "2" });
      }
      expect(without(back(part, archived), part)).toEqual({ ...without(back(part, row), part), ...ARCHIVED });
    }
  },
);

test("an entry that is not archived is given as before, with its version", () => {
  for (const part of parts) {
    for (const row of rowsOf(part).slice(0, 3)) {
      const [first] = part.fhir.give(
        { ...row, version: 3, changedAt: ARCHIVED.archivedAt } as AnyRow,
        context,
      );
      expect(first?.meta).toMatchObject({ versionId: "3", lastUpdated: "2026-11-20T12:30:00.000Z" });
      expect(JSON.stringify(first)).not.toContain("archived-entry");
    }
  }
});
