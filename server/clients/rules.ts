import type { InferSelectModel } from "drizzle-orm";
import type { clients } from "@/db/schema/clients";

type ClientRow = InferSelectModel<typeof clients>;
/** What the names of a client are put together from. */
export type NameFields = Pick<
  ClientRow,
  "initials" | "callName" | "prefix" | "lastName" | "partnerPrefix" | "partnerLastName" | "nameUse" | "gender"
>;

const joined = (...words: (string | null | undefined)[]): string => words.filter(Boolean).join(" ");

/** The last name in use, by the Dutch rules of name use (zib NameInformation): "Verhoeven-de Wit". */
export function lastNameOf(name: NameFields): string {
  const own = joined(name.prefix, name.lastName);
  const partner = joined(name.partnerPrefix, name.partnerLastName);
  if (partner === "" || name.nameUse === "own") return own;
  if (name.nameUse === "partner") return partner;
  return name.nameUse === "partner-own" ? `${partner}-${own}` : `${own}-${partner}`;
}

/** "J.M. Verhoeven-de Wit" */
export function fullName(name: NameFields): string {
  return joined(name.initials ?? name.callName, lastNameOf(name));
}

/** "Van der Meulen, A.C.": a prefix that opens the name has a capital. */
export function listName(name: NameFields): string {
  const last = lastNameOf(name);
  const first = name.initials ?? name.callName;
  return [last.charAt(0).toUpperCase() + last.slice(1), first].filter(Boolean).join(", ");
}

const SALUTATIONS = { female: "Mevr.", male: "Dhr.", other: null, unknown: null } as const;

/** "Mevr. J.M. Verhoeven-de Wit", as on the client header. */
export function titledName(name: NameFields): string {
  return joined(SALUTATIONS[name.gender], fullName(name));
}

/** Two letters for the tile: call name, and the last name in use without its prefix ("de Wit" → W). */
export function tileInitials(name: NameFields): string {
  const inUse = lastNameOf(name);
  const last = /\p{Lu}/u.exec(inUse)?.[0] ?? inUse.charAt(0);
  return `${(name.callName ?? name.initials ?? "").charAt(0)}${last}`.toUpperCase();
}

/**
 * Age in whole years on a calendar day; `undefined` when the birth date is not known to the day.
 * @param birthDate `YYYY-MM-DD` @param day `YYYY-MM-DD`
 */
export function ageOn(birthDate: string | null, day: string): number | undefined {
  if (!birthDate || birthDate.length < 10) return undefined;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** What someone typed into the one search field, understood. */
export type SearchTerm =
  | { kind: "all" }
  | { kind: "bsn"; bsn: string }
  | { kind: "number"; number: number }
  | { kind: "birthDate"; day: string }
  | { kind: "name"; words: string[] };

/**
 * Understands a search: a valid BSN, a client number, a date (14-3-1941, 14031941, 1941-03-14), else words of
 * a name. Names are matched from the start of each word, without accents or case. Signs alone ("%") are a name
 * without words, which nobody has.
 */
export function parseSearch(text: string, parseBsn: (text: string) => string | undefined): SearchTerm {
  const typed = text.trim();
  if (typed === "") return { kind: "all" };
  // Eight digits may be either; a day that exists is far likelier than a number without its leading zero.
  const eight = /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])((?:19|20)\d{2})$/.exec(typed);
  if (eight) return { kind: "birthDate", day: `${eight[3]}-${eight[2]}-${eight[1]}` };
  const bsn = parseBsn(typed);
  if (bsn) return { kind: "bsn", bsn };
  if (/^\d{1,7}$/.test(typed)) return { kind: "number", number: Number(typed) };
  const date = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed);
  if (date)
    return { kind: "birthDate", day: `${date[3]}-${date[2]?.padStart(2, "0")}-${date[1]?.padStart(2, "0")}` };
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return { kind: "birthDate", day: typed };
  return { kind: "name", words: typed.split(/[^\p{L}\p{N}]+/u).filter(Boolean) };
}
