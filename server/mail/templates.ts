/*
 * Every mail the product can send. A mail names nobody and tells nothing of a client (NTA 7516: mail holds no personal
 * data beyond the address it goes to); it has at most one link, into Kroniek itself.
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
  "password-set": {
    subject: "Het wachtwoord van je account in Kroniek is gewijzigd",
    text: `Het wachtwoord van je account in Kroniek is zojuist gewijzigd. Je bent overal uitgelogd waar je eerder was ingelogd.

Heb je dit niet zelf gedaan? Kies dan meteen een nieuw wachtwoord en meld het bij functioneel beheer:

{link}`,
  },
} as const satisfies Record<string, { subject: string; text: string }>;

export type MailKind = keyof typeof TEMPLATES;

type Named<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;

/** What a kind of mail must be given: its link, and counts. No text of anyone can be put in. */
export type MailValues<Kind extends MailKind> = {
  [Name in Named<(typeof TEMPLATES)[Kind]["text"]>]: Name extends "link" ? string : number;
};

const FOOT = "Deze mail is automatisch verstuurd. Antwoorden worden niet gelezen.";

/**
 * The text of a mail.
 * @param publicUrl the address of this installation: the only place a link may lead to
 * @throws Error for a link that leads elsewhere
 */
export function composeMail<Kind extends MailKind>(
  kind: Kind,
  values: MailValues<Kind>,
  publicUrl: string,
): { subject: string; text: string } {
  const given = values as Record<string, string | number>;
  const text = TEMPLATES[kind].text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = given[name];
    if (typeof value === "number") return String(value);
    if (value === undefined || new URL(value).origin !== new URL(publicUrl).origin)
      throw new Error("A link in a mail leads to this installation.");
    return value;
  });
  return { subject: TEMPLATES[kind].subject, text: `${text}\n\n${FOOT}\n` };
}
