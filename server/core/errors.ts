/**
 * Every refusal the product can give: its kind and its one Dutch sentence, which says what to do next.
 * This table is the only home of both; `Reason` is closed by it, so an unknown reason does not compile.
 */
const ERRORS = {
  "not-signed-in": {
    kind: "unauthenticated",
    nl: "Je bent niet (meer) ingelogd. Log in en probeer het opnieuw.",
  },
  "sign-in-failed": {
    kind: "refused",
    nl: "Dit e-mailadres en wachtwoord horen niet bij elkaar, of inloggen is even niet mogelijk na te veel pogingen. Controleer beide, of probeer het over een kwartier opnieuw.",
  },
  "task-missing": {
    kind: "refused",
    nl: "Je rol heeft hiervoor geen taak. Vraag functioneel beheer als je dit voor je werk nodig hebt.",
  },
  "not-found": {
    kind: "not-found",
    nl: "Deze cliënt of dit onderdeel is niet gevonden. Controleer het nummer, of vraag of het binnen jouw bereik hoort te vallen.",
  },
  "input-invalid": {
    kind: "invalid",
    nl: "Er klopt iets niet aan wat is ingevuld. Kijk de velden na en probeer het opnieuw.",
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
    nl: "Dit verzoek kwam niet van deze pagina. Ververs de pagina en probeer het opnieuw.",
  },
  "export-running": {
    kind: "conflict",
    nl: "Er loopt al een export van deze cliënt. Je kunt een nieuwe starten als die klaar is.",
  },
  "export-gone": { kind: "not-found", nl: "Deze export is er niet (meer). Start een nieuwe export." },
  "export-disk-full": {
    kind: "unavailable",
    nl: "Er is te weinig ruimte op de schijf om de export te maken. Er is niets bewaard. Vraag functioneel beheer om ruimte en probeer het opnieuw.",
  },
  "export-withdrawn": {
    kind: "refused",
    nl: "Wie de export vroeg, mag dit dossier niet meer exporteren. Er is niets bewaard.",
  },
  "export-client-gone": {
    kind: "not-found",
    nl: "De cliënt van deze export is er niet meer. Er is niets bewaard.",
  },
  "export-cancelled": {
    kind: "refused",
    nl: "Functioneel beheer heeft het maken van deze export geannuleerd. Er is niets bewaard. Start een nieuwe als je hem nodig hebt.",
  },
  "export-failed": {
    kind: "unavailable",
    nl: "Het maken van de export is mislukt. Er is niets bewaard. Probeer het opnieuw, of geef het nummer door aan functioneel beheer.",
  },
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
} as const satisfies Record<string, { kind: ErrorKind; nl: string }>;

/** The families of refusals; the API door maps each to one tRPC code and HTTP status. */
export type ErrorKind =
  | "unauthenticated"
  | "refused"
  | "not-found"
  | "invalid"
  | "step-up"
  | "conflict"
  | "throttled"
  | "unavailable";

export type Reason = keyof typeof ERRORS;

const BRAND = Symbol.for("kroniek/domain-error");

/**
 * A refusal with a known reason. Anything that is not a DomainError leaves the server as a bare internal error.
 * Next bundles this module more than once, so `instanceof` goes by a brand: the class of one bundle knows the errors
 * that another bundle's code threw.
 */
export class DomainError extends Error {
  readonly [BRAND] = true;
  readonly kind: ErrorKind;

  static override [Symbol.hasInstance](value: unknown): value is DomainError {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  constructor(
    readonly reason: Reason,
    options?: { cause?: unknown },
  ) {
    super(reason, options);
    this.name = "DomainError";
    this.kind = ERRORS[reason].kind;
  }
  /** The Dutch sentence a person may see. */
  get sentence(): string {
    return ERRORS[this.reason].nl;
  }
}

/** The Dutch sentence of a reason that was stored, for example with a failed export. */
export function sentenceOf(reason: Reason): string {
  return ERRORS[reason].nl;
}

/** Narrows a stored text to a reason; an unknown one (an older release wrote it) is not a reason. */
export function isReason(text: string): text is Reason {
  return Object.hasOwn(ERRORS, text);
}
