import { and, asc, eq, gt, sql } from "drizzle-orm";
import { importedResources } from "@/db/schema/interchange";
import { type FhirResource, stringOf, textOf } from "../dossier/fhir";
import { dateOf } from "../dossier/fhir-time";
import type { PagedSheet } from "./books";
import type { DossierReader } from "./dossier-reader";
import { isLeftOut, type Scope } from "./scope";
import type { Cell } from "./sheet-xml";

const PAGE = 200;
const DATES = [
  "date",
  "effectiveDateTime",
  "occurrenceDateTime",
  "performedDateTime",
  "recordedDate",
  "issued",
  "created",
];

function dateOfResource(resource: FhirResource): string | null {
  for (const key of DATES) {
    const date = dateOf(resource[key]);
    if (date) return date;
  }
  return null;
}

/** Sheet Overige gegevens: what was imported and fits no part, word for word. */
export function keptSheet(reader: DossierReader, scope: Scope): PagedSheet {
  function* pages(): Generator<Cell[][]> {
    let last = "";
    for (;;) {
      const page = reader.rows<{ id: string; resource_type: string; resource_id: string; json: string }>(sql`
        SELECT id, resource_type, resource_id, json FROM ${importedResources}
        WHERE ${and(
          eq(importedResources.clientId, reader.clientId),
          eq(importedResources.role, "kept"),
          gt(importedResources.id, last),
        )} ORDER BY ${asc(importedResources.id)} LIMIT ${PAGE}`);
      yield page.flatMap(({ resource_type, resource_id, json }): Cell[][] => {
        const resource = JSON.parse(json) as FhirResource;
        if (scope === "current" && isLeftOut(resource)) return [];
        const words = textOf(resource.code) ?? textOf(resource.type) ?? stringOf(resource.name) ?? null;
        return [[resource_type, resource_id, dateOfResource(resource), words, json]];
      });
      last = page.at(-1)?.id ?? last;
      if (page.length < PAGE) return;
    }
  }
  return {
    plan: {
      name: "Overige gegevens",
      columns: [
        { label: "Soort", kind: "text", width: 24 },
        { label: "Kenmerk", kind: "text", width: 36 },
        { label: "Datum", kind: "date", width: 14 },
        { label: "Omschrijving", kind: "text", width: 48 },
        { label: "Inhoud zoals ontvangen (FHIR)", kind: "text", width: 80 },
      ],
    },
    pages,
  };
}
