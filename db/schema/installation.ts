import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Facts about this installation, for example that it is a demo (`demo` = `1`). */
export const installation = sqliteTable("installation", {
  name: text().primaryKey(),
  value: text().notNull(),
});
