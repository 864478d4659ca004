import { clientAddresses } from "@/db/schema/clients";
import { defineKind, periodFields, WHOEVER_SEES_CLIENTS } from "./kind";

const KINDS = { home: "Woonadres", post: "Postadres", temporary: "Tijdelijk adres" } as const;

const joined = (...words: (string | null)[]): string => words.filter(Boolean).join(" ");

/** Where post and visitors go. */
export const addressesKind = defineKind({
  slug: "addresses",
  label: "Adressen",
  singular: "adres",
  empty: "Hier komt het woonadres te staan, en waar de post naartoe gaat.",
  page: "general",
  table: clientAddresses,
  fields: [
    { key: "kind", label: "Soort adres", kind: "code", codes: KINDS, required: true },
    { key: "street", label: "Straat", kind: "text", required: true },
    { key: "houseNumber", label: "Huisnummer", kind: "text", required: true },
    { key: "postcode", label: "Postcode", kind: "postcode" },
    { key: "city", label: "Plaats", kind: "text", required: true },
    { key: "country", label: "Land", kind: "text" },
    ...periodFields(),
  ],
  from: "fromDate",
  until: "untilDate",
  line: (row) => ({
    label: KINDS[row.kind],
    title: joined(row.street, row.houseNumber) || joined(row.postcode, row.city),
    notes: [joined(row.street, row.houseNumber) ? joined(row.postcode, row.city) : "", row.country ?? ""],
  }),
  see: WHOEVER_SEES_CLIENTS,
  write: "client.manage",
  tagged: true,
  sheet: "Cliënt",
  merge: "choose",
});
