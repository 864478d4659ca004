import type { Refusal } from "./refusal";

export const EMPLOYEES_REFUSALS = {
  "employee-gone": {
    kind: "not-found",
    nl: "Deze medewerker is er niet (meer). Zoek in de lijst met medewerkers.",
  },
  "employee-exists": {
    kind: "conflict",
    nl: "Er is al een medewerker met dit e-mailadres. Zoek die op in de lijst, of controleer het adres.",
  },
  "employee-changed": {
    kind: "conflict",
    nl: "Iemand anders heeft deze medewerker intussen gewijzigd. Er is niets opgeslagen: bekijk wat er nu staat en probeer het opnieuw.",
  },
  "employee-activated": {
    kind: "conflict",
    nl: "Dit account is al geactiveerd of uitgezet. Een activatiemail is niet nodig; met Wachtwoord vergeten kiest iemand zelf een nieuw wachtwoord.",
  },
  "rights-own": {
    kind: "refused",
    nl: "Jezelf rechten geven kan niet. Vraag een andere beheerder dit te doen.",
  },
  "rights-beyond": {
    kind: "refused",
    nl: "Dit raakt locaties waar jouw taak Medewerkers en rollen beheren niet geldt. Vraag een beheerder die overal bereik heeft.",
  },
  "last-administrator": {
    kind: "conflict",
    nl: "Dit is de laatste beheerder die overal medewerkers en rollen mag beheren. Geef eerst een ander die rol en laat die het account activeren.",
  },
  "grant-exists": { kind: "conflict", nl: "Deze medewerker heeft die rol al met dit bereik." },
  "grant-gone": {
    kind: "conflict",
    nl: "Deze rol was al weggenomen. Ververs de pagina.",
  },
  "location-gone": {
    kind: "not-found",
    nl: "Deze locatie is niet gevonden binnen jouw bereik. Kies er een uit het locatiegram.",
  },
  "role-gone": { kind: "not-found", nl: "Deze rol is er niet (meer). Kies een andere." },
  "role-exists": { kind: "conflict", nl: "Er is al een rol met deze naam. Kies een andere naam." },
  "role-changed": {
    kind: "conflict",
    nl: "Iemand anders heeft deze rol intussen gewijzigd. Er is niets opgeslagen: bekijk wat er nu staat en probeer het opnieuw.",
  },
  "role-held": {
    kind: "conflict",
    nl: "Deze rol is nog van iemand. Neem hem eerst bij die medewerkers weg.",
  },
  "too-many-attempts": {
    kind: "throttled",
    nl: "Vanaf deze plek is dit te vaak geprobeerd. Probeer het over een kwartier opnieuw.",
  },
} as const satisfies Record<string, Refusal>;
