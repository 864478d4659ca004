import { getTableName, sql } from "drizzle-orm";
import { kinds } from "../clients/records/registry";
import { parts } from "../dossier/registry";
import type { Claim } from "./claim";
import {
  asTheirParts,
  besides,
  fateOfKind,
  ofEntry,
  ofGround,
  ofRecord,
  ofVersions,
  PROOF,
  pointing,
  sameOn,
  statementFiles,
  statements,
  withAccount,
} from "./strands";

const ofParts: Claim[] = parts.map((part) => ({
  table: getTableName(part.table),
  label: part.label,
  strands:
    part.slug === "documents"
      ? besides("care-plans", statements, PROOF)
      : [{ fate: { subject: part.merge } }],
  since: "ask",
}));

const ofKinds: Claim[] = kinds.map((kind) => ({
  table: getTableName(kind.table),
  label: kind.label,
  strands:
    kind.slug === "contacts"
      ? besides("contacts", withAccount, "Wie als vertegenwoordiger een account heeft, gaat altijd mee.")
      : [{ fate: fateOfKind(kind) }],
  since: "ask",
}));

/** Tables around the parts and the records. */
const AROUND: Claim[] = [
  {
    table: "entry_versions",
    label: "Eerdere versies",
    strands: asTheirParts(sql`t.entry_id`),
    since: ofEntry,
  },
  {
    table: "entry_requests",
    label: "Verzoeken van formulieren",
    key: "t.actor || ' ' || t.request_key",
    strands: asTheirParts(sql`t.entry_id`),
    since: ofEntry,
  },
  {
    table: "client_versions",
    label: "Geschiedenis van gegevens",
    strands: ofVersions,
    since: ofRecord,
  },
  {
    table: "drafts",
    label: "Concepten van collega's",
    key: "t.employee_id || ' ' || t.part || ' ' || t.entry_id",
    strands: [
      {
        fate: { moves: "Wat een collega aan het schrijven is, gaat mee." },
        unless: (to) => sameOn("drafts", to, "employee_id", "part", "entry_id"),
      },
    ],
    since: "survivor",
  },
  {
    table: "part_visits",
    label: "Tot waar collega's gelezen hebben",
    key: "t.employee_id || ' ' || t.part",
    strands: [{ fate: { stays: "Het zegt wat iemand in dat dossier gezien heeft." } }],
    since: "survivor",
  },
  {
    table: "imported_resources",
    label: "Ingelezen gegevens",
    strands: asTheirParts(
      sql`t.entry_id`,
      (to) => sameOn("imported_resources", to, "resource_type", "resource_id", "source"),
      [
        { where: sql`t.part = 'contacts'`, fate: { subject: "contacts" } },
        { where: sql`t.part = 'directives'`, fate: { subject: "dossier" } },
        { where: sql`t.part IS NULL AND t.role <> 'client'`, fate: { subject: "dossier" } },
        {
          where: sql`t.part IS NULL AND t.role = 'client'`,
          fate: { stays: "Het zegt van wie deze gegevens kwamen." },
        },
      ],
    ),
    since: ofEntry,
  },
  {
    table: "files",
    label: "Bestanden van documenten",
    strands: besides("care-plans", statementFiles, PROOF),
    since: {
      columns: "(SELECT id FROM documents WHERE file_id = t.id) AS document_id",
      of: pointing("documents", "document_id"),
    },
  },
  {
    table: "consent_decisions",
    label: "Toestemmingen",
    strands: [{ fate: { by: "consents" } }],
    since: "ask",
  },
  {
    table: "consent_statements",
    label: "Toestemmingsverklaringen",
    strands: [{ fate: { moves: PROOF } }],
    since: { columns: "t.decision_id", of: pointing("consent_decisions", "decision_id") },
  },
  {
    table: "dossier_roles",
    label: "Dossier rechten",
    strands: [{ fate: { by: "roles" } }],
    since: "survivor",
  },
  {
    table: "portal_relations",
    label: "Betrokkenen en Caren-koppelingen",
    strands: [{ fate: { by: "relations" } }],
    since: ofGround,
  },
  {
    table: "activities",
    label: "Gevraagde vragenlijsten",
    strands: [{ fate: { moves: "Wat iemand in het portaal gevraagd is, gaat mee." } }],
    since: { columns: "t.relation_id", of: pointing("portal_relations", "relation_id") },
  },
  {
    table: "document_releases",
    label: "Gedeelde documenten",
    strands: [
      { fate: { moves: PROOF }, where: (pair) => sql`t.document_id IN ${statements(pair)}` },
      { fate: { subject: "care-plans" }, where: (pair) => sql`t.document_id NOT IN ${statements(pair)}` },
    ],
    since: { columns: "t.document_id", of: pointing("documents", "document_id") },
  },
  {
    table: "caren_invitations",
    label: "Uitnodigingen voor Caren",
    strands: [
      {
        fate: {
          moves:
            "Verstuurde uitnodigingen gaan mee; is er bij beide een open, dan blijft die van het dossier dat blijft.",
        },
        unless: (to) => sql`(t.ended_at IS NULL AND EXISTS (SELECT 1 FROM caren_invitations o
          WHERE o.client_id = ${to} AND o.ended_at IS NULL))`,
      },
    ],
    since: "survivor",
  },
  {
    table: "caren_commands",
    label: "Opdrachten aan Caren",
    strands: [{ fate: { moves: "Wat Caren nog gezegd moet worden, gaat mee." } }],
    since: "survivor",
  },
  {
    table: "location_message_recipients",
    label: "Ontvangen locatieberichten",
    key: "t.message_id || ' ' || t.account_id",
    strands: [
      {
        fate: { moves: "Berichten in Caren gaan mee; wie een bericht bij beide kreeg, houdt het één keer." },
        unless: (to) => sameOn("location_message_recipients", to, "message_id", "account_id"),
      },
    ],
    since: "survivor",
  },
  {
    table: "emergency_accesses",
    label: "Noodprocedures",
    strands: [{ fate: { moves: "Wie het dossier in nood opende, blijft te beoordelen." } }],
    since: "survivor",
  },
  {
    table: "exports",
    label: "Exports",
    strands: [{ fate: { moves: "Gemaakte exports en hun spoor gaan mee." } }],
    since: "survivor",
  },
  {
    table: "audit_entries",
    label: "Logregels",
    key: "t.sequence",
    strands: [{ fate: { stays: "Het logboek van beide blijft zoals het is." } }],
    since: "survivor",
  },
];

/** What a merge does with every table that has rows of a client, in the order in which it does so. */
export const claims: readonly Claim[] = [...ofParts, ...ofKinds, ...AROUND];
