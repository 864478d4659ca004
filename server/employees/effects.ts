import { CLIENT_TASKS, type TaskId } from "../access/tasks";

/** Where a role counts, as people name it. */
export type NamedReach =
  | { kind: "everywhere" }
  | { kind: "location"; name: string }
  | { kind: "shared" }
  /** Of a role by itself: each who gets it gets a reach with it */
  | { kind: "open" };

/** What someone may do somewhere: infinitives after "mag", and what they should know of it. */
export interface Effect {
  where: string;
  may: string[];
  notes: string[];
}

interface Words {
  may: string;
  /** `client`: counts where the role counts; `house`: counts for the organisation as a whole */
  about: "client" | "house";
}

/** Each task in words, after "mag". */
const WORDS: Record<TaskId, Words> = {
  "dossier.view": {
    may: "het dossier lezen: rapportages, zorgplan, medicatie, metingen en alle andere onderdelen",
    about: "client",
  },
  "dossier.edit": { may: "in het dossier schrijven, verbeteren en afsluiten", about: "client" },
  "dossier.view-hidden": { may: "ook verborgen rapportages lezen", about: "client" },
  "dossier.export": {
    may: "het hele dossier exporteren, met wat verborgen of aan een deskundigheid gebonden is",
    about: "client",
  },
  "dossier.share": { may: "bepalen wie een rol op het dossier heeft", about: "client" },
  "client.manage": {
    may: "cliënten inschrijven en hun personalia, contacten, locaties en zorgperioden beheren",
    about: "client",
  },
  "client.merge": { may: "dubbele cliënten samenvoegen", about: "client" },
  "consent.change": { may: "toestemming van een cliënt wijzigen", about: "client" },
  "consent.record": {
    may: "toestemming vastleggen voor het delen met andere zorgverleners",
    about: "client",
  },
  "consent.exchange": { may: "gegevens verstrekken aan partijen die ze mogen hebben", about: "client" },
  "caren.view": { may: "zien wie via Caren is gekoppeld of uitgenodigd", about: "client" },
  "caren.edit": { may: "koppelingen en uitnodigingen in Caren wijzigen", about: "client" },
  "caren.invite": { may: "iemand uitnodigen voor Caren", about: "client" },
  "caren.bulk-message": { may: "een bericht sturen aan alle zorgnetwerken in Caren", about: "client" },
  "audit.view": { may: "in het logboek zien wie wat deed en inzag", about: "house" },
  "access.manage": {
    may: "medewerkers en rollen beheren, en daarmee anderen elke taak geven; zichzelf niet",
    about: "house",
  },
  "interchange.import": { may: "dossiers uit een ander systeem inlezen", about: "house" },
  "organisation.manage": {
    may: "partijen, vragenlijsten en meetinstrumenten beheren, en achtergrondtaken die men ziet opnieuw laten proberen of afbreken",
    about: "house",
  },
  "caren.settings": { may: "instellen hoe Caren wordt gebruikt", about: "house" },
  "jobs.view": {
    may: "achtergrondtaken en verstuurde post zien",
    about: "house",
  },
  "emergency.open": {
    may: "in nood één cliënt buiten het eigen bereik openen, met een reden en voor een uur",
    about: "house",
  },
  "emergency.review": { may: "beoordelen of een noodprocedure terecht was", about: "house" },
};

/** Works on a dossier one must be able to read first. */
const NEEDS_READING = ["dossier.edit", "dossier.view-hidden"] as const satisfies readonly TaskId[];

/** Whether a task counts for a client at a place, and not for the organisation as a whole. */
export function isAboutClients(task: TaskId): boolean {
  return WORDS[task].about === "client";
}

function placeOf(reach: NamedReach): string {
  switch (reach.kind) {
    case "everywhere":
      return "Bij alle cliënten";
    case "location":
      return `Bij cliënten van ${reach.name} en wat daaronder valt`;
    case "shared":
      return "Alleen bij dossiers die met deze persoon zijn gedeeld";
    case "open":
      return "Bij cliënten binnen het bereik dat iemand met de rol krijgt";
  }
}

function clientEffect(tasks: readonly TaskId[], reach: NamedReach): Effect {
  const seesWho = CLIENT_TASKS.some((task) => tasks.includes(task));
  const reads = tasks.includes("dossier.view");
  const idle = NEEDS_READING.some((task) => tasks.includes(task)) && !reads;
  return {
    where: placeOf(reach),
    may: [
      ...(seesWho ? ["zien wie een cliënt is: naam, nummer, geboortedatum en locatie"] : []),
      ...tasks.map((task) => WORDS[task].may),
    ],
    notes: [
      ...(reads ? [] : ["Mag het dossier niet lezen."]),
      ...(idle
        ? ["Schrijven en verborgen rapportages werken pas samen met de taak Dossier [van een cliënt] inzien."]
        : []),
      ...(seesWho
        ? []
        : ["Ziet geen cliënten: daarvoor is ook Dossier inzien, Cliëntbeheer of Caren bekijken nodig."]),
      ...(reads ? ["Wat aan een deskundigheid is gebonden, ziet alleen wie die deskundigheid heeft."] : []),
    ],
  };
}

/** What someone may do by these tasks with this reach, in words. Nothing for no tasks. */
export function effectsOf(tasks: readonly TaskId[], reach: NamedReach): Effect[] {
  const known = (Object.keys(WORDS) as TaskId[]).filter((task) => tasks.includes(task));
  const atClients = known.filter(isAboutClients);
  const inHouse = known.filter((task) => !isAboutClients(task));
  return [
    ...(atClients.length > 0 ? [clientEffect(atClients, reach)] : []),
    ...(inHouse.length > 0
      ? [{ where: "Voor de hele organisatie", may: inHouse.map((task) => WORDS[task].may), notes: [] }]
      : []),
  ];
}
