import type { Refusal } from "./refusal";

export const AUTH_REFUSALS = {
  "not-signed-in": {
    kind: "unauthenticated",
    nl: "Je bent niet (meer) ingelogd. Log in en probeer het opnieuw.",
    u: "U bent niet (meer) ingelogd. Log in en probeer het opnieuw.",
  },
  "sign-in-failed": {
    kind: "refused",
    nl: "Dit e-mailadres en wachtwoord horen niet bij elkaar, of inloggen is even niet mogelijk na te veel pogingen. Controleer beide, of probeer het over een kwartier opnieuw.",
  },
  "password-needed": {
    kind: "step-up",
    nl: "Vul je wachtwoord nog een keer in. Dat vragen we als je langer dan 5 minuten geleden inlogde.",
    u: "Vul uw wachtwoord nog een keer in. Dat vragen we als u langer dan 5 minuten geleden inlogde.",
  },
  "password-wrong": { kind: "invalid", nl: "Dit wachtwoord klopt niet. Probeer het opnieuw." },
  "password-too-short": { kind: "invalid", nl: "Kies een wachtwoord van minstens 12 tekens." },
  "password-common": {
    kind: "invalid",
    nl: "Dit wachtwoord wordt te vaak gebruikt. Kies een ander, bijvoorbeeld vier losse woorden.",
  },
  "password-own": {
    kind: "invalid",
    nl: "Dit wachtwoord bestaat alleen uit je eigen naam of e-mailadres. Kies een ander, bijvoorbeeld vier losse woorden.",
    u: "Dit wachtwoord bestaat alleen uit uw eigen naam of e-mailadres. Kies een ander, bijvoorbeeld vier losse woorden.",
  },
  "code-wrong": {
    kind: "invalid",
    nl: "Deze code klopt niet, is al gebruikt, of er zijn te veel pogingen gedaan. Wacht op de volgende code in je app, of probeer het over een kwartier opnieuw.",
    u: "Deze code klopt niet, is al gebruikt, of er zijn te veel pogingen gedaan. Wacht op de volgende code in uw app, of probeer het over een kwartier opnieuw.",
  },
  "enrolment-over": {
    kind: "invalid",
    nl: "Deze code hoort bij een QR-code die niet meer geldt. Begin opnieuw en scan de nieuwe.",
  },
  "second-factor-off": {
    kind: "conflict",
    nl: "De tweede stap staat voor dit account niet (meer) aan. Laad de pagina opnieuw.",
  },
  "second-factor-needed": {
    kind: "refused",
    nl: "De tweede stap bij het inloggen is verplicht en kan niet uit. Je kunt wel een andere app koppelen.",
    u: "De tweede stap bij het inloggen is verplicht en kan niet uit. U kunt wel een andere app koppelen.",
  },
  "second-factor-own": {
    kind: "refused",
    nl: "Je eigen tweede stap haal je hier niet weg. Ga naar Mijn account, of vraag een andere beheerder.",
  },
  "link-invalid": { kind: "not-found", nl: "Deze link werkt niet meer. Vraag een nieuwe." },
} as const satisfies Record<string, Refusal>;
