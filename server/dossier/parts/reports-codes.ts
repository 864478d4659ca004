import { ownSystem } from "../fhir-own";

/** What a report is about, code → Dutch. */
export const REPORT_CATEGORIES = {
  observation: "Observatie",
  care: "Zorg en begeleiding",
  nursing: "Verpleegkundig",
  medical: "Medisch",
  treatment: "Behandeling",
  wellbeing: "Welzijn en dagbesteding",
  family: "Familie en netwerk",
  meeting: "Overleg",
  incident: "Incident",
  other: "Anders",
} as const;

/** Code systems and the codes of report lines, as both directions of the mapping use them. */
export const SNOMED = "http://snomed.info/sct";

export const CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

/** The four kinds of line in nl-core-SOAPReport, in the order they are written (SOEP). */
export const SOAP = [
  { key: "subjective", code: "255362007", display: "Subjectief" },
  { key: "objective", code: "260224007", display: "Objectief" },
  { key: "assessment", code: "129265001", display: "Evaluatie" },
  { key: "plan", code: "129271007", display: "Beleid" },
] as const;

/** The line that holds free text beside SOAP lines; ours. */
export const FREE_TEXT = { system: ownSystem("report-line"), code: "text", display: "Verslag" };
