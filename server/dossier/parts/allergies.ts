import { and, eq, gte, isNull, or } from "drizzle-orm";
import { allergies } from "@/db/schema/dossier/allergies";
import { periodProblems } from "../checks";
import { oneOf } from "../codes";
import { ALLERGY_EPISODES } from "../demo/allergies";
import { codingOf, hasCode, noteOf, referenceOf, stringOf, textOf } from "../fhir";
import { dateOf, instantOf, momentOf } from "../fhir-time";
import { definePart } from "../part";

const CLINICAL = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
const VERIFICATION = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";
const SNOMED = "http://snomed.info/sct";

const STATUS = {
  active: "Actief",
  inactive: "Niet actief",
  resolved: "Verdwenen",
  refuted: "Weerlegd",
} as const;
const CRITICALITY = { high: "Hoog", low: "Laag", unknown: "Niet te bepalen" } as const;
const SEVERITY = { mild: "Licht", moderate: "Matig", severe: "Ernstig" } as const;
const CATEGORY = {
  medication: "Geneesmiddel",
  food: "Voeding",
  environment: "Omgeving",
  biologic: "Biologisch middel",
  other: "Anders",
} as const;

const FHIR_CRITICALITY = { high: "high", low: "low", unknown: "unable-to-assess" } as const;

/** Allergieën: nl-core-AllergyIntolerance (zib AllergyIntolerance 3.3). */
export const allergiesPart = definePart({
  slug: "allergies",
  label: "Allergieën",
  singular: "allergie",
  table: allergies,
  columns: [
    { key: "substance", label: "Stof", kind: "text", list: true, width: 28, write: { required: true } },
    {
      key: "category",
      label: "Soort",
      kind: "code",
      codes: CATEGORY,
      list: true,
      filter: true,
      width: 16,
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
      key: "criticality",
      label: "Risico",
      kind: "code",
      codes: CRITICALITY,
      list: true,
      filter: true,
      width: 14,
      write: { required: true, initial: "unknown" },
    },
    { key: "severity", label: "Ernst", kind: "code", codes: SEVERITY, width: 12, write: {} },
    { key: "reaction", label: "Reactie", kind: "text", list: true, width: 36, write: {} },
    {
      key: "startedOn",
      label: "Sinds",
      kind: "date",
      list: true,
      width: 14,
      write: { partial: true, past: true },
    },
    { key: "endedOn", label: "Tot", kind: "date", width: 14, write: { partial: true, past: true } },
    { key: "substanceCode", label: "SNOMED-code", kind: "text", width: 16 },
    { key: "note", label: "Toelichting", kind: "prose", width: 48, write: {} },
  ],
  dating: "startedOn",
  ending: { on: "endedOn", status: { key: "status", codes: ["resolved", "inactive", "refuted"] } },
  check: periodProblems,
  searchIn: ["substance", "reaction", "note"],
  current: (t, { day }) => and(eq(t.status, "active"), or(isNull(t.endedOn), gte(t.endedOn, day))),
  currentExport: "current",
  summary: (row) => ({
    title: row.substance,
    ...(row.reaction && { detail: row.reaction }),
    ...(row.criticality === "high" || row.severity === "severe"
      ? { badge: { text: "Ernstig", role: "danger" as const } }
      : row.severity && { badge: { text: SEVERITY[row.severity], role: "neutral" as const } }),
  }),
  fhir: {
    types: ["AllergyIntolerance"],
    take: (resource, { now }) => {
      const reaction = Array.isArray(resource.reaction) ? resource.reaction[0] : undefined;
      const onset = momentOf(resource, "onset").start;
      const recorded = instantOf(resource.recordedDate);
      const refuted = hasCode(resource.verificationStatus, VERIFICATION, "refuted", "entered-in-error");
      return {
        moment: onset?.at ?? recorded?.at ?? now,
        substance: textOf(resource.code) ?? textOf(reaction?.substance) ?? "Onbekende stof",
        substanceCode: codingOf(resource.code, SNOMED)?.code ?? null,
        category:
          oneOf(CATEGORY, Array.isArray(resource.category) ? resource.category[0] : undefined) ?? "other",
        status: refuted
          ? "refuted"
          : (oneOf(STATUS, codingOf(resource.clinicalStatus, CLINICAL)?.code) ?? "active"),
        criticality: oneOf(CRITICALITY, resource.criticality) ?? "unknown",
        severity: oneOf(SEVERITY, reaction?.severity) ?? null,
        reaction: textOf(reaction?.manifestation) ?? stringOf(reaction?.description) ?? null,
        startedOn: onset?.date ?? null,
        endedOn: dateOf(resource.lastOccurrence) ?? null,
        note: noteOf(resource.note) ?? null,
        recordedBy: referenceOf(resource.recorder)?.display,
        recordedAt: recorded?.at,
      };
    },
    give: (row, { patient }) => [
      {
        resourceType: "AllergyIntolerance",
        id: row.id,
        clinicalStatus:
          row.status === "refuted"
            ? undefined
            : { coding: [{ system: CLINICAL, code: row.status, display: STATUS[row.status] }] },
        verificationStatus: {
          coding: [{ system: VERIFICATION, code: row.status === "refuted" ? "refuted" : "confirmed" }],
        },
        category: row.category === "other" ? undefined : [row.category],
        criticality: FHIR_CRITICALITY[row.criticality],
        code: {
          text: row.substance,
          coding: row.substanceCode
            ? [{ system: SNOMED, code: row.substanceCode, display: row.substance }]
            : undefined,
        },
        patient,
        onsetDateTime: row.startedOn ?? undefined,
        recordedDate: new Date(row.recordedAt).toISOString(),
        recorder: { display: row.recordedBy },
        lastOccurrence: row.endedOn ?? undefined,
        note: row.note ? [{ text: row.note }] : undefined,
        reaction:
          row.reaction || row.severity
            ? [{ manifestation: [{ text: row.reaction ?? "Onbekend" }], severity: row.severity ?? undefined }]
            : undefined,
      },
    ],
  },
  merge: "dossier",
  demo: (pen) => {
    const amount = pen.fill === "full" ? 4 : pen.chance(0.35) ? pen.int(1, 3) : 0;
    return pen
      .shuffle(ALLERGY_EPISODES)
      .slice(0, amount)
      .map((known, index) => {
        const daysAgo = pen.int(200, 9000);
        return {
          ...known,
          moment: pen.daysAgo(daysAgo),
          startedOn: pen.day(daysAgo),
          status: index === 3 ? ("resolved" as const) : ("active" as const),
          endedOn: index === 3 ? pen.day(30) : null,
          recordedBy: pen.colleague("physician").name,
        };
      });
  },
});
