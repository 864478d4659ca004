import type { Refusal } from "./refusal";

/** Why a client's data does not go to a party, and what was wrong with a decision or a party. */
export const CONSENT_REFUSALS = {
  "consent-no-recorded": {
    kind: "refused",
    nl: "Voor deze partij is Nee vastgelegd. De gegevens gaan niet mee. Vraag de cliënt of vertegenwoordiger als dat veranderd is.",
  },
  "consent-nothing-recorded": {
    kind: "refused",
    nl: "Voor deze partij is geen toestemming vastgelegd. De gegevens gaan niet mee. Leg eerst toestemming vast.",
  },
  "consent-withdrawn": {
    kind: "refused",
    nl: "De toestemming voor deze partij is ingetrokken. De gegevens gaan niet mee. Leg eerst opnieuw toestemming vast.",
  },
  "consent-expired": {
    kind: "refused",
    nl: "De toestemming voor deze partij is verlopen. De gegevens gaan niet mee. Leg eerst opnieuw toestemming vast.",
  },
  "consent-purpose-changed": {
    kind: "refused",
    nl: "Het doel van deze partij is gewijzigd sinds de toestemming. De gegevens gaan niet mee. Vraag opnieuw toestemming.",
  },
  "consent-party-ended": {
    kind: "conflict",
    nl: "Met deze partij wisselen we geen gegevens meer uit. Wat eerder is vastgelegd blijft in de geschiedenis staan.",
  },
  "consent-party-not-yet": {
    kind: "refused",
    nl: "Met deze partij wisselen we nog geen gegevens uit. Kies een andere partij.",
  },
  "consent-no-choice": {
    kind: "conflict",
    nl: "Deze partij krijgt gegevens op grond van de wet. Er valt niets te kiezen of vast te leggen.",
  },
  "consent-changed": {
    kind: "conflict",
    nl: "Een collega heeft net iets vastgelegd voor deze partij. Bekijk dat eerst; wat je invulde staat er nog.",
  },
  "consent-nothing-to-withdraw": {
    kind: "conflict",
    nl: "Er is voor deze partij niets vastgelegd dat ingetrokken kan worden. Ververs de pagina.",
  },
  "consent-statement-unknown": {
    kind: "invalid",
    nl: "Deze verklaring is niet gevonden bij de documenten van de cliënt. Kies het bestand opnieuw.",
  },
  "party-gone": {
    kind: "not-found",
    nl: "Deze partij is er niet (meer). Ververs de pagina.",
  },
  "party-changed": {
    kind: "conflict",
    nl: "Een collega heeft deze partij net gewijzigd. Bekijk dat eerst; wat je invulde staat er nog.",
  },
  "party-no-address-list": {
    kind: "conflict",
    nl: "Deze partij krijgt geen adressenlijst. Zet dat eerst aan bij de partij.",
  },
} as const satisfies Record<string, Refusal>;
