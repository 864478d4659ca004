import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { clients } from "./clients";

/**
 * Every imported FHIR resource as it came, word for word. `carrier`: a dossier entry, contact or directive was made
 * of it; `absorbed`: part of another's entry; `client`: the person; `kept`: of no part, shown under Overige gegevens.
 * The same source, type and id is the same resource: a second import updates it.
 */
export const importedResources = sqliteTable(
  "imported_resources",
  {
    id: text().primaryKey(),
    /** Null: belongs to no client (an organisation, say) */
    clientId: text("client_id").references(() => clients.id),
    source: text().notNull(),
    resourceType: text("resource_type").notNull(),
    resourceId: text("resource_id").notNull(),
    fullUrl: text("full_url"),
    json: text().notNull(),
    role: text().$type<"client" | "carrier" | "absorbed" | "kept">().notNull(),
    /** The part's slug, or `contacts`, `directives` */
    part: text(),
    entryId: text("entry_id"),
    importedAt: integer("imported_at").notNull(),
  },
  (t) => [
    uniqueIndex("imported_resources_identity").on(t.source, t.resourceType, t.resourceId),
    index("imported_resources_client").on(t.clientId, t.role, t.id),
    index("imported_resources_entry").on(t.entryId),
  ],
);
