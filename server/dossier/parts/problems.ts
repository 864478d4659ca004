import { and, gte, inArray, isNull, ne, or } from "drizzle-orm";
import { problems } from "@/db/schema/dossier/problems";
import { periodProblems } from "../checks";
import { EXPERTISES, oneOf } from "../codes";
import { demoProblems } from "../demo/problems";
import { codingOf, codingsOf, elementsOf, extensionValue, type FhirResource, noteOf, textOf } from "../fhir";
import {
  CERTAINTY,
  certaintyOf,
  clinicalStatusOf,
  conditionFacts,
  conditionFrame,
  conditionName,
} from "../fhir-condition";
import { expertisesOf, ownCode, ownConcept, ownExtensions } from "../fhir-own";
import { definePart } from "../part";
import { conditionKind } from "../resource-kind";

const SNOMED = "http://snomed.info/sct";
const LATERALITY = "http://nictiz.nl/fhir/StructureDefinition/ext-AnatomicalLocation.Laterality";

const STATUS = {
  active: "Actief",
  remission: "In remissie",
  inactive: "Niet actief",
  resolved: "Opgelost",
} as const;

const KIND = {
  diagnosis: "Diagnose",
  symptom: "Klinische bevinding",
  complaint: "Klacht",
  functional: "Functionele beperking",
  complication: "Complicatie",
  skin: "Wond of huidaandoening",
  stoma: "Stoma",
  other: "Anders",
} as const;

/** Category codes (zib ProbleemTypeCodelijst and the profiles for wounds, burns, skin and stoma), SNOMED → kind. */
const KIND_OF: Readonly<Record<string, keyof typeof KIND>> = {
  "282291009": "diagnosis",
  "404684003": "symptom",
  "409586006": "complaint",
  "248536006": "functional",
  "116223007": "complication",
  "416462003": "skin",
  "125666000": "skin",
  "95320005": "skin",
  "399912005": "skin",
  "420226006": "skin",
  "245857005": "stoma",
};

const CODE_SYSTEM = {
  snomed: "SNOMED CT",
  icpc: "ICPC-1 NL",
  icd10: "ICD-10",
  other: "Anders",
} as const;
const SYSTEM_URL = {
  snomed: SNOMED,
  icpc: "http://hl7.org/fhir/sid/icpc-1-nl",
  icd10: "http://hl7.org/fhir/sid/icd-10",
  other: undefined,
} as const;

function systemOf(url: string | undefined): keyof typeof CODE_SYSTEM {
  if (url?.startsWith(SYSTEM_URL.icd10)) return "icd10";
  return url === SYSTEM_URL.snomed ? "snomed" : url === SYSTEM_URL.icpc ? "icpc" : "other";
}

function kindOf(condition: FhirResource): keyof typeof KIND {
  const own = ownCode(condition.category, "problem-kind", KIND);
  const known = codingsOf([condition.category, condition.code].flat()).map(({ system, code }) =>
    system === SNOMED ? KIND_OF[code ?? ""] : undefined,
  );
  return own ?? known.find((kind) => kind !== undefined) ?? "other";
}

function bodySiteOf(condition: FhirResource): string | null {
  const sites = elementsOf(condition.bodySite).flatMap((site) =>
    [textOf(site), textOf(extensionValue(site, LATERALITY))?.toLowerCase()].filter(Boolean).join(", "),
  );
  return sites.join("; ") || null;
}

/** Problemen: nl-core-Problem and its relatives (wounds, stoma), every Condition that is no other part's. */
export const problemsPart = definePart({
  slug: "problems",
  label: "Problemen",
  singular: "probleem",
  table: problems,
  columns: [
    { key: "name", label: "Probleem", kind: "text", list: true, width: 36, write: { required: true } },
    {
      key: "kind",
      label: "Soort",
      kind: "code",
      codes: KIND,
      list: true,
      filter: true,
      width: 22,
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
      key: "certainty",
      label: "Zekerheid",
      kind: "code",
      codes: CERTAINTY,
      width: 14,
      write: { required: true, initial: "confirmed" },
    },
    {
      key: "startedOn",
      label: "Begin",
      kind: "date",
      list: true,
      width: 14,
      write: { partial: true, past: true, initial: { from: "today" } },
    },
    {
      key: "endedOn",
      label: "Einde",
      kind: "date",
      list: true,
      width: 14,
      write: { partial: true, past: true },
    },
    { key: "bodySite", label: "Plaats op het lichaam", kind: "text", width: 24, write: {} },
    { key: "codeSystem", label: "Codestelsel", kind: "code", codes: CODE_SYSTEM, width: 14 },
    { key: "code", label: "Code", kind: "text", width: 14 },
    { key: "note", label: "Toelichting", kind: "prose", list: true, width: 48, write: {} },
    {
      key: "expertises",
      label: "Deskundigheden",
      kind: "codes",
      codes: EXPERTISES,
      onlyComplete: true,
      width: 28,
      write: {
        hint: "Alleen wie een van deze deskundigheden heeft, ziet dit. Je eigen deskundigheid hoort erbij.",
      },
    },
  ],
  dating: "startedOn",
  ending: { on: "endedOn", status: { key: "status", codes: ["resolved", "inactive"] } },
  check: periodProblems,
  searchIn: ["name", "note", "code", "bodySite"],
  current: (t, { day }) =>
    and(
      inArray(t.status, ["active", "remission"]),
      // A Condition entered in error has no clinical status; it is kept as refuted.
      ne(t.certainty, "refuted"),
      or(isNull(t.endedOn), gte(t.endedOn, day)),
    ),
  currentExport: "current",
  restricted: { expertises: true },
  summary: (row) => ({
    title: row.name,
    detail: [row.bodySite, row.note].filter(Boolean).join(". ") || undefined,
    ...(row.status !== "active" && { badge: { text: STATUS[row.status], role: "neutral" as const } }),
  }),
  fhir: {
    types: ["Condition"],
    take: (resource, context) => {
      if (conditionKind(resource) !== "problems") return null;
      const coding = codingOf(resource.code);
      return {
        ...conditionFacts(resource, context),
        name: conditionName(resource) ?? textOf(resource.category) ?? "Probleem zonder naam",
        kind: kindOf(resource),
        status: clinicalStatusOf(resource),
        certainty: certaintyOf(resource),
        bodySite: bodySiteOf(resource),
        codeSystem: coding?.code === undefined ? null : systemOf(coding.system),
        code: coding?.code ?? null,
        note: noteOf(resource.note) ?? null,
        expertises: expertisesOf(resource),
      };
    },
    give: (row, { patient, scope }) => {
      const kind = oneOf(KIND, row.kind) ?? "other";
      const snomed = Object.keys(KIND_OF).find((code) => KIND_OF[code] === kind);
      const own = ownConcept("problem-kind", KIND, kind);
      const standard = snomed === undefined ? [] : [{ system: SNOMED, code: snomed, display: KIND[kind] }];
      return [
        {
          ...conditionFrame(row, patient, row.status, row.certainty),
          extension: ownExtensions({ expertise: scope === "current" ? undefined : row.expertises }),
          category: [{ ...own, coding: [...elementsOf(own.coding), ...standard] }],
          code: {
            text: row.name,
            coding:
              row.code === null
                ? undefined
                : [{ system: SYSTEM_URL[oneOf(CODE_SYSTEM, row.codeSystem) ?? "other"], code: row.code }],
          },
          bodySite: row.bodySite === null ? undefined : [{ text: row.bodySite }],
        },
      ];
    },
  },
  merge: "dossier",
  demo: demoProblems,
});
