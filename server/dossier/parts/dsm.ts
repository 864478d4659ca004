import { and, eq, ne } from "drizzle-orm";
import { dsm } from "@/db/schema/dossier/dsm";
import { periodProblems } from "../checks";
import { demoDsm } from "../demo/dsm";
import { booleanOf, codingOf, codingsOf, noteOf, stringOf, textOf } from "../fhir";
import {
  CERTAINTY,
  certaintyOf,
  clinicalStatusOf,
  conditionFacts,
  conditionFrame,
  conditionName,
} from "../fhir-condition";
import { ownConcept, ownExtensions, ownSystem, ownValue } from "../fhir-own";
import { definePart } from "../part";
import { conditionKind } from "../resource-kind";

const STATUS = { active: "Actief", remission: "In remissie", resolved: "Opgelost" } as const;
const EDITION = {
  "dsm-5-tr": "DSM-5-TR",
  "dsm-5": "DSM-5",
  "dsm-iv": "DSM-IV",
  other: "Onbekende uitgave",
} as const;
const CATEGORY = { dsm: "DSM-classificatie" } as const;

function editionOf(words: string): keyof typeof EDITION {
  if (/dsm[\s_-]*(?:5|v)[\s_-]*tr/i.test(words)) return "dsm-5-tr";
  if (/dsm[\s_-]*(?:iv|4)/i.test(words)) return "dsm-iv";
  return /dsm[\s_-]*(?:5|v)/i.test(words) ? "dsm-5" : "other";
}

/** DSM-classificaties: Condition whose coding or category says DSM. */
export const dsmPart = definePart({
  slug: "dsm",
  label: "DSM-classificaties",
  singular: "DSM-classificatie",
  table: dsm,
  columns: [
    { key: "code", label: "Code", kind: "text", list: true, width: 12, write: { max: 20 } },
    {
      key: "description",
      label: "Omschrijving",
      kind: "text",
      list: true,
      width: 48,
      write: { required: true },
    },
    {
      key: "isMain",
      label: "Hoofddiagnose",
      kind: "flag",
      list: true,
      filter: true,
      width: 15,
      write: { initial: false },
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
      key: "archived",
      label: "Gearchiveerd",
      kind: "flag",
      list: true,
      filter: true,
      width: 14,
      write: { initial: false },
    },
    {
      key: "startedOn",
      label: "Vastgesteld op",
      kind: "date",
      list: true,
      width: 15,
      write: { partial: true, past: true, initial: { from: "today" } },
    },
    { key: "endedOn", label: "Einde", kind: "date", width: 14, write: { partial: true, past: true } },
    { key: "specifier", label: "Specificatie", kind: "text", width: 36, write: {} },
    {
      key: "certainty",
      label: "Zekerheid",
      kind: "code",
      codes: CERTAINTY,
      width: 14,
      write: { required: true, initial: "confirmed" },
    },
    {
      key: "edition",
      label: "Uitgave",
      kind: "code",
      codes: EDITION,
      width: 16,
      write: { required: true, initial: "dsm-5-tr" },
    },
    { key: "note", label: "Toelichting", kind: "prose", width: 48, write: {} },
  ],
  dating: "startedOn",
  ending: {
    on: "endedOn",
    status: { key: "status", codes: ["resolved"] },
    also: { archived: true },
  },
  check: periodProblems,
  searchIn: ["description", "code", "specifier", "note"],
  current: (t) => and(eq(t.archived, false), ne(t.certainty, "refuted")),
  currentExport: "current",
  summary: (row) => ({
    title: [row.code, row.description].filter(Boolean).join(" "),
    detail: row.specifier ?? undefined,
    ...(row.archived
      ? { badge: { text: "Gearchiveerd", role: "neutral" as const } }
      : row.isMain && { badge: { text: "Hoofddiagnose", role: "info" as const } }),
  }),
  fhir: {
    types: ["Condition"],
    take: (resource, context) => {
      if (conditionKind(resource) !== "dsm") return null;
      const coding = codingsOf(resource.code).find(({ system }) => /dsm/i.test(system ?? ""));
      const status = clinicalStatusOf(resource);
      const words = [coding?.system, coding?.version, textOf(resource.category)].join(" ");
      return {
        ...conditionFacts(resource, context),
        code: (coding ?? codingOf(resource.code))?.code ?? null,
        description: conditionName(resource) ?? "DSM-classificatie zonder omschrijving",
        edition: editionOf(words),
        isMain: ownValue(resource, "main-diagnosis") === true,
        specifier: stringOf(ownValue(resource, "specifier")) ?? textOf(resource.severity) ?? null,
        status: status === "inactive" ? "resolved" : status,
        certainty: certaintyOf(resource),
        archived:
          booleanOf(ownValue(resource, "archived")) ?? (status === "inactive" || status === "resolved"),
        note: noteOf(resource.note) ?? null,
      };
    },
    give: (row, { patient }) => [
      {
        ...conditionFrame(row, patient, row.status, row.certainty),
        extension: ownExtensions({
          "main-diagnosis": row.isMain,
          archived: row.archived,
          specifier: row.specifier,
        }),
        category: [ownConcept("condition-dsm", CATEGORY, "dsm")],
        code: {
          text: row.description,
          coding: [
            { system: ownSystem(row.edition === "other" ? "dsm" : row.edition), code: row.code ?? undefined },
          ],
        },
      },
    ],
  },
  merge: "dossier",
  demo: demoDsm,
});
