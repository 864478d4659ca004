import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { clients } from "./clients";

/**
 * Every imported FHIR resource as it came, word for word. `carrier`: a dossier entry, contact or directive was made
 * of it; `absorbed`: part of another's entry; `client`: the person; `kept`: of no part, shown under Overige gegevens.
 * The same source, type and id with the same client is the same resource: a second import updates it. What several
 * clients share (an organisation, a practitioner) each of them has, so that a dossier is whole by itself.
 */
export const importedResources = sqliteTable(
  "imported_resources",
  {
    id: text().primaryKey(),
    /** Null: belongs to no client (an organisation, say) */
    clientId: text("client_id").references(() => clients.id),
    /** Base address of the server it came from (of its fullUrl); empty when the file does not say */
    source: text().notNull(),
    resourceType: text("resource_type").notNull(),
    resourceId: text("resource_id").notNull(),
    fullUrl: text("full_url"),
    json: text().notNull(),
    role: text().$type<"client" | "carrier" | "absorbed" | "kept">().notNull(),
    /** The part's slug, or `contacts`, `directives` */
    part: text(),
    entryId: text("entry_id"),
    /** When it first came (epoch ms); what says no date of its own is dated by this, so it never changes */
    importedAt: integer("imported_at").notNull(),
  },
  (t) => [
    uniqueIndex("imported_resources_identity").on(t.resourceType, t.resourceId, t.source, t.clientId),
    // SQLite holds two NULLs for different, so what has no client needs an index of its own.
    uniqueIndex("imported_resources_no_client")
      .on(t.resourceType, t.resourceId, t.source)
      .where(sql`${t.clientId} is null`),
    index("imported_resources_full_url").on(t.fullUrl),
    index("imported_resources_client").on(t.clientId, t.role, t.id),
    index("imported_resources_entry").on(t.entryId),
  ],
);
