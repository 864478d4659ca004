import { and, gte, inArray, isNull, or } from "drizzle-orm";
import { restraints } from "@/db/schema/dossier/restraints";
import { periodProblems } from "../checks";
import { demoRestraints } from "../demo/restraints";
import { definePart } from "../part";
import { ASSENTS, LEGAL_BASES, RESTRAINT_KINDS } from "./restraints-codes";
import { giveRestraint, takeRestraint } from "./restraints-fhir";

const STATUS = {
  planned: "Voorgenomen",
  active: "Loopt",
  paused: "Onderbroken",
  ended: "Beëindigd",
  "not-applied": "Niet toegepast",
} as const;

/** Vrijheidsbeperkende maatregelen: nl-core-FreedomRestrictingIntervention (Procedure). */
export const restraintsPart = definePart({
  slug: "restraints",
  label: "Vrijheidsbeperking",
  singular: "vrijheidsbeperkende maatregel",
  table: restraints,
  columns: [
    {
      key: "intervention",
      label: "Maatregel",
      kind: "text",
      list: true,
      width: 40,
      write: { required: true },
    },
    {
      key: "kind",
      label: "Soort",
      kind: "code",
      codes: RESTRAINT_KINDS,
      list: true,
      filter: true,
      width: 34,
      write: { required: true },
    },
    {
      key: "legalBasis",
      label: "Wettelijke grondslag",
      kind: "code",
      codes: LEGAL_BASES,
      list: true,
      filter: true,
      width: 26,
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
      write: { required: true, initial: "planned" },
    },
    {
      key: "startedOn",
      label: "Begin",
      kind: "date",
      list: true,
      width: 14,
      write: { initial: { from: "today" } },
    },
    { key: "endedOn", label: "Einde", kind: "date", list: true, width: 14, write: {} },
    { key: "schedule", label: "Wanneer", kind: "text", width: 28, write: {} },
    { key: "reason", label: "Ernstig nadeel", kind: "prose", width: 44, write: {} },
    { key: "alternatives", label: "Overwogen alternatieven", kind: "prose", width: 44, write: {} },
    { key: "capable", label: "Wilsbekwaam ter zake", kind: "flag", width: 16, write: {} },
    {
      key: "capableNote",
      label: "Toelichting wilsbekwaamheid",
      kind: "text",
      width: 32,
      write: { max: 1_000 },
    },
    { key: "assents", label: "Instemming", kind: "codes", codes: ASSENTS, width: 32, write: {} },
    { key: "resistance", label: "Verzet", kind: "flag", filter: true, width: 10, write: {} },
    { key: "legalGround", label: "Machtiging of besluit", kind: "text", width: 30, write: {} },
    { key: "responsible", label: "Zorgverantwoordelijke", kind: "text", width: 30, write: {} },
    { key: "evaluateOn", label: "Evalueren op", kind: "date", width: 14, write: {} },
    {
      key: "evaluations",
      label: "Evaluaties",
      kind: "rows",
      fields: [
        { key: "date", label: "Datum", kind: "date", width: 14, write: { partial: true, past: true } },
        { key: "by", label: "Door", kind: "text", width: 28 },
        { key: "text", label: "Evaluatie", kind: "prose", width: 60, write: { required: true } },
      ],
      width: 60,
      singular: "evaluatie",
      write: {},
    },
    { key: "interventionCode", label: "SNOMED-code", kind: "text", width: 18 },
    { key: "note", label: "Toelichting", kind: "prose", width: 48, write: {} },
  ],
  dating: "startedOn",
  ending: { on: "endedOn", status: { key: "status", codes: ["ended", "not-applied"] } },
  check: periodProblems,
  searchIn: ["intervention", "reason", "alternatives", "responsible", "note"],
  current: (t, { day }) =>
    and(inArray(t.status, ["planned", "active", "paused"]), or(isNull(t.endedOn), gte(t.endedOn, day))),
  currentExport: { omit: "Vrijheidsbeperkende maatregelen horen niet bij het actuele dossier." },
  summary: (row) => ({
    title: row.intervention,
    detail: row.schedule ?? row.reason ?? undefined,
    ...(row.resistance === true && row.status === "active"
      ? { badge: { text: "Met verzet", role: "warning" as const } }
      : row.status !== "active" && { badge: { text: STATUS[row.status], role: "neutral" as const } }),
  }),
  fhir: {
    types: ["Procedure"],
    take: takeRestraint,
    give: (row, { patient }) => giveRestraint(row, patient),
  },
  merge: "dossier",
  demo: demoRestraints,
});
