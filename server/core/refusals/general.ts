import type { Refusal } from "./refusal";

export const GENERAL_REFUSALS = {
  "task-missing": {
    kind: "refused",
    nl: "Je rol heeft hiervoor geen taak. Vraag functioneel beheer als je dit voor je werk nodig hebt.",
    u: "U hebt hier geen toegang toe. Neem contact op met de organisatie als u denkt dat dit niet klopt.",
  },
  "dossier-role-caps": {
    kind: "refused",
    nl: "Je rol in dit dossier laat dit niet toe. Vraag de eigenaar van het dossier om een andere rol.",
  },
  "not-found": {
    kind: "not-found",
    nl: "Deze cliënt of dit onderdeel is niet gevonden. Controleer het nummer, of vraag of het binnen jouw bereik hoort te vallen.",
    u: "Dit is er niet, of het wordt niet (meer) met u gedeeld. Ga terug naar uw cliënten, of neem contact op met de organisatie.",
  },
  "input-invalid": {
    kind: "invalid",
    nl: "Er klopt iets niet aan wat is ingevuld. Kijk de velden na en probeer het opnieuw.",
  },
  "request-reused": {
    kind: "conflict",
    nl: "Dit formulier is al opgeslagen; wat je daarna wijzigde nog niet. Controleer wat er staat en sla het opnieuw op.",
    u: "Dit formulier is al opgeslagen; wat u daarna wijzigde nog niet. Controleer wat er staat en sla het opnieuw op.",
  },
  throttled: {
    kind: "throttled",
    nl: "Dat ging te vaak achter elkaar. Wacht een minuut en probeer het opnieuw.",
  },
  "database-busy": {
    kind: "unavailable",
    nl: "De gegevens zijn even bezet. Er is niets opgeslagen. Probeer het opnieuw.",
  },
  "database-failed": {
    kind: "unavailable",
    nl: "De gegevens zijn even niet bereikbaar. Er is niets opgeslagen. Probeer het opnieuw.",
  },
  "request-foreign": {
    kind: "refused",
    nl: "Dit verzoek kwam niet van deze pagina, of niet van het adres van Kroniek. Ververs de pagina; blijft dit zo, vraag dan functioneel beheer op welk adres je Kroniek opent.",
    u: "Dit verzoek kwam niet van deze pagina. Laad de pagina opnieuw; blijft dit zo, neem dan contact op met de organisatie.",
  },
} as const satisfies Record<string, Refusal>;
