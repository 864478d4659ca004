import { eq } from "drizzle-orm";
import { clientPasses } from "@/db/schema/client-records";
import { overlap, periodOf } from "../periods";
import { CARE_AND_OFFICE, defineKind, periodFields } from "./kind";

/** Pass links. Whether there ever was one decides what may be merged. */
export const passesKind = defineKind({
  slug: "passes",
  label: "Paskoppelingen",
  singular: "paskoppeling",
  empty: "Aan welke pas de cliënt is gekoppeld, komt hier te staan.",
  page: "care",
  table: clientPasses,
  fields: [{ key: "number", label: "Pasnummer", kind: "text", required: true }, ...periodFields(true)],
  from: "fromDate",
  until: "untilDate",
  line: (row) => ({ label: "Paskoppeling", title: row.number, notes: [] }),
  see: CARE_AND_OFFICE,
  write: "client.manage",
  endsWithCare: true,
  check: async (ctx, { before, values }) => {
    const same = await ctx.db
      .select()
      .from(clientPasses)
      .where(eq(clientPasses.number, String(values.number)));
    const taken = same.some((row) => row.id !== before?.id && overlap(periodOf(row), periodOf(values)));
    return taken ? [{ path: "number", problem: "pass-taken" }] : [];
  },
  sheet: "Cliënt",
  merge: "move",
});
