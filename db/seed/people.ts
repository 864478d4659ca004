import type { RoleName } from "./roles";

/** Password of everyone in the demo; accepted only while the database carries the demo mark. */
export const DEMO_PASSWORD = "kroniek-demo";

/** The staff of the demo organisation as people sign in (CONTRACT.md). Reach: a location code, everywhere, or nowhere. */
export const DEMO_PEOPLE = [
  {
    email: "beheer@kroniek.example",
    name: "Bram de Groot",
    title: "functioneel beheerder",
    reach: "everywhere",
    expertises: [],
  },
  {
    email: "zorg@kroniek.example",
    name: "Fatima El Amrani",
    title: "verzorgende",
    reach: "OOST-1",
    expertises: [],
  },
  {
    email: "regie@kroniek.example",
    name: "Sanne Kuipers",
    title: "regiebehandelaar",
    reach: "OOST",
    expertises: ["psychologist"],
  },
  {
    email: "administratie@kroniek.example",
    name: "Gerda Vink",
    title: "cliëntadministratie",
    reach: "everywhere",
    expertises: [],
  },
  {
    email: "locatie@kroniek.example",
    name: "Ruben Aalbers",
    title: "locatiemanager",
    reach: "OOST",
    expertises: [],
  },
  {
    email: "audit@kroniek.example",
    name: "Hanneke Post",
    title: "functionaris gegevensbescherming",
    reach: "everywhere",
    expertises: [],
  },
  {
    email: "extern@kroniek.example",
    name: "Tom Hendriks",
    title: "vrijgevestigd therapeut",
    reach: "nowhere",
    expertises: [],
  },
] as const satisfies readonly {
  email: string;
  name: string;
  title: RoleName;
  reach: string;
  expertises: readonly string[];
}[];

/** Who can sign in to the portal of the demo, at `/caren/login` (CONTRACT.md); two more than it promises. */
export const DEMO_PORTAL_PEOPLE = [
  { email: "familie@kroniek.example", name: "Marieke Verhoeven", about: "dochter van cliënt 10001" },
  { email: "betrokkene@kroniek.example", name: "Els Brouwer", about: "betrokkene bij cliënt 10001 en 10009" },
  { email: "client@kroniek.example", name: "Roshnie Ramdin", about: "cliënt 10009 zelf" },
  {
    email: "vertegenwoordiger@kroniek.example",
    name: "Peter van der Meulen",
    about: "zoon en vertegenwoordiger van cliënt 10008",
  },
] as const;
