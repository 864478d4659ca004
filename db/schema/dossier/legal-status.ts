import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

/** Legal status and representation, after nl-core-LegalSituation (zib JuridischeSituatie 2.0). */
export const legalStatus = sqliteTable(
  "legal_status",
  {
    ...entryColumns(),
    kind: text().notNull(),
    /** The law it rests on */
    law: text().notNull(),
    status: text().$type<"active" | "ended">().notNull(),
    startedOn: text("started_on"),
    endedOn: text("ended_on"),
    /** Court, mayor, CIZ */
    authority: text(),
    caseNumber: text("case_number"),
    /** Who represents the client, for curator, mentor, administrator, guardian */
    representative: text(),
    /** The document it is laid down in */
    document: text(),
    note: text(),
  },
  (t) => [index("legal_status_client").on(t.clientId, t.moment, t.id)],
);
