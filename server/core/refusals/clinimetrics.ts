import type { Refusal } from "./refusal";

export const CLINIMETRICS_REFUSALS = {
  "measure-unknown": {
    kind: "invalid",
    nl: "Dit meetinstrument kennen we niet. Kies er een uit de lijst.",
  },
  "instrument-off": {
    kind: "refused",
    nl: "Dit meetinstrument is uitgezet. Eerdere uitslagen blijven te lezen. Kies een ander, of vraag functioneel beheer om het aan te zetten.",
  },
  "answers-refused": {
    kind: "invalid",
    nl: "Nog niet elk onderdeel heeft een goed antwoord. Er is niets opgeslagen. Kijk de onderdelen na en probeer het opnieuw.",
  },
  "reading-unlikely": {
    kind: "invalid",
    nl: "Deze waarde is ongewoon. Er is niets opgeslagen. Kijk of de waarde klopt en vink dat aan.",
  },
  "measured-later": {
    kind: "invalid",
    nl: "Dit moment moet nog komen. Kies nu of eerder.",
  },
  "instrument-changed": {
    kind: "conflict",
    nl: "Een collega heeft dit instrument net aan- of uitgezet. Kijk wat nu geldt en kies opnieuw.",
  },
} as const satisfies Record<string, Refusal>;
