import type { Refusal } from "./refusal";

export const ENTRIES_REFUSALS = {
  "entry-invalid": {
    kind: "invalid",
    nl: "Er klopt nog iets niet. Kijk de aangegeven velden na; wat je typte staat er nog.",
    u: "Er klopt nog iets niet. Kijk de aangegeven velden na; wat u typte staat er nog.",
  },
  "entry-changed": {
    kind: "conflict",
    nl: "Iemand anders heeft dit intussen gewijzigd. Bekijk het verschil en neem over wat moet blijven; wat je typte staat er nog.",
  },
  "entry-archived": {
    kind: "conflict",
    nl: "Dit is gearchiveerd en kan niet meer worden gewijzigd. Haal het eerst terug uit het archief als het toch geldt.",
  },
  "entry-not-archived": { kind: "conflict", nl: "Dit staat niet in het archief. Ververs de pagina." },
  "entry-ended": {
    kind: "conflict",
    nl: "Dit was al beëindigd. Klopt de einddatum niet, corrigeer die dan.",
  },
  "entry-has-no-end": {
    kind: "invalid",
    nl: "Dit onderdeel kent geen einde. Klopt de vastlegging niet, corrigeer of archiveer haar dan.",
  },
  "draft-too-large": {
    kind: "invalid",
    nl: "Dit concept is te groot om te bewaren. Kort de tekst in, of sla op wat je hebt.",
  },
} as const satisfies Record<string, Refusal>;
