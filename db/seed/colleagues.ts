import { DISCIPLINES } from "@/server/dossier/codes";
import type { Chance } from "./chance";
import { DEMO_PEOPLE } from "./people";

type Discipline = keyof typeof DISCIPLINES;

interface Colleague {
  name: string;
  discipline: Discipline;
  /** The location they work at, with all that lies under it */
  works: string;
  title?: string;
}

/** Two colleagues can sign in themselves; the rest are names under what they wrote. */
const SIGNED_IN = [
  { email: "zorg@kroniek.example", discipline: "carer", works: "OOST-1" },
  { email: "regie@kroniek.example", discipline: "psychologist", works: "OOST" },
] as const;

const OTHERS: readonly Colleague[] = [
  { name: "Ilse Brouwer", discipline: "carer", works: "OOST-1" },
  { name: "Ayşe Demir", discipline: "carer", works: "OOST-1" },
  { name: "Marloes te Riele", discipline: "assistant", works: "OOST" },
  { name: "Wendy Klumper", discipline: "nurse", works: "OOST-1" },
  { name: "Jolanda Beernink", discipline: "activity-worker", works: "OOST" },
  { name: "Henriëtte Vos", discipline: "counsellor", works: "OOST" },
  { name: "Mirjam Weenink", discipline: "district-nurse", works: "LINDE" },
  { name: "Coen Abbink", discipline: "district-nurse", works: "OOST-2" },
  { name: "Naomi Sluijter", discipline: "nurse", works: "OOST-2" },
  { name: "Karin Hoitink", discipline: "carer", works: "OOST-2" },
  { name: "Petra Lenselink", discipline: "case-manager", works: "LINDE" },
  { name: "Sjoerd Tamminga", discipline: "elderly-care-physician", works: "LINDE" },
  { name: "Lieke van Schaik", discipline: "physician", works: "LINDE" },
  { name: "Yvette Mooij", discipline: "carer", works: "WEST-1" },
  { name: "Dunja Petrović", discipline: "carer", works: "WEST-1" },
  { name: "Kevin Brakenhoff", discipline: "nurse", works: "WEST" },
  { name: "Ria Zentveld", discipline: "assistant", works: "WEST-1" },
  { name: "Saskia Winder", discipline: "activity-worker", works: "WEST" },
  { name: "Milan Rozing", discipline: "counsellor", works: "WEST" },
  { name: "Esmée Duijn", discipline: "counsellor", works: "WEST-2" },
  { name: "Judith Appelman", discipline: "psychologist", works: "WEST" },
  { name: "Farid Amezrine", discipline: "psychiatrist", works: "LINDE" },
  { name: "Roel Stuifbergen", discipline: "physiotherapist", works: "LINDE" },
  { name: "Hanna Bos", discipline: "occupational-therapist", works: "LINDE" },
  { name: "Nienke Dekkers", discipline: "dietitian", works: "LINDE" },
  { name: "Liv Aarts", discipline: "speech-therapist", works: "LINDE" },
  { name: "Soraya Biharie", discipline: "social-worker", works: "LINDE" },
  { name: "Gerben Noordhof", discipline: "spiritual-carer", works: "LINDE" },
  { name: "Astrid Kuipers-Roos", discipline: "nurse-practitioner", works: "LINDE" },
  { name: "Maarten Hoekstra", discipline: "general-practitioner", works: "OOST" },
  { name: "Johan Tromp", discipline: "general-practitioner", works: "WEST" },
  { name: "Ilham Chafik", discipline: "pharmacist", works: "LINDE" },
  { name: "Rosa Hamelink", discipline: "other", works: "LINDE", title: "medewerker zorgbemiddeling" },
];

const staff: readonly Colleague[] = SIGNED_IN.map(({ email, ...work }) => {
  const person = DEMO_PEOPLE.find((one) => one.email === email);
  if (!person) throw new Error(`Nobody signs in as ${email}.`);
  return { ...work, name: person.name, title: person.title };
});

const COLLEAGUES: readonly Colleague[] = [...staff, ...OTHERS];

/** The name and function a colleague is written down with: "Fatima El Amrani, verzorgende". */
function signature({ name, discipline, title }: Colleague): string {
  return `${name}, ${title ?? DISCIPLINES[discipline].toLowerCase()}`;
}

const worksAt = (colleague: Colleague, location: string) =>
  colleague.works === "LINDE" || location === colleague.works || location.startsWith(`${colleague.works}-`);

const teams = new Map<string, readonly Colleague[]>();

function teamOf(location: string, discipline: string | undefined): readonly Colleague[] {
  const key = `${location} ${discipline ?? ""}`;
  let team = teams.get(key);
  if (!team) {
    const present = COLLEAGUES.filter((one) => worksAt(one, location));
    const fitting = present.filter((one) => discipline === undefined || one.discipline === discipline);
    // In mental health care there are no carers, so what one would write is written by a counsellor.
    team = fitting.length > 0 ? fitting : present.filter((one) => one.discipline === "counsellor");
    teams.set(key, team);
  }
  return team;
}

/**
 * Someone of a discipline who works at a location; without one, someone of daily care.
 * @param discipline a code of `DISCIPLINES`
 */
export function colleagueAt(
  chance: Chance,
  location: string,
  discipline?: string,
): { name: string; discipline: string } {
  const found = chance.pick(teamOf(location, discipline));
  return { name: signature(found), discipline: found.discipline };
}

/** Sign-in name → how that colleague is written down, for those who can sign in. */
export const SIGNATURES: ReadonlyMap<string, string> = new Map(
  SIGNED_IN.map(({ email }, index) => [email, signature(staff[index] as Colleague)]),
);
