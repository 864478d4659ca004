import type { Refusal } from "./refusal";

export const IMPORTS_REFUSALS = {
  "import-running": {
    kind: "conflict",
    nl: "Er loopt al een import. Je kunt een nieuwe starten als die klaar is.",
  },
  "import-gone": { kind: "not-found", nl: "Deze import is er niet (meer). Begin opnieuw." },
  "import-started": {
    kind: "conflict",
    nl: "Deze import is al gestart of geëindigd; er kan niets meer aan veranderen. Ververs de pagina.",
  },
  "import-incomplete": {
    kind: "conflict",
    nl: "Nog niet alle bestanden zijn geüpload. Probeer het uploaden opnieuw, of begin opnieuw met minder bestanden.",
  },
  "import-too-large": {
    kind: "invalid",
    nl: "Een bestand mag hoogstens 200 MB zijn. Knip het op, of gebruik de opdracht voor importeren op de server.",
  },
  "import-disk-full": {
    kind: "unavailable",
    nl: "Er is te weinig ruimte op de schijf voor deze import. Vraag om ruimte en probeer het opnieuw; wat al was geïmporteerd staat er en komt niet dubbel.",
  },
  "import-withdrawn": {
    kind: "refused",
    nl: "Wie de import startte, mag niet meer importeren. Wat al was geïmporteerd staat er.",
  },
  "import-cancelled": {
    kind: "refused",
    nl: "De import is geannuleerd. Wat al was geïmporteerd staat er; de bestanden zijn verwijderd.",
  },
  "import-abandoned": {
    kind: "refused",
    nl: "De import is niet gestart binnen een dag na het kiezen van de bestanden. De bestanden zijn verwijderd.",
  },
  "import-failed": {
    kind: "unavailable",
    nl: "De import is mislukt. Wat al was geïmporteerd staat er; dezelfde bestanden nog eens importeren maakt niets dubbel. De bestanden zijn verwijderd.",
  },
} as const satisfies Record<string, Refusal>;
