import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import { legalStatus } from "@/db/schema/dossier/legal-status";
import { periodProblems } from "../checks";
import { oneOf } from "../codes";
import { demoLegalStatus } from "../demo/legal-status";
import { codingsOf, elementsOf, type FhirResource, noteOf, referenceOf, stringOf, textOf } from "../fhir";
import { certaintyOf, clinicalStatusOf, conditionFacts, conditionFrame } from "../fhir-condition";
import { ownCode, ownConcept, ownExtensions, ownValue } from "../fhir-own";
import { definePart } from "../part";
import { conditionKind } from "../resource-kind";
import {
  isRepresentation,
  kindOfZib,
  LAWS,
  LEGAL_KINDS,
  type LegalKind,
  lawOf,
  zibCoding,
} from "./legal-status-codes";

const SNOMED = "http://snomed.info/sct";
const STATUS = { active: "Van kracht", ended: "Beëindigd" } as const;

function kindOf(condition: FhirResource): LegalKind {
  const zib = codingsOf(condition.code).map(kindOfZib);
  return (
    ownCode(condition.code, "legal-kind", LEGAL_KINDS) ?? zib.find((kind) => kind !== undefined) ?? "other"
  );
}

/** Juridische status: nl-core-LegalSituation-LegalStatus and -Representation, both carried by Condition. */
export const legalStatusPart = definePart({
  slug: "legal-status",
  label: "Juridische status",
  singular: "juridische status",
  table: legalStatus,
  columns: [
    {
      key: "kind",
      label: "Soort",
      kind: "code",
      codes: LEGAL_KINDS,
      list: true,
      filter: true,
      width: 36,
      write: { required: true },
    },
    {
      key: "law",
      label: "Wet",
      kind: "code",
      codes: LAWS,
      list: true,
      filter: true,
      width: 20,
      write: { required: true },
    },
    {
      key: "status",
      label: "Status",
      kind: "code",
      codes: STATUS,
      list: true,
      filter: true,
      width: 14,
      write: { required: true, initial: "active" },
    },
    {
      key: "startedOn",
      label: "Van",
      kind: "date",
      list: true,
      width: 14,
      write: { initial: { from: "today" } },
    },
    { key: "endedOn", label: "Tot en met", kind: "date", list: true, width: 14, write: {} },
    { key: "authority", label: "Afgegeven door", kind: "text", list: true, width: 28, write: {} },
    { key: "caseNumber", label: "Kenmerk", kind: "text", width: 22, write: {} },
    { key: "representative", label: "Vertegenwoordiger", kind: "text", width: 28, write: {} },
    { key: "document", label: "Document", kind: "text", width: 36, write: {} },
    { key: "note", label: "Toelichting", kind: "prose", width: 48, write: {} },
  ],
  dating: "startedOn",
  ending: { on: "endedOn", status: { key: "status", codes: ["ended"] } },
  check: periodProblems,
  searchIn: ["authority", "caseNumber", "representative", "document", "note"],
  current: (t, { day }) =>
    and(
      eq(t.status, "active"),
      or(isNull(t.startedOn), lte(t.startedOn, day)),
      or(isNull(t.endedOn), gte(t.endedOn, day)),
    ),
  currentExport: "current",
  summary: (row) => ({
    title: LEGAL_KINDS[oneOf(LEGAL_KINDS, row.kind) ?? "other"],
    detail:
      [
        row.representative,
        row.endedOn ? `tot en met ${row.endedOn.split("-").reverse().join("-")}` : undefined,
      ]
        .filter(Boolean)
        .join(", ") || undefined,
    ...(row.status === "ended" && { badge: { text: STATUS.ended, role: "neutral" as const } }),
  }),
  fhir: {
    types: ["Condition"],
    take: (resource, context) => {
      if (conditionKind(resource) !== "legal-status") return null;
      const kind = kindOf(resource);
      // What was entered in error has no clinical status, which is not to say that it is in force.
      const inForce = clinicalStatusOf(resource) === "active" && certaintyOf(resource) !== "refuted";
      const unknown = kind === "other" ? textOf(resource.code) : undefined;
      return {
        ...conditionFacts(resource, context),
        kind,
        law: oneOf(LAWS, ownValue(resource, "law")) ?? lawOf(kind),
        status: inForce ? ("active" as const) : ("ended" as const),
        authority: referenceOf(resource.asserter)?.display ?? null,
        caseNumber: stringOf(elementsOf(resource.identifier)[0]?.value) ?? null,
        representative: stringOf(ownValue(resource, "representative")) ?? null,
        document: textOf(elementsOf(resource.evidence).map(documentOf)) ?? null,
        note:
          [unknown === LEGAL_KINDS.other ? undefined : unknown, noteOf(resource.note)]
            .filter(Boolean)
            .join("\n\n") || null,
      };
    },
    give: (row, { patient }) => {
      const kind = oneOf(LEGAL_KINDS, row.kind) ?? "other";
      const own = ownConcept("legal-kind", LEGAL_KINDS, kind);
      const zib = zibCoding(kind);
      return [
        {
          ...conditionFrame(row, patient, row.status === "active" ? "active" : "inactive"),
          extension: ownExtensions({ law: row.law, representative: row.representative }),
          identifier: row.caseNumber === null ? undefined : [{ value: row.caseNumber }],
          category: [
            {
              coding: [
                isRepresentation(kind)
                  ? { system: SNOMED, code: "151701000146105", display: "type voogd" }
                  : { system: SNOMED, code: "303186005", display: "juridische status van patiënt" },
              ],
            },
          ],
          code: { ...own, coding: [...(zib ? [zib] : []), ...elementsOf(own.coding)] },
          asserter: row.authority === null ? undefined : { display: row.authority },
          evidence: row.document === null ? undefined : [{ detail: [{ display: row.document }] }],
        },
      ];
    },
  },
  merge: "dossier",
  demo: demoLegalStatus,
});

/** What a piece of evidence refers to, in words. */
function documentOf(evidence: Record<string, unknown>): string | undefined {
  return referenceOf(evidence.detail)?.display ?? textOf(evidence.code);
}
