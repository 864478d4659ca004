import type { Refusal } from "./refusal";

export const EXPORT_REFUSALS = {
  "export-running": {
    kind: "conflict",
    nl: "Er loopt al een export van deze cliënt. Je kunt een nieuwe starten als die klaar is.",
  },
  "export-gone": { kind: "not-found", nl: "Deze export is er niet (meer). Start een nieuwe export." },
  "export-disk-full": {
    kind: "unavailable",
    nl: "Er is te weinig ruimte op de schijf om de export te maken. Er is niets bewaard. Vraag functioneel beheer om ruimte en probeer het opnieuw.",
  },
  "export-withdrawn": {
    kind: "refused",
    nl: "Wie de export vroeg, mag dit dossier niet meer exporteren. Er is niets bewaard.",
  },
  "export-client-gone": {
    kind: "not-found",
    nl: "De cliënt van deze export is er niet meer. Er is niets bewaard.",
  },
  "export-cancelled": {
    kind: "refused",
    nl: "Functioneel beheer heeft het maken van deze export geannuleerd. Er is niets bewaard. Start een nieuwe als je hem nodig hebt.",
  },
  "export-failed": {
    kind: "unavailable",
    nl: "Het maken van de export is mislukt. Er is niets bewaard. Probeer het opnieuw, of geef het nummer door aan functioneel beheer.",
  },
} as const satisfies Record<string, Refusal>;
