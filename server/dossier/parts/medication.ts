import { and, gte, inArray, isNull, or } from "drizzle-orm";
import { medication } from "@/db/schema/dossier/medication";
import { periodProblems } from "../checks";
import { demoMedication } from "../demo/medication";
import { definePart } from "../part";
import { takeMedication } from "./medication-fhir";
import { giveMedication } from "./medication-give";

const KIND = {
  agreement: "Medicatieafspraak",
  use: "Medicatiegebruik",
  dispense: "Verstrekking",
  administration: "Toediening",
} as const;
const STATUS = {
  planned: "Gepland",
  active: "Actief",
  "on-hold": "Onderbroken",
  completed: "Afgerond",
  stopped: "Gestopt",
  "not-done": "Niet uitgevoerd",
  cancelled: "Geannuleerd",
  "entered-in-error": "Foutief ingevoerd",
  unknown: "Onbekend",
} as const;

/** Medicatie: agreements, use, dispenses and administrations (zib MedicationAgreement and neighbours). */
export const medicationPart = definePart({
  slug: "medication",
  label: "Medicatie",
  singular: "medicatieregel",
  table: medication,
  columns: [
    { key: "product", label: "Geneesmiddel", kind: "text", list: true, width: 34, write: { required: true } },
    { key: "dose", label: "Gebruik", kind: "prose", list: true, width: 36, write: {} },
    {
      key: "kind",
      label: "Soort",
      kind: "code",
      codes: KIND,
      list: true,
      filter: true,
      width: 20,
      write: { required: true, initial: "agreement" },
    },
    {
      key: "status",
      label: "Status",
      kind: "code",
      codes: STATUS,
      list: true,
      filter: true,
      width: 16,
      write: { required: true, initial: "active" },
    },
    {
      key: "startedOn",
      label: "Van",
      kind: "date",
      list: true,
      width: 14,
      write: { partial: true, initial: { from: "today" } },
    },
    { key: "endedOn", label: "Tot", kind: "date", list: true, width: 14, write: { partial: true } },
    { key: "quantity", label: "Hoeveelheid", kind: "text", width: 16, write: {} },
    { key: "asNeeded", label: "Zo nodig", kind: "flag", filter: true, width: 10, write: {} },
    { key: "route", label: "Toedieningsweg", kind: "text", width: 16, write: {} },
    { key: "reason", label: "Reden", kind: "text", width: 28, write: {} },
    { key: "prescriber", label: "Voorschrijver", kind: "text", width: 28, write: {} },
    { key: "stopReason", label: "Reden van stoppen", kind: "text", width: 28, write: { max: 500 } },
    { key: "productCode", label: "Productcode", kind: "text", width: 14 },
    { key: "productSystem", label: "Codestelsel", kind: "text", width: 28 },
    { key: "note", label: "Toelichting", kind: "prose", width: 48, write: {} },
  ],
  dating: "startedOn",
  ending: {
    on: "endedOn",
    status: { key: "status", codes: ["stopped", "completed", "cancelled"] },
    reason: "stopReason",
  },
  check: periodProblems,
  searchIn: ["product", "dose", "reason", "note"],
  current: (t, { day }) =>
    and(
      inArray(t.kind, ["agreement", "use"]),
      inArray(t.status, ["active", "on-hold", "planned"]),
      or(isNull(t.endedOn), gte(t.endedOn, day)),
    ),
  currentExport: "all",
  summary: (row) => {
    const detail = row.dose ?? row.quantity;
    const isNamed = row.asNeeded !== true || /zo nodig/i.test(detail ?? "");
    const role = row.status === "on-hold" || row.status === "planned" ? "warning" : "neutral";
    return {
      title: row.product,
      ...(detail !== null && { detail: isNamed ? detail : `${detail} (zo nodig)` }),
      ...(!["active", "completed"].includes(row.status) && { badge: { text: STATUS[row.status], role } }),
    };
  },
  fhir: {
    types: ["MedicationRequest", "MedicationStatement", "MedicationDispense", "MedicationAdministration"],
    take: takeMedication,
    give: giveMedication,
  },
  merge: "dossier",
  demo: demoMedication,
});
