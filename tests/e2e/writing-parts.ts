/** How a journey writes one entry of a part: by the labels a person sees. */
export interface WrittenPart {
  slug: string;
  /** Name of the sheet and of the page */
  label: string;
  singular: string;
  /** Pressed first, where the form asks what it is about */
  pick?: string;
  /** A file to add, where the form asks for one: its name and what is in it */
  file?: { name: string; text: string };
  /** Typed, by label */
  fill: Record<string, string>;
  /** Chosen, by label */
  choose?: Record<string, string>;
  /** Radios ticked */
  tick?: string[];
  /** The button that stores, when it is not "… opslaan" */
  store?: string;
  /** The field that is corrected, and what it says then */
  correct: readonly [label: string, text: string];
  /** How it is closed: what has no end is archived */
  close: "end" | "archive";
}

const told = (what: string) => `Schrijfproef: ${what}`;

/** Thirteen of the fourteen parts; reports are written where they are read. */
export const WRITTEN_PARTS: readonly WrittenPart[] = [
  {
    slug: "care-plans",
    label: "Zorgplannen",
    singular: "Zorgplan",
    fill: { Titel: told("zorgplan"), Toelichting: "Eerste opzet" },
    choose: { Status: "Actief" },
    correct: ["Toelichting", "Besproken met dochter"],
    close: "end",
  },
  {
    slug: "allergies",
    label: "Allergieën",
    singular: "Allergie",
    fill: { Stof: told("latex"), Sinds: "2019" },
    choose: { Soort: "Omgeving" },
    correct: ["Reactie", "Rode huid"],
    close: "end",
  },
  {
    slug: "episodes",
    label: "Episoden",
    singular: "Episode",
    fill: { Episode: told("revalidatie"), Begin: "01-11-2026" },
    correct: ["Hoofdbehandelaar", "S. Tamminga"],
    close: "end",
  },
  {
    slug: "dsm",
    label: "DSM-classificaties",
    singular: "DSM-classificatie",
    fill: { Code: "F32.1", Omschrijving: told("depressie") },
    correct: ["Specificatie", "Matig"],
    close: "end",
  },
  {
    slug: "problems",
    label: "Problemen",
    singular: "Probleem",
    fill: { Probleem: told("valgevaar") },
    choose: { Soort: "Klacht" },
    correct: ["Toelichting", "Vooral 's nachts"],
    close: "end",
  },
  {
    slug: "legal-status",
    label: "Juridische status",
    singular: "Juridische status",
    fill: { Kenmerk: told("beschikking") },
    correct: ["Afgegeven door", "Rechtbank Utrecht"],
    close: "end",
  },
  {
    slug: "medication",
    label: "Medicatie",
    singular: "Medicatieregel",
    fill: { Geneesmiddel: told("paracetamol 500 mg"), Gebruik: "3 keer per dag 1 tablet" },
    correct: ["Gebruik", "4 keer per dag 1 tablet"],
    close: "end",
  },
  {
    slug: "lab-results",
    label: "Labresultaten",
    singular: "Labresultaat",
    fill: { Bepaling: told("natrium"), Uitslag: "140 mmol/L", Waarde: "140,5" },
    correct: ["Uitslag", "141 mmol/L"],
    close: "archive",
  },
  {
    slug: "restraints",
    label: "Vrijheidsbeperking",
    singular: "Vrijheidsbeperkende maatregel",
    fill: { Maatregel: told("bedhek") },
    correct: ["Wanneer", "Alleen in de nacht"],
    close: "end",
  },
  {
    slug: "life-story",
    label: "Cliëntverhaal",
    singular: "Cliëntverhaal",
    fill: { Titel: told("jeugd in Zwolle"), Inleiding: "Opgegroeid boven de bakkerij." },
    correct: ["Verteld door", "Haar zus"],
    close: "archive",
  },
  {
    slug: "measurements",
    label: "Metingen",
    singular: "Meting",
    pick: "Gewicht",
    fill: { Gewicht: "72,4", Toelichting: told("gewogen voor het ontbijt") },
    correct: ["Gewicht", "73,1"],
    close: "archive",
  },
  {
    slug: "documents",
    label: "Documenten",
    singular: "Document",
    file: { name: "afspraak.txt", text: "Afspraak over vervoer." },
    fill: { Titel: told("afspraak over vervoer") },
    correct: ["Toelichting", "Door de familie meegegeven"],
    close: "archive",
  },
  {
    slug: "questionnaires",
    label: "Vragenlijsten",
    singular: "Vragenlijst",
    pick: "Slaap en rust",
    fill: { "Hoeveel uur slaapt u ongeveer per nacht?": "6", "Ingevuld door": told("dochter") },
    tick: ["Nooit", "Nee"],
    store: "Vragenlijst indienen",
    correct: ["Toelichting", "Samen met de dochter ingevuld"],
    close: "archive",
  },
];
