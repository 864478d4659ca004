import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { clients } from "./clients";

/** An encrypted file of a client on disk. Its name and meaning are in the entry that points at it. */
export const files = sqliteTable(
  "files",
  {
    id: text().primaryKey(),
    clientId: text("client_id")
      .notNull()
      .references(() => clients.id),
    mime: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    /** The file's own random key, wrapped by a key outside the database */
    wrappedKey: text("wrapped_key").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("files_client").on(t.clientId)],
);
