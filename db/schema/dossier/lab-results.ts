import { index, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

/** Laboratory results and the reports they came in (zib LaboratoryTestResult 4.6, TextResult 4.4). */
export const labResults = sqliteTable(
  "lab_results",
  {
    ...entryColumns(),
    kind: text().$type<"test" | "panel" | "report">().notNull(),
    test: text().notNull(),
    code: text(),
    codeSystem: text("code_system"),
    /** As a person reads it: `138 mmol/l`, `< 5 mg/l`, `negatief` */
    result: text(),
    value: real(),
    /** `<`, `<=`, `>` or `>=` where the value is a bound */
    comparator: text().$type<"<" | "<=" | ">" | ">=">(),
    unit: text(),
    referenceLow: real("reference_low"),
    referenceHigh: real("reference_high"),
    /** As a person reads it: `136 – 146`, `< 5` */
    reference: text(),
    flag: text().$type<"low" | "high" | "critical-low" | "critical-high" | "abnormal" | "normal">(),
    /** The panel or report it belongs to, by name */
    panel: text(),
    specimen: text(),
    requestedBy: text("requested_by"),
    performer: text(),
    status: text()
      .$type<"final" | "preliminary" | "amended" | "cancelled" | "entered-in-error" | "unknown">()
      .notNull(),
    conclusion: text(),
    note: text(),
  },
  (t) => [index("lab_results_client").on(t.clientId, t.moment, t.id)],
);
