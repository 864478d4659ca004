import type { Refusal } from "./refusal";

/** Why something about Caren was not done. */
export const CAREN_REFUSALS = {
  "caren-linked": {
    kind: "conflict",
    nl: "Deze cliënt heeft al een actieve koppeling. Ontkoppel eerst het account, of laat de beheerder van het netwerk in Caren iemand toevoegen.",
  },
  "caren-not-used": {
    kind: "refused",
    nl: "Caren is niet in gebruik. Onder Beheer, Caren staat hoe het wordt aangezet.",
    u: "Dit is nu niet in gebruik. Neem contact op met de organisatie.",
  },
  "caren-no-address": {
    kind: "refused",
    nl: "Van deze cliënt is geen adres bekend dat nu geldt. Leg het eerst vast bij Personalia; de brief gaat naar dat adres.",
  },
  "caren-deceased": {
    kind: "refused",
    nl: "Deze cliënt is overleden. Er gaat geen uitnodiging naar dit adres.",
  },
  "caren-invitation-gone": {
    kind: "conflict",
    nl: "Deze uitnodiging is niet meer open. Laad de pagina opnieuw om te zien hoe het nu is.",
  },
  "caren-letter-gone": {
    kind: "not-found",
    nl: "Deze brief is er niet meer: de uitnodiging is gebruikt, ingetrokken of verlopen. Maak zo nodig een nieuwe uitnodiging.",
  },
  "caren-link-gone": {
    kind: "conflict",
    nl: "Deze koppeling is er niet meer. Laad de pagina opnieuw om te zien hoe het nu is.",
  },
  "caren-code-wrong": {
    kind: "invalid",
    nl: "Deze code klopt niet of werkt niet meer. Kijk of alle 16 tekens goed zijn overgenomen. Is de brief ouder dan 42 dagen, vraag dan een nieuwe.",
  },
  "caren-own-link": {
    kind: "conflict",
    nl: "U kijkt al mee met deze cliënt. De code is nog niet gebruikt.",
  },
  "caren-account-exists": {
    kind: "conflict",
    nl: "Met dit e-mailadres is er al een account. Log in en vul de code daarna in; de code is nog niet gebruikt.",
  },
  "caren-settings-changed": {
    kind: "conflict",
    nl: "Iemand anders heeft de instellingen intussen gewijzigd. Hieronder staat wat er nu geldt; er is niets opgeslagen.",
  },
  "caren-no-base-url": {
    kind: "refused",
    nl: "Voor Caren op een ander adres moeten CAREN_BASE_URL en CAREN_TOKEN op de server zijn ingesteld. Vraag het aan wie de server beheert.",
  },
  "caren-not-manager": {
    kind: "refused",
    nl: "Alleen de beheerder van dit netwerk voegt mensen toe of haalt ze weg.",
  },
} as const satisfies Record<string, Refusal>;
