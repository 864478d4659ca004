import type { InferSelectModel } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { consentDecisions, consentStatements, partyVersions } from "@/db/schema/consent";
import { documents } from "@/db/schema/dossier/documents";
import type { SmallSheet } from "./client-sheets";
import type { DossierReader } from "./dossier-reader";
import type { SheetPlan } from "./skeleton";

const ANSWERS = { yes: "Ja", no: "Nee", withdrawn: "Ingetrokken" } as const;

const PLAN: SheetPlan = {
  name: "Toestemmingen",
  columns: [
    { label: "Partij", kind: "text", width: 40 },
    { label: "Toestemming", kind: "text", width: 16 },
    { label: "Van", kind: "date", width: 14 },
    { label: "Tot en met", kind: "date", width: 14 },
    { label: "Besloten op", kind: "date", width: 14 },
    { label: "Besloten door", kind: "text", width: 36 },
    { label: "Waarvoor", kind: "text", width: 48, wrap: true },
    { label: "Verklaring", kind: "text", width: 36 },
    { label: "Toelichting", kind: "text", width: 40, wrap: true },
    { label: "Vastgelegd door", kind: "text", width: 30 },
    { label: "Vastgelegd op", kind: "datetime", width: 18 },
  ],
};

/** Sheet Toestemmingen: every decision about sharing, the oldest first, in the words it was given for. */
export function consentSheet(reader: DossierReader): SmallSheet {
  const versions = reader.rows<{ party_id: string; version: number; name: string; purpose: string }>(
    sql`SELECT party_id, version, name, purpose FROM ${partyVersions}`,
  );
  const statements = reader.rows<{ decision_id: string; title: string }>(sql`
    SELECT ${consentStatements.decisionId} AS decision_id, coalesce(${documents.fileName}, ${documents.title}) AS title
    FROM ${consentStatements} JOIN ${documents} ON ${documents.id} = ${consentStatements.documentId}
    WHERE ${consentStatements.clientId} = ${reader.clientId} ORDER BY ${consentStatements.addedAt}`);
  const decisions = reader.all<InferSelectModel<typeof consentDecisions>>(
    consentDecisions,
    consentDecisions.recordedAt,
  );
  return {
    plan: PLAN,
    rows: decisions.map((row) => {
      const about = versions.find(
        ({ party_id, version }) => party_id === row.partyId && version === row.partyVersion,
      );
      const proofs = statements.filter(({ decision_id }) => decision_id === row.id).map(({ title }) => title);
      return [
        about?.name ?? null,
        ANSWERS[row.answer],
        row.fromDate,
        row.untilDate,
        row.decidedOn,
        row.deciders.map(({ name, capacity }) => `${name} (${capacity})`).join(", "),
        about?.purpose ?? null,
        proofs.join(", ") || null,
        row.note,
        row.recordedBy,
        row.recordedAt,
      ];
    }),
  };
}
