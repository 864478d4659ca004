import type { MAIL_KINDS } from "./input";

/*
 * Every mail the product can send. A mail names nobody and tells nothing of a client (NTA 7516: mail holds no personal
 * data beyond the address it goes to); it has at most one link, into Kroniek itself. `{portal}` is what the portal is
 * called on its own pages: Caren, and whose it is.
 */
export const TEMPLATES = {
  activation: {
    subject: "Activeer je account voor Kroniek",
    text: `Er is een account voor je gemaakt in Kroniek, het cliëntdossier van je organisatie.

Kies zelf je wachtwoord via deze link. De link werkt één keer en is {days} dagen geldig:

{link}

Is de link verlopen? Vraag functioneel beheer om een nieuwe. Verwachtte je deze mail niet, doe dan niets en meld het bij functioneel beheer.`,
  },
  "new-password": {
    subject: "Kies een nieuw wachtwoord voor Kroniek",
    text: `Iemand, waarschijnlijk jij, vroeg om een nieuw wachtwoord voor Kroniek.

Kies het via deze link. De link werkt één keer en is {minutes} minuten geldig:

{link}

Heb je hier niet om gevraagd? Doe dan niets: je wachtwoord blijft zoals het is.`,
  },
  "second-factor-changed": {
    subject: "De tweede stap bij het inloggen van je account is gewijzigd",
    text: `De tweede stap bij het inloggen (de code uit je app) van je account in Kroniek is zojuist aangezet, uitgezet of vernieuwd. Je bent overal uitgelogd waar je eerder was ingelogd.

Heb je dit niet zelf gedaan? Kies dan meteen een nieuw wachtwoord en meld het bij de organisatie:

{link}`,
  },
  "password-set": {
    subject: "Het wachtwoord van een account in Kroniek is gewijzigd",
    text: `Het wachtwoord van het account in Kroniek met dit e-mailadres is zojuist gewijzigd. Het account is overal uitgelogd waar het was ingelogd.

Was jij dit niet zelf? Kies dan meteen een nieuw wachtwoord en meld het bij de organisatie:

{link}`,
  },
  "second-factor-removed": {
    subject: "De tweede stap bij het inloggen is van je account gehaald",
    text: `De tweede stap bij het inloggen (de code uit je app) is zojuist van je account in Kroniek gehaald. Je stelt hem bij het inloggen opnieuw in:

{link}

Wist je hier niet van? Kies dan meteen een nieuw wachtwoord en meld het bij de organisatie.`,
  },
  "sharing-invited": {
    subject: "Je hebt toegang gekregen in Kroniek",
    text: `Een collega heeft je toegang gegeven tot een dossier in Kroniek. Log in om te zien welk dossier het is en wat je erin mag:

{link}

Verwachtte je dit niet? Meld het dan bij functioneel beheer.`,
  },
  "sharing-role-changed": {
    subject: "Je rol in een dossier is gewijzigd",
    text: `In Kroniek is gewijzigd wat je in een dossier mag, of je toegang ertoe is beëindigd. Log in om te zien welke dossiers met je gedeeld zijn en wat je erin mag:

{link}`,
  },
  "sharing-changed": {
    subject: "Er is iets veranderd in wie toegang heeft",
    text: `In {portal} is iets veranderd in wie toegang heeft. Log in om te zien wat er veranderd is:

{link}

Klopt het niet, of hebt u er vragen over? Neem dan contact op met de organisatie.`,
  },
  "portal-activation": {
    subject: "Activeer uw account voor {portal}",
    text: `Er is een account voor u gemaakt in {portal}.

Kies zelf uw wachtwoord via deze link. De link werkt één keer en is {days} dagen geldig:

{link}

Is de link verlopen? Vraag de organisatie om een nieuwe. Verwachtte u deze mail niet, doe dan niets en meld het bij de organisatie.`,
  },
  "portal-password": {
    subject: "Kies een nieuw wachtwoord voor {portal}",
    text: `Iemand, waarschijnlijk uzelf, vroeg om een nieuw wachtwoord voor {portal}.

Kies het via deze link. De link werkt één keer en is {minutes} minuten geldig:

{link}

Hebt u hier niet om gevraagd? Doe dan niets: uw wachtwoord blijft zoals het is.`,
  },
  "portal-password-set": {
    subject: "Het wachtwoord van uw account is gewijzigd",
    text: `Het wachtwoord van uw account in {portal} is zojuist gewijzigd. U bent overal uitgelogd waar u was ingelogd.

Was u dit niet zelf? Kies dan meteen een nieuw wachtwoord en meld het bij de organisatie:

{link}`,
  },
  "portal-second-factor-changed": {
    subject: "De tweede stap bij het inloggen van uw account is gewijzigd",
    text: `De tweede stap bij het inloggen (de code uit uw app) van uw account in {portal} is zojuist aangezet, uitgezet of vernieuwd. U bent overal uitgelogd waar u eerder was ingelogd.

Hebt u dit niet zelf gedaan? Kies dan meteen een nieuw wachtwoord en meld het bij de organisatie:

{link}`,
  },
  "portal-added": {
    subject: "Er is iets toegevoegd aan {portal}",
    text: `In {portal} is iemand toegevoegd met wie u kunt meekijken. Log in met het account dat u al hebt om te zien om wie het gaat:

{link}

Verwachtte u dit niet? Meld het dan bij de organisatie.`,
  },
  "portal-second-factor-removed": {
    subject: "De tweede stap bij het inloggen is van uw account gehaald",
    text: `De tweede stap bij het inloggen (de code uit uw app) is zojuist van uw account in {portal} gehaald. U stelt hem bij het inloggen opnieuw in:

{link}

Wist u hier niet van? Kies dan meteen een nieuw wachtwoord en meld het bij de organisatie.`,
  },
  "activity-asked": {
    subject: "Er staat een vragenlijst voor u klaar",
    text: `In {portal} staat een vragenlijst klaar om in te vullen. U mag tussendoor stoppen en later verdergaan. Log in om te zien wat er gevraagd wordt en tot wanneer het kan:

{link}`,
  },
  "activity-reminder": {
    subject: "Herinnering: er staat nog een vragenlijst voor u klaar",
    text: `In {portal} staat nog een vragenlijst die niet is ingestuurd. Log in om hem af te maken:

{link}

Lukt het niet, of wilt u hem niet invullen? Neem dan contact op met de organisatie.`,
  },
  "document-shared": {
    subject: "Er staat een document voor u klaar",
    text: `In {portal} staat een document dat met u is gedeeld. Log in om het te bekijken:

{link}`,
  },
  "location-message": {
    subject: "Er staat een bericht voor u klaar",
    text: `In {portal} staat een bericht voor u klaar. Log in om het te lezen:

{link}

Wilt u geen mail meer over nieuwe berichten? Dat zet u uit bij Uw account in {portal}.`,
  },
  "emergency-opened": {
    subject: "Er is een dossier geopend met de noodprocedure",
    text: `Een collega heeft in Kroniek een dossier geopend met de noodprocedure. Log in om te zien wie het deed. Wie noodprocedures beoordeelt, leest daar ook de reden:

{link}`,
  },
} as const satisfies Record<(typeof MAIL_KINDS)[number], { subject: string; text: string }>;

export type MailKind = keyof typeof TEMPLATES;

type Named<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;

/** What a kind of mail must be given: its link, and counts. No text of anyone can be put in. */
export type MailValues<Kind extends MailKind> = {
  [Name in Exclude<Named<(typeof TEMPLATES)[Kind]["text"]>, "portal">]: Name extends "link" ? string : number;
};

const FOOT = "Deze mail is automatisch verstuurd. Antwoorden worden niet gelezen.";

/**
 * The text of a mail.
 * @param house whose installation this is (`null`: not known), and its address: the only place a link may lead to
 * @throws Error for a link that leads elsewhere
 */
export function composeMail<Kind extends MailKind>(
  kind: Kind,
  values: MailValues<Kind>,
  house: { publicUrl: string; organisation: string | null },
): { subject: string; text: string } {
  const given = values as Record<string, string | number>;
  const portal = house.organisation === null ? "Caren" : `Caren van ${house.organisation}`;
  const fill = (_: string, name: string) => {
    if (name === "portal") return portal;
    const value = given[name];
    if (typeof value === "number") return String(value);
    if (value === undefined || new URL(value).origin !== new URL(house.publicUrl).origin)
      throw new Error("A link in a mail leads to this installation.");
    return value;
  };
  const { subject, text } = TEMPLATES[kind];
  const filled = (told: string) => told.replace(/\{(\w+)\}/g, fill);
  return { subject: filled(subject), text: `${filled(text)}\n\n${FOOT}\n` };
}
