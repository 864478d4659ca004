import { addressesKind } from "./addresses";
import { appointmentsKind } from "./appointments";
import { careRulesKind } from "./care-rules";
import { contactsKind } from "./contacts";
import { directivesKind } from "./directives";
import { familyKind } from "./family";
import type { AnyRecord, Line, Names, RecordKind } from "./kind";
import { notesKind } from "./notes";
import { passesKind } from "./passes";
import { profileKind } from "./profile";
import { servicesKind } from "./services";
import { staysKind } from "./stays";

/** A kind with the row types of all kinds taken together, as lists and exports see it. */
export type AnyKind = Omit<
  RecordKind,
  "line" | "rank" | "sheetText" | "fields" | "from" | "until" | "end"
> & {
  fields: readonly RecordKind["fields"][number][];
  from: string;
  until: string;
  end?: { verb: string; field: string };
  line(row: AnyRecord, names: Names): Line;
  rank?(row: AnyRecord): number;
  sheetText?(row: AnyRecord): string;
};

/** Every kind of record about a client, in the order of their cards. */
export const kinds = [
  addressesKind,
  staysKind,
  contactsKind,
  familyKind,
  directivesKind,
  profileKind,
  notesKind,
  careRulesKind,
  servicesKind,
  passesKind,
  appointmentsKind,
] as unknown as readonly AnyKind[];

/** The kind with this slug, if there is one. */
export function kindOf(slug: string): AnyKind | undefined {
  return kinds.find((kind) => kind.slug === slug);
}
