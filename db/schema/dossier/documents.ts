import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

/** Documents of the dossier; the bytes are an encrypted file of the client. */
export const documents = sqliteTable(
  "documents",
  {
    ...entryColumns(),
    title: text().notNull(),
    /** Code of the filing label, e.g. `consent-statement` */
    label: text().notNull(),
    fileName: text("file_name"),
    mime: text(),
    bytes: integer(),
    /** Hex */
    sha256: text(),
    /** Null when the source named a document without giving it */
    fileId: text("file_id"),
    /** Where the source says the document is, when its bytes did not come along */
    location: text(),
    author: text(),
    writtenOn: text("written_on"),
    status: text().$type<"current" | "superseded" | "entered-in-error">().notNull(),
    note: text(),
  },
  (t) => [index("documents_client").on(t.clientId, t.moment, t.id)],
);
