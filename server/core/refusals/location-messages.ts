import type { Refusal } from "./refusal";

/** Why a location message was not sent, or not taken back. */
export const MESSAGE_REFUSALS = {
  "message-empty": {
    kind: "invalid",
    nl: "Er staat nog niets in het bericht. Schrijf eerst wat mensen moeten weten.",
  },
  "message-too-long": {
    kind: "invalid",
    nl: "Het bericht is langer dan 64.000 tekens. Kort het in en probeer het opnieuw; je tekst staat er nog.",
  },
  "message-moment": {
    kind: "invalid",
    nl: "Kies een moment dat nog komt, binnen drie maanden.",
  },
  "message-options-off": {
    kind: "refused",
    nl: "Berichten versturen kan nu niet: in de Caren-instellingen staat geen communicatieoptie aan. Vraag functioneel beheer om er een aan te zetten. Wat je typt, wordt bewaard als concept.",
  },
  "message-caren-elsewhere": {
    kind: "refused",
    nl: "Berichten versturen kan alleen als het ingebouwde portaal in gebruik is. Vraag functioneel beheer hoe Caren is ingesteld. Wat je typt, wordt bewaard als concept.",
  },
  "message-nobody": {
    kind: "refused",
    nl: "Niemand van deze locatie kan het bericht nu krijgen. Nodig eerst cliënten en naasten uit voor Caren.",
  },
  "message-gone": {
    kind: "not-found",
    nl: "Dit bericht is er niet, of het hoort niet bij jouw locaties. Ga terug naar het overzicht.",
    u: "Dit bericht is er niet (meer). Ga terug naar het overzicht.",
  },
  "message-ended": {
    kind: "conflict",
    nl: "Dit bericht is al ingetrokken of gestopt. Laad de pagina opnieuw om te zien hoe het nu is.",
  },
} as const satisfies Record<string, Refusal>;
