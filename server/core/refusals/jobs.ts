import type { Refusal } from "./refusal";

export const JOBS_REFUSALS = {
  "job-gone": {
    kind: "not-found",
    nl: "Deze achtergrondtaak is er niet (meer). Taken die klaar zijn blijven 30 dagen staan.",
  },
  "job-ended": {
    kind: "conflict",
    nl: "Deze taak is al geëindigd en kan niet meer worden geannuleerd. Ververs de pagina.",
  },
  "job-needed": {
    kind: "conflict",
    nl: "Deze taak rondt af wat na een andere is blijven liggen. Hij kan niet worden geannuleerd; als hij mislukt, kun je hem opnieuw laten proberen.",
  },
  "job-not-retried": {
    kind: "conflict",
    nl: "Alleen een taak die is mislukt of geannuleerd kan opnieuw, en niet als hij al loopt. Ververs de pagina.",
  },
  "job-elsewhere": {
    kind: "conflict",
    nl: "De achtergrondtaken draaien op een eigen Inngest-server. Doe het daar.",
  },
} as const satisfies Record<string, Refusal>;
