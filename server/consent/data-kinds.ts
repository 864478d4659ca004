/**
 * What a party can get: the code, its Dutch words, and the FHIR resource types that carry it. A copy of the dossier
 * holds only the kinds its party gets.
 */
export const DATA_KINDS = {
  identity: { label: "Naam, geboortedatum en geslacht", parts: [] },
  address: { label: "Adres, telefoon en e-mail", parts: [] },
  bsn: { label: "Burgerservicenummer", parts: [] },
  contacts: { label: "Contactpersonen en vertegenwoordigers", parts: [] },
  medication: { label: "Medicatie", parts: ["medication"] },
  allergies: { label: "Allergieën", parts: ["allergies"] },
  problems: {
    label: "Diagnoses, problemen en episodes",
    parts: ["problems", "dsm", "episodes"],
  },
  results: { label: "Metingen en uitslagen", parts: ["measurements", "lab-results"] },
  "care-plan": { label: "Zorgplan", parts: ["care-plans"] },
  reports: { label: "Rapportages", parts: ["reports"] },
  legal: {
    label: "Juridische status en vrijheidsbeperkende maatregelen",
    parts: ["legal-status", "restraints"],
  },
  "life-story": { label: "Cliëntverhaal en vragenlijsten", parts: ["life-story", "questionnaires"] },
  registration: { label: "Registratiegegevens van de zorg (zorgregels)", parts: [] },
} as const satisfies Record<string, { label: string; parts: readonly string[] }>;

export type DataKind = keyof typeof DATA_KINDS;
