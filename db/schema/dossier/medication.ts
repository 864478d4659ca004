import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

/** Medication: what was agreed, is used, was supplied and was given (zib MedicationAgreement 1.2 and neighbours). */
export const medication = sqliteTable(
  "medication",
  {
    ...entryColumns(),
    kind: text().$type<"agreement" | "use" | "dispense" | "administration">().notNull(),
    product: text().notNull(),
    productCode: text("product_code"),
    /** Code system of the product: G-Standaard (urn:oid:…), ATC, RxNorm … */
    productSystem: text("product_system"),
    /** How to take it, in words */
    dose: text(),
    /** For a dispense or administration: how much, in words */
    quantity: text(),
    asNeeded: integer("as_needed", { mode: "boolean" }),
    route: text(),
    reason: text(),
    prescriber: text(),
    startedOn: text("started_on"),
    endedOn: text("ended_on"),
    status: text()
      .$type<
        | "planned"
        | "active"
        | "on-hold"
        | "completed"
        | "stopped"
        | "not-done"
        | "cancelled"
        | "entered-in-error"
        | "unknown"
      >()
      .notNull(),
    stopReason: text("stop_reason"),
    note: text(),
  },
  (t) => [index("medication_client").on(t.clientId, t.moment, t.id)],
);
