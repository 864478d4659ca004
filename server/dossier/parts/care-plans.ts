import { and, gte, inArray, isNull, or } from "drizzle-orm";
import { carePlans } from "@/db/schema/dossier/care-plans";
import { periodProblems } from "../checks";
import { demoCarePlans } from "../demo/care-plans";
import { type Column, definePart } from "../part";
import { ACTION_STATUS, CARE_DOMAINS, GOAL_STATUS, PLAN_STATUS } from "./care-plans-codes";
import { takePlan } from "./care-plans-fhir";
import { givePlan } from "./care-plans-give";

const ACTION_FIELDS = [
  { key: "action", label: "Actie", kind: "prose", width: 48, write: { required: true, max: 4_000 } },
  { key: "who", label: "Wie", kind: "text", width: 24 },
  { key: "frequency", label: "Hoe vaak", kind: "text", width: 20 },
  {
    key: "status",
    label: "Status",
    kind: "code",
    codes: ACTION_STATUS,
    width: 12,
    write: { required: true, initial: "running" },
  },
] as const satisfies readonly Column[];

const EVALUATION_FIELDS = [
  { key: "date", label: "Datum", kind: "date", width: 14, write: { partial: true, past: true } },
  { key: "by", label: "Door", kind: "text", width: 28 },
  { key: "text", label: "Evaluatie", kind: "prose", width: 60, write: { required: true } },
] as const satisfies readonly Column[];

const GOAL_FIELDS = [
  { key: "goal", label: "Doel", kind: "prose", width: 48, write: { required: true, max: 4_000 } },
  {
    key: "domain",
    label: "Domein",
    kind: "code",
    codes: CARE_DOMAINS,
    width: 24,
    write: { required: true },
  },
  {
    key: "status",
    label: "Status",
    kind: "code",
    codes: GOAL_STATUS,
    width: 14,
    write: { required: true, initial: "running" },
  },
  { key: "targetDate", label: "Streefdatum", kind: "date", width: 14 },
  { key: "actions", label: "Acties", kind: "rows", fields: ACTION_FIELDS, singular: "actie", width: 48 },
  {
    key: "evaluations",
    label: "Evaluaties",
    kind: "rows",
    fields: EVALUATION_FIELDS,
    singular: "evaluatie",
    width: 60,
  },
] as const satisfies readonly Column[];

/** Zorgplannen: CarePlan with nl-core-TreatmentObjective (Goal); goals carry actions and evaluations. */
export const carePlansPart = definePart({
  slug: "care-plans",
  label: "Zorgplannen",
  singular: "zorgplan",
  table: carePlans,
  columns: [
    { key: "title", label: "Titel", kind: "text", list: true, width: 36, write: { required: true } },
    {
      key: "status",
      label: "Status",
      kind: "code",
      codes: PLAN_STATUS,
      list: true,
      filter: true,
      width: 14,
      write: { required: true, initial: "draft" },
    },
    {
      key: "domain",
      label: "Domein",
      kind: "code",
      codes: CARE_DOMAINS,
      list: true,
      filter: true,
      width: 24,
      write: { required: true, initial: "all" },
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
    { key: "evaluateOn", label: "Evalueren op", kind: "date", list: true, width: 14, write: {} },
    { key: "reason", label: "Aanleiding", kind: "prose", width: 44, write: {} },
    { key: "agreedWith", label: "Afgesproken met", kind: "text", width: 32, write: {} },
    {
      key: "goals",
      label: "Doelen",
      kind: "rows",
      fields: GOAL_FIELDS,
      singular: "doel",
      width: 80,
      write: { max: 40 },
    },
    {
      key: "actions",
      label: "Algemene acties",
      kind: "rows",
      fields: ACTION_FIELDS,
      singular: "actie",
      width: 60,
      write: {},
    },
    { key: "note", label: "Toelichting", kind: "prose", width: 48, write: {} },
  ],
  dating: "startedOn",
  ending: { on: "endedOn", status: { key: "status", codes: ["completed", "stopped"] } },
  check: periodProblems,
  searchIn: ["title", "reason", "goals", "note"],
  current: (t, { day }) =>
    and(inArray(t.status, ["draft", "active", "paused"]), or(isNull(t.endedOn), gte(t.endedOn, day))),
  currentExport: "all",
  summary: (row) => ({
    title: row.title,
    detail: row.goals.map(({ goal }) => goal).join("; ") || row.reason || undefined,
    badge:
      row.status === "active"
        ? { text: "Actief plan", role: "success" }
        : { text: PLAN_STATUS[row.status], role: "neutral" },
  }),
  fhir: {
    types: ["CarePlan", "Goal"],
    take: takePlan,
    give: (row, { patient }) => givePlan(row, patient),
  },
  merge: "care-plans",
  demo: demoCarePlans,
});
