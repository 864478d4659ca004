import type { Refusal } from "./refusal";

export const AUTH_REFUSALS = {
  "not-signed-in": {
    kind: "unauthenticated",
    nl: "Je bent niet (meer) ingelogd. Log in en probeer het opnieuw.",
  },
  "sign-in-failed": {
    kind: "refused",
    nl: "Dit e-mailadres en wachtwoord horen niet bij elkaar, of inloggen is even niet mogelijk na te veel pogingen. Controleer beide, of probeer het over een kwartier opnieuw.",
  },
  "password-needed": {
    kind: "step-up",
    nl: "Vul je wachtwoord nog een keer in. Dat vragen we als je langer dan 5 minuten geleden inlogde.",
  },
  "password-wrong": { kind: "invalid", nl: "Dit wachtwoord klopt niet. Probeer het opnieuw." },
  "password-too-short": { kind: "invalid", nl: "Kies een wachtwoord van minstens 12 tekens." },
  "password-common": {
    kind: "invalid",
    nl: "Dit wachtwoord wordt te vaak gebruikt. Kies een ander, bijvoorbeeld vier losse woorden.",
  },
  "link-invalid": { kind: "not-found", nl: "Deze link werkt niet meer. Vraag een nieuwe." },
} as const satisfies Record<string, Refusal>;
