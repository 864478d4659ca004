import { TASKS, type TaskId } from "../access/tasks";
import { isReason, sentenceOf } from "../core/errors";
import { partOf } from "../dossier/registry";
import type { AuditRow } from "./chain";
import { EVENTS } from "./events";

/** The Dutch text of an event; one that this release no longer knows keeps its own name. */
export function eventText(event: string): string {
  return Object.hasOwn(EVENTS, event) ? EVENTS[event as keyof typeof EVENTS].nl : event;
}

export const ACTION_WORDS: Readonly<Record<AuditRow["action"], string>> = {
  C: "Toevoegen",
  R: "Inzien",
  U: "Wijzigen",
  D: "Verwijderen",
  E: "Uitvoeren",
};

export const OUTCOME_WORDS: Readonly<Record<AuditRow["outcome"], string>> = {
  done: "Gelukt",
  refused: "Geweigerd",
  failed: "Niet gelukt",
};

const ACCESS_POINTS: Readonly<Record<string, string>> = {
  web: "Kroniek in de browser",
  engine: "Achtergrondtaak",
  command: "Opdrachtregel op de server",
};

/** Where an act came in. */
export function accessPointText(accessPoint: string): string {
  return ACCESS_POINTS[accessPoint] ?? accessPoint;
}

/** The task that allowed it, by its label. */
export function taskText(task: string | null): string | null {
  if (task === null) return null;
  return Object.hasOwn(TASKS, task) ? TASKS[task as TaskId] : task;
}

const PURPOSES: Readonly<Record<string, string>> = {
  "client-request": "Verzoek van de cliënt (art. 15 AVG)",
  transfer: "Overdracht aan andere zorgaanbieder",
  internal: "Intern gebruik",
  emergency: "Noodprocedure",
};

/** The purpose that was given, for what it was asked of. */
export function purposeText(purpose: string | null): string | null {
  return purpose === null ? null : (PURPOSES[purpose] ?? purpose);
}

const DETAILS: Readonly<Record<string, string>> = {
  "role owner": "rol Eigenaar",
  "role collaborator": "rol Collaborator",
  "role viewer": "rol Viewer",
  complete: "volledig dossier",
  current: "actueel dossier",
  "on time": "op tijd",
  on: "aan",
  off: "uit",
  internal: "onvoorziene fout",
  "recovery code": "met een herstelcode",
  "nothing found": "niemand gevonden",
  "several found": "meer dan één gevonden",
  justified: "terecht",
  "not-justified": "niet terecht",
  "second factor follows": "wachtwoord juist, tweede stap volgt",
};

const FILTERS: Readonly<Record<string, string>> = {
  none: "niets",
  period: "periode",
  client: "cliënt",
  person: "medewerker",
  event: "gebeurtenis",
  action: "soort",
  outcome: "uitkomst",
};

function oneDetail(detail: string): string {
  if (isReason(detail)) return sentenceOf(detail);
  const rows = /^rows (\d+)$/.exec(detail);
  if (rows) return `${Number(rows[1]).toLocaleString("nl-NL")} regels`;
  const filters = /^filters: ([a-z, ]+)$/.exec(detail);
  if (filters?.[1])
    return `gefilterd op ${filters[1]
      .split(", ")
      .map((kind) => FILTERS[kind] ?? kind)
      .join(", ")}`;
  return DETAILS[detail] ?? detail;
}

/** What the row says besides: a refusal as its sentence, a closed list in words, anything else as it stands. */
export function detailText(detail: string | null): string | null {
  return detail === null ? null : detail.split("; ").map(oneDetail).join("; ");
}

const KINDS: Readonly<Record<string, string>> = {
  client: "Cliënt",
  "client-number": "Nummer van niemand",
  employee: "Medewerker",
  portal: "Portaalaccount",
  location: "Locatie",
  role: "Rol",
  grant: "Rol met bereik",
  export: "Export",
  document: "Document",
  entry: "Vastlegging",
  part: "Dossieronderdeel",
  instrument: "Meetinstrument",
  measure: "Meting",
  questionnaire: "Vragenlijst",
  run: "Achtergrondtaak",
  check: "Narekening",
};

/**
 * What was touched, in words: a name where there is one, else its kind with the end of its mark, which tells two apart.
 * @param name what it is called, by what the reader may know
 */
export function objectText(kind: string, id: string, name: string | undefined): string {
  const label = KINDS[kind] ?? "Onderdeel";
  if (kind === "part") return `${label} ${partOf(id)?.label ?? id}`;
  if (name !== undefined || kind === "client-number" || kind === "instrument")
    return `${label} ${name ?? id}`;
  return `${label} …${id.slice(-6)}`;
}
