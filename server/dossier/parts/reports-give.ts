import type { reports } from "@/db/schema/dossier/reports";
import type { Coding, FhirResource } from "../fhir";
import { ownConcept, ownExtensions } from "../fhir-own";
import type { Row } from "../part";
import { CONFIDENTIALITY, FREE_TEXT, REPORT_CATEGORIES, SNOMED, SOAP } from "./reports-codes";

const CONTACT_REPORT = {
  coding: [{ system: SNOMED, code: "11591000146107", display: "patiëntcontactverslag" }],
};

type Line = { id: string; coding: Coding; text: string };

/** The resources of a report: a SOAP report as Composition with its lines, free text as DocumentReference. */
export function giveReport(row: Row<typeof reports>, patient: { reference: string }): FhirResource[] {
  const date = new Date(row.moment).toISOString();
  const shared = {
    id: row.id,
    extension: ownExtensions({
      discipline: row.discipline,
      expertise: row.expertises,
      "recorded-at": row.recordedAt === row.moment ? undefined : new Date(row.recordedAt).toISOString(),
    }),
    category: [ownConcept("report-category", REPORT_CATEGORIES, row.category)],
    type: CONTACT_REPORT,
    date,
    author: [{ display: row.recordedBy }],
  };
  const lines: Line[] = SOAP.flatMap(({ key, code, display }) => {
    const text = row[key];
    return text === null ? [] : [{ id: `${row.id}-${key}`, coding: { system: SNOMED, code, display }, text }];
  });
  if (lines.length === 0) {
    return [
      {
        resourceType: "DocumentReference",
        ...shared,
        status: "current",
        subject: patient,
        description: row.title ?? undefined,
        securityLabel: row.hidden
          ? [{ coding: [{ system: CONFIDENTIALITY, code: "R", display: "restricted" }] }]
          : undefined,
        content: [
          {
            attachment: {
              contentType: "text/plain; charset=utf-8",
              data: Buffer.from(row.text ?? "").toString("base64"),
            },
          },
        ],
      },
    ];
  }
  if (row.text !== null) lines.push({ id: `${row.id}-text`, coding: FREE_TEXT, text: row.text });
  return [
    {
      resourceType: "Composition",
      ...shared,
      status: "final",
      subject: patient,
      confidentiality: row.hidden ? "R" : undefined,
      title: row.title ?? undefined,
      section: lines.map(({ id, coding }) => ({
        code: { coding: [coding] },
        entry: [{ reference: `Observation/${id}` }],
      })),
    },
    ...lines.map(({ id, coding, text }) => ({
      resourceType: "Observation",
      id,
      status: "final",
      code: { coding: [coding] },
      subject: patient,
      effectiveDateTime: date,
      valueString: text,
    })),
  ];
}

/** A report as one text: free text, then its SOAP lines marked S, O, E and P. */
export function plainText(row: Row<typeof reports>): string {
  const lines = [row.subjective, row.objective, row.assessment, row.plan].map((text, index) =>
    text === null ? undefined : `${"SOEP"[index]}: ${text}`,
  );
  return [row.text, ...lines].filter((text) => text !== null && text !== undefined).join("\n");
}
