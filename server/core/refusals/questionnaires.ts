import type { Refusal } from "./refusal";

export const QUESTIONNAIRES_REFUSALS = {
  "questionnaire-gone": {
    kind: "not-found",
    nl: "Deze vragenlijst is er niet (meer). Kies er een uit de lijst.",
  },
  "questionnaire-changed": {
    kind: "conflict",
    nl: "Een collega heeft deze vragenlijst intussen gewijzigd. Wat jij typte staat er nog. Kijk wat er anders is en sla opnieuw op.",
  },
  "questionnaire-empty": {
    kind: "invalid",
    nl: "Deze vragenlijst heeft nog geen vragen. Voeg er minstens een toe en publiceer daarna.",
  },
  "questionnaire-no-concept": {
    kind: "conflict",
    nl: "Er is geen concept om te publiceren. Wijzig de vragenlijst eerst.",
  },
  "questionnaire-unpublished": {
    kind: "conflict",
    nl: "Deze vragenlijst is nooit gepubliceerd: zonder concept blijft er niets over. Beëindig de vragenlijst als je die niet nodig hebt.",
  },
  "questionnaire-ended": {
    kind: "refused",
    nl: "Deze vragenlijst is beëindigd. Wat is ingevuld blijft te lezen. Kies een andere, of vraag functioneel beheer om deze weer te openen.",
  },
  "filling-refused": {
    kind: "invalid",
    nl: "Nog niet elke vraag is goed beantwoord. Er is niets opgeslagen. Kijk de vragen na en probeer het opnieuw.",
  },
  "filling-handed-in": {
    kind: "conflict",
    nl: "Deze vragenlijst is al ingediend. Open hem opnieuw om een antwoord te verbeteren.",
  },
} as const satisfies Record<string, Refusal>;
