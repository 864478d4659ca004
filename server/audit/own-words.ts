import { partOf } from "../dossier/registry";
import { ENDED_AS, TRIED } from "./own-attempts";
import { eventText } from "./words";

/** What was done, said to the client it was about: the past tense, without the words of the system. */
export const DID: Readonly<Record<string, string>> = {
  "client.opened": "Opende de pagina van de cliënt",
  "client.viewed": "Bekeek de persoonsgegevens",
  "client.bsn-revealed": "Bekeek het volledige burgerservicenummer",
  "client.records-viewed": "Bekeek de cliëntgegevens",
  "client.history-viewed": "Bekeek eerdere wijzigingen van de persoonsgegevens",
  "client.listed": "Zag de cliënt in een lijst",
  "client.alike-searched": "Zag de cliënt bij het zoeken naar wie op iemand lijkt",
  "dashboard.viewed": "Zag de cliënt op het dashboard",
  "signal.listed": "Zag de cliënt in een lijst met signaleringen",
  "client.created": "Schreef de cliënt in",
  "client.changed": "Wijzigde de persoonsgegevens",
  "client.bsn-removed": "Verwijderde het burgerservicenummer",
  "client.care-changed": "Zette de zorg aan of uit",
  "client.moved": "Wijzigde de woonplek of afdeling",
  "client.record-added": "Voegde een cliëntgegeven toe",
  "client.record-changed": "Wijzigde een cliëntgegeven",
  "client.record-withdrawn": "Trok een cliëntgegeven in",
  "directive.added": "Legde een behandelaanwijzing of wilsverklaring vast",
  "directive.changed": "Wijzigde een behandelaanwijzing of wilsverklaring",
  "directive.withdrawn": "Trok een behandelaanwijzing of wilsverklaring in",
  "dossier.overview-viewed": "Bekeek het medisch overzicht",
  "dossier.part-viewed": "Bekeek",
  "dossier.other-viewed": "Bekeek de overige gegevens",
  "dossier.form-opened": "Opende het invulscherm van",
  "dossier.entry-viewed": "Bekeek een vastlegging in",
  "dossier.entry-added": "Schreef iets bij in",
  "dossier.entry-corrected": "Verbeterde iets in",
  "dossier.entry-ended": "Beëindigde iets in",
  "dossier.entry-archived": "Borg iets op in het archief van",
  "dossier.entry-restored": "Haalde iets terug uit het archief van",
  "dossier.versions-viewed": "Bekeek eerdere versies van",
  "dossier.document-uploaded": "Voegde een document toe",
  "dossier.document-previewed": "Bekeek een document",
  "dossier.document-downloaded": "Downloadde een document",
  "dossier.imported": "Nam gegevens uit een ander systeem over",
  "measurement.form-opened": "Opende het invulscherm voor een meting",
  "measurement.recorded": "Legde een meting vast",
  "measurement.corrected": "Verbeterde een meting",
  "measurement.course-viewed": "Bekeek het verloop van metingen",
  "questionnaire.form-opened": "Opende een vragenlijst om in te vullen",
  "questionnaire.filled-in": "Vulde een vragenlijst in",
  "export.page-viewed": "Opende de pagina om een kopie van het dossier te maken",
  "export.listed": "Bekeek welke kopieën van het dossier er zijn gemaakt",
  "export.requested": "Vroeg een kopie van het dossier aan",
  "export.built": "Maakte de kopie van het dossier klaar",
  "export.failed": "Een kopie van het dossier maken is mislukt",
  "export.downloaded": "Downloadde een kopie van het dossier",
  "export.deleted": "Verwijderde de kopie van het dossier, zoals na 24 uur hoort",
  "consent.viewed": "Bekeek met wie gegevens mogen worden gedeeld",
  "consent.recorded": "Legde vast of gegevens mogen worden gedeeld",
  "consent.statement-added": "Voegde een toestemmingsverklaring toe",
  "consent.statement-viewed": "Bekeek een toestemmingsverklaring",
  "consent.address-given": "Keek of een partij het adres mag krijgen voor een vragenlijst",
  "consent.copy-given": "Keek of een partij een kopie mag krijgen, en gaf die als het mag",
  "emergency.searched": "Zocht de cliënt op voor een noodprocedure, en zag naam, geboortedatum en locatie",
  "emergency.opened": "Opende het dossier voor een uur met een noodprocedure",
  "emergency.closed": "Sloot de noodprocedure",
  "emergency.listed": "Zag het cliëntnummer in de lijst met noodprocedures",
  "emergency.reviewed": "Beoordeelde of een noodprocedure terecht was",
  "sharing.viewed": "Bekeek wie er in het dossier mag",
  "sharing.added": "Gaf een collega toegang tot het dossier",
  "sharing.changed": "Wijzigde wat een collega in het dossier mag",
  "sharing.removed": "Nam de toegang van een collega weg",
  "sharing.transferred": "Droeg het dossier over aan een andere eigenaar",
  "sharing.left": "Gaf de eigen toegang tot het dossier op",
  "audit.client-log-viewed": "Bekeek dit overzicht",
  "involved.viewed": "Bekeek welke mensen toegang hebben tot het portaal",
  "involved.invited": "Nodigde iemand uit voor het portaal",
  "involved.resent": "Stuurde iemand opnieuw een activatiemail",
  "involved.removed": "Beëindigde iemands toegang tot het portaal",
  "activity.asked": "Vroeg iemand een vragenlijst in te vullen",
  "activity.withdrawn": "Trok een gevraagde vragenlijst in",
  "activity.reminded": "Stuurde een herinnering aan een vragenlijst",
  "activity.listed": "Bekeek in het portaal de eigen vragenlijsten",
  "activity.opened": "Opende in het portaal een eigen vragenlijst",
  "activity.saved": "Bewaarde in het portaal een half ingevulde vragenlijst",
  "activity.submitted": "Stuurde in het portaal een vragenlijst in",
  "release.viewed": "Bekeek met wie een document is gedeeld",
  "release.made": "Deelde een document via het portaal",
  "release.ended": "Stopte met het delen van een document",
  "portal-document.listed": "Bekeek in het portaal de gedeelde documenten",
  "portal-document.downloaded": "Downloadde in het portaal een gedeeld document",
  "portal-document.uploaded": "Deelde een document vanuit het portaal",
  "portal.access-viewed": "Bekeek in het portaal wie toegang heeft",
  "portal.log-viewed": "Bekeek dit overzicht in het portaal",
};

/** Events that need the name of a part to be a sentence. */
const OF_A_PART = "het dossier";

function partsIn(objects: readonly string[]): string {
  const labels = objects.flatMap((object) =>
    object.startsWith("part:") ? (partOf(object.slice("part:".length))?.label ?? []) : [],
  );
  return labels.length > 0 ? [...new Set(labels)].join(", ") : OF_A_PART;
}

/**
 * What happened, in the words of daily life; for an act on parts of the dossier with their names ("Bekeek
 * Rapportages"). What was refused or did not succeed is told as tried, never as done. An event without words of its own
 * is told by its text in the log.
 * @param objects `kind:id` as stored
 */
export function ownText(
  event: string,
  objects: readonly string[],
  outcome: "done" | "refused" | "failed" = "done",
): string {
  if (outcome !== "done") {
    const tried = TRIED[event]?.replace("*", partsIn(objects));
    return `Probeerde ${tried ?? `dit te doen: “${eventText(event)}”`} — ${ENDED_AS[outcome]}`;
  }
  const said = DID[event] ?? eventText(event);
  return / (?:in|van)$|^Bekeek$/.test(said) ? `${said} ${partsIn(objects)}` : said;
}

/** Why a party did not get what was asked for it, by the reason of the refusal, said to the client. */
const WITHHELD: Readonly<Record<string, string>> = {
  "consent-no-recorded": "Niet gegeven: voor deze partij is Nee vastgelegd",
  "consent-nothing-recorded": "Niet gegeven: er is geen toestemming vastgelegd",
  "consent-withdrawn": "Niet gegeven: de toestemming is ingetrokken",
  "consent-expired": "Niet gegeven: de toestemming is verlopen",
  "consent-purpose-changed":
    "Niet gegeven: het doel van de partij is anders dan waarvoor toestemming is gegeven",
  "consent-party-ended": "Niet gegeven: met deze partij worden geen gegevens meer uitgewisseld",
  "consent-party-not-yet": "Niet gegeven: met deze partij worden nog geen gegevens uitgewisseld",
};

/** Why data was kept from a party; null for a row that was about something else. */
export function withheldText(detail: string | null): string | null {
  return detail !== null && Object.hasOwn(WITHHELD, detail) ? (WITHHELD[detail] ?? null) : null;
}

/** The task it was about, without the brackets that the list of tasks has. */
export function ownTask(label: string): string {
  return label.replace(/ ?\[[^\]]*\]/g, "");
}
