import type { Refusal } from "./refusal";

export const INVOLVED_REFUSALS = {
  "activity-gone": {
    kind: "not-found",
    nl: "Deze vragenlijst is er niet (meer). Ga terug naar het overzicht.",
  },
  "activity-withdrawn": {
    kind: "refused",
    nl: "Deze vragenlijst is ingetrokken door de organisatie. U hoeft hem niet meer in te vullen.",
  },
  "activity-handed-in": {
    kind: "conflict",
    nl: "Deze vragenlijst is al ingestuurd. Klopt er iets niet aan? Neem dan contact op met de organisatie.",
  },
  "activity-done": {
    kind: "conflict",
    nl: "Deze vragenlijst is intussen ingevuld en staat in het dossier. Intrekken kan niet meer.",
  },
  "activity-asked-already": {
    kind: "conflict",
    nl: "Deze vragenlijst staat al klaar voor deze persoon. Wacht op de antwoorden, of trek hem eerst in.",
  },
  "answers-too-large": {
    kind: "invalid",
    nl: "Uw antwoorden zijn samen te lang om te bewaren. Kort ze in en probeer het opnieuw.",
  },
  "portal-person-gone": {
    kind: "refused",
    nl: "Deze persoon heeft geen toegang (meer) tot het portaal van deze cliënt. Kies iemand anders, of nodig de persoon eerst uit.",
  },
  "not-for-network": {
    kind: "refused",
    nl: "Leden van het netwerk en familie kunnen hier niet gekozen worden. Kies de cliënt, een vertegenwoordiger of een betrokkene.",
  },
  "portal-invite-self": {
    kind: "refused",
    nl: "Dit is je eigen e-mailadres. Jezelf uitnodigen kan niet; vraag een collega als je ook naaste bent.",
  },
  "portal-client-already": {
    kind: "conflict",
    nl: "De cliënt heeft al een eigen account in het portaal. Verwijder dat eerst als het adres niet klopt.",
  },
  "document-archived": {
    kind: "refused",
    nl: "Dit document is gearchiveerd of vervallen en kan niet gedeeld worden. Haal het eerst terug uit het archief.",
  },
  "document-without-file": {
    kind: "refused",
    nl: "Bij dit document hoort geen bestand, dus er valt niets te delen. Voeg het bestand eerst toe als nieuw document.",
  },
  "portal-uploads-many": {
    kind: "throttled",
    nl: "U hebt vandaag al veel documenten toegevoegd. Probeer het morgen opnieuw, of neem contact op met de organisatie.",
  },
} as const satisfies Record<string, Refusal>;
