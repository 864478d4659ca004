/** Every task with its exact Dutch label (DOMAIN.md 2). A role is a set of these; nothing else gives permission. */
export const TASKS = {
  "dossier.view": "Dossier [van een cliënt] inzien",
  "dossier.edit": "Dossier [van een cliënt] bewerken",
  "dossier.view-hidden": "Verborgen rapportages [van een cliënt] inzien",
  "dossier.export": "Dossier [van een cliënt] exporteren",
  "dossier.share": "Dossierrechten [van een cliënt] beheren",
  "client.manage": "Cliëntbeheer",
  "client.merge": "Cliënten samenvoegen",
  "consent.change": "Cliënttoestemming wijzigen",
  "consent.record":
    "Vastleggen toestemming [van een cliënt] voor delen persoons- en medische gegevens met andere zorgverleners",
  "caren.view": "Caren-koppelingen en -uitnodigingen [van een cliënt] bekijken",
  "caren.edit": "Caren-koppelingen en -uitnodigingen [van een cliënt] bewerken",
  "caren.invite": "Carenuitnodigingen [voor een cliënt] aanmaken",
  "caren.bulk-message": "Bulkberichten sturen naar zorgnetwerken in Caren",
  "audit.view": "Audits bekijken",
  "access.manage": "Medewerkers en rollen beheren",
  "interchange.import": "Dossiers importeren",
  "organisation.manage": "Partijen, vragenlijsten en instrumenten beheren",
  "consent.exchange": "Gegevens aan partijen verstrekken",
  "caren.settings": "Caren-instellingen beheren",
  "jobs.view": "Achtergrondtaken en post bekijken",
  "emergency.open": "Noodprocedure gebruiken",
  "emergency.review": "Noodprocedures beoordelen",
} as const;

export type TaskId = keyof typeof TASKS;

/** Having any of these about clients makes someone see who a client is: number, name, place. */
export const CLIENT_TASKS = [
  "dossier.view",
  "client.manage",
  "caren.view",
] as const satisfies readonly TaskId[];
