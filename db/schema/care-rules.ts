import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { clients } from "./clients";

/** Care rules (zorgregels): what care is financed, from when to when. */
export const careRules = sqliteTable(
  "care_rules",
  {
    id: text().primaryKey(),
    clientId: text("client_id")
      .notNull()
      .references(() => clients.id),
    /** Wlz, Zvw, Wmo, Jeugdwet */
    law: text().notNull(),
    product: text().notNull(),
    fromDate: text("from_date").notNull(),
    untilDate: text("until_date"),
  },
  (t) => [index("care_rules_client").on(t.clientId)],
);
