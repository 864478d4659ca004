import { getTableName } from "drizzle-orm";
import { parts } from "../dossier/registry";

/** Where a table's rows of a client are in an export, or why they are in none. */
export type Claim = { sheet: string } | { files: string } | { notExported: string };

/** Tables about a client that are no dossier part. */
const AROUND: Readonly<Record<string, Claim>> = {
  client_locations: { sheet: "Cliënt" },
  client_addresses: { sheet: "Cliënt" },
  directives: { sheet: "Cliënt" },
  care_rules: { sheet: "Cliënt" },
  client_notes: { sheet: "Cliënt" },
  client_profile: { sheet: "Cliënt" },
  client_services: { sheet: "Cliënt" },
  client_passes: { sheet: "Cliënt" },
  client_appointments: { sheet: "Cliënt" },
  client_versions: { sheet: "Cliënt" },
  contacts: { sheet: "Contacten" },
  family_members: { sheet: "Contacten" },
  consent_decisions: { sheet: "Toestemmingen" },
  consent_statements: { sheet: "Toestemmingen" },
  imported_resources: { sheet: "Overige gegevens" },
  entry_versions: { sheet: "Versies" },
  entry_requests: {
    notExported:
      "Which request made an entry, so that a double click stores once; the entry is in its sheet.",
  },
  drafts: { notExported: "What a colleague was writing and has not stored: it is no dossier yet." },
  part_visits: {
    notExported:
      "Until when a colleague had read a part: about their work. Who saw the dossier is in its own log.",
  },
  dossier_roles: {
    notExported:
      "Who may work in a dossier is about access, not care; client and colleagues see it under Dossier rechten.",
  },
  emergency_accesses: {
    notExported:
      "Who opened the dossier in an emergency is about access, not care; it is in the client's own log.",
  },
  portal_relations: {
    notExported: "Who has an account in the portal is about access, not care; those involved see it there.",
  },
  activities: {
    notExported: "What was asked of someone in the portal; what they answered is an entry of Vragenlijsten.",
  },
  document_releases: {
    notExported:
      "Whom a document was shown in the portal is about access, not care; the document is in its sheet.",
  },
  caren_invitations: {
    notExported: "Who was invited to Caren is about access, not care; colleagues see it under Cliëntnetwerk.",
  },
  caren_commands: {
    notExported: "What Caren was told of links and invitations is about access, not care.",
  },
  location_message_recipients: {
    notExported:
      "A message to a whole location is no part of a dossier; who got it sees it in the portal, its sender in Ons Cliënt.",
  },
  files: { files: "documenten/" },
  exports: {
    notExported: "The trace of exports is about the organisation's work; it is shown on the export page.",
  },
  audit_entries: {
    notExported:
      "The log of who saw the dossier is not the dossier: a client gets it as a log of its own (NEN 7513).",
  },
};

/**
 * What the export says of each table with rows of a client, by table name: the parts as the registry declares them,
 * and what is around them. A table with a `client_id` that is not here fails the build (DESIGN.md 4).
 */
export function exportClaims(): ReadonlyMap<string, Claim> {
  const ofParts = parts.map((part): [string, Claim] => [getTableName(part.table), { sheet: part.label }]);
  return new Map([...ofParts, ...Object.entries(AROUND)]);
}
