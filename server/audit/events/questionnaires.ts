import type { AuditEvent } from "./event";

export const QUESTIONNAIRES_EVENTS = {
  "questionnaire.listed": { nl: "Bekijkt profielvragenlijsten", action: "R" },
  "questionnaire.viewed": { nl: "Bekijkt profielvragenlijst", action: "R" },
  "questionnaire.concept-saved": { nl: "Wijzigt profielvragenlijst", action: "U" },
  "questionnaire.concept-dropped": { nl: "Gooit concept van profielvragenlijst weg", action: "D" },
  "questionnaire.published": { nl: "Publiceert profielvragenlijst", action: "U" },
  "questionnaire.ended": { nl: "Beëindigt profielvragenlijst", action: "U" },
  "questionnaire.reopened": { nl: "Opent beëindigde profielvragenlijst", action: "U" },
  "questionnaire.form-opened": { nl: "Opent vragenlijst om in te vullen", action: "R" },
  "questionnaire.filled-in": { nl: "Vult vragenlijst in", action: "U" },
} as const satisfies Record<string, AuditEvent>;
