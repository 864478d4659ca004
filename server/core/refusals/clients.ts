import type { Refusal } from "./refusal";

export const CLIENTS_REFUSALS = {
  "form-invalid": {
    kind: "invalid",
    nl: "Er klopt nog iets niet. Kijk de aangegeven velden na; wat je typte staat er nog.",
    u: "Er klopt nog iets niet. Kijk de aangegeven velden na; wat u typte staat er nog.",
  },
  "client-alike": {
    kind: "conflict",
    nl: "Er is al een cliënt die hierop lijkt. Kijk of het dezelfde persoon is voordat je verder gaat.",
  },
  "record-changed": {
    kind: "conflict",
    nl: "Iemand anders heeft dit intussen gewijzigd. Bekijk het verschil; wat je typte staat er nog.",
  },
  "contact-in-portal": {
    kind: "conflict",
    nl: "Aan deze contactpersoon hangt de toegang van een vertegenwoordiger tot het portaal. Wordt het iemand anders? Beëindig dan eerst die toegang bij Delen, Betrokkenen, en voeg de ander toe als nieuwe contactpersoon.",
  },
  "record-gone": {
    kind: "not-found",
    nl: "Dit staat er niet (meer). Ververs de pagina; bij Wijzigingen zie je wat ermee is gebeurd.",
  },
  "record-ended": { kind: "conflict", nl: "Dit was al beëindigd. Klopt de datum niet, wijzig die dan." },
  "stay-elsewhere": {
    kind: "refused",
    nl: "Dit verblijf is op een locatie buiten jouw bereik. Vraag iemand die cliënten van die locatie beheert.",
  },
  "stay-last": {
    kind: "conflict",
    nl: "De cliënt is in zorg en zou dan nergens meer verblijven. Verhuis de cliënt naar een andere locatie, of kies In/uit zorg.",
  },
  "care-unchanged": {
    kind: "conflict",
    nl: "De cliënt was al uit of weer in zorg. Ververs de pagina.",
  },
  "care-planned": {
    kind: "conflict",
    nl: "Er is iets vastgelegd dat pas na die dag begint. Trek dat eerst in, of kies een latere dag.",
  },
  "bsn-absent": { kind: "conflict", nl: "Er is geen burgerservicenummer vastgelegd. Ververs de pagina." },
} as const satisfies Record<string, Refusal>;
