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
