import { careRules } from "@/db/schema/care-rules";
import { CARE_AND_OFFICE, defineKind, periodFields } from "./kind";

const LAWS = { Wlz: "Wlz", Zvw: "Zvw", Wmo: "Wmo", Jeugdwet: "Jeugdwet" } as const;

/** What care is financed, by which law. Whether there ever was one decides what may be merged. */
export const careRulesKind = defineKind({
  slug: "care-rules",
  label: "Zorgregels",
  singular: "zorgregel",
  empty: "Welke zorg wordt vergoed, en volgens welke wet, komt hier te staan.",
  page: "care",
  table: careRules,
  fields: [
    { key: "law", label: "Wet", kind: "code", codes: LAWS, required: true },
    { key: "product", label: "Zorgproduct", kind: "text", required: true },
    ...periodFields(true),
  ],
  from: "fromDate",
  until: "untilDate",
  line: (row) => ({ label: "Zorgregel", title: `${row.law}: ${row.product}`, notes: [] }),
  see: CARE_AND_OFFICE,
  write: "client.manage",
  endsWithCare: true,
  sheet: "Cliënt",
  merge: "move",
});
