import { calledAlike } from "./called";
import type { Prepared } from "./person";
import { jaroWinkler, oneSlip } from "./similarity";

/** What is compared; each gives one answer. */
export type Field = "bsn" | "surname" | "given" | "birthDate" | "gender" | "address" | "phone" | "email";

/** How far two people agree on something; `unknown` when one of them lacks it, which says nothing. */
export type Agreement = "same" | "close" | "partly" | "different" | "unknown";

export type Comparison = Readonly<Record<Field, Agreement>>;

function bsn(a: Prepared, b: Prepared): Agreement {
  if (a.bsn === "" || b.bsn === "") return "unknown";
  if (a.bsn === b.bsn) return "same";
  return oneSlip(a.bsn, b.bsn) ? "close" : "different";
}

/** Own and partner's name count in any order; one of the two in common is what a marriage or divorce leaves. */
function surname(a: Prepared, b: Prepared): Agreement {
  if (a.surnames.length === 0 || b.surnames.length === 0) return "unknown";
  const shared = a.surnames.filter((name) => b.surnames.includes(name)).length;
  if (shared === Math.max(a.surnames.length, b.surnames.length)) return "same";
  if (shared > 0) return a.surnames[0] === b.surnames[0] ? "same" : "close";
  const alike = Math.max(...a.surnames.flatMap((one) => b.surnames.map((two) => jaroWinkler(one, two))));
  if (alike >= 0.92) return "close";
  return alike >= 0.84 ? "partly" : "different";
}

function names(a: Prepared, b: Prepared): Agreement {
  if (a.given.some((name) => b.given.includes(name))) return "same";
  // Theodora and Theodorus are alike, and two.
  if (gender(a, b) === "different") return "different";
  const pairs = a.given.flatMap((one) => b.given.map((two) => [one, two] as const));
  const close = ([one, two]: readonly [string, string]) =>
    calledAlike(one, two) ||
    jaroWinkler(one, two) >= 0.92 ||
    (Math.min(one.length, two.length) > 3 && oneSlip(one, two));
  if (pairs.some(close)) return "close";
  return pairs.some(([one, two]) => jaroWinkler(one, two) >= 0.88) ? "partly" : "different";
}

function initials(a: Prepared, b: Prepared): Agreement {
  if (a.initials === "" || b.initials === "") return "unknown";
  if (gender(a, b) === "different") return "different";
  const [short, long] = a.initials.length <= b.initials.length ? [a, b] : [b, a];
  if (a.initials === b.initials) return a.initials.length > 1 ? "close" : "partly";
  if (long.initials.startsWith(short.initials)) return "partly";
  return "different";
}

/** Names where both have them; else initials, which can agree by chance and are worth less. */
function given(a: Prepared, b: Prepared): Agreement {
  const byInitials = initials(a, b);
  if (a.given.length === 0 || b.given.length === 0) return byInitials;
  const byName = names(a, b);
  if (byName !== "different") return byName;
  // Two calls by which one person may go: the same initials, at least two.
  return byInitials === "close" && a.initials.length > 1 ? "partly" : "different";
}

function birthDate(a: Prepared, b: Prepared): Agreement {
  const [one, two] = [a.birthDate, b.birthDate];
  if (one === "" || two === "") return "unknown";
  if (one === two) return one.length === 10 ? "same" : "partly";
  if (one.length < 10 || two.length < 10)
    return one.startsWith(two) || two.startsWith(one) ? "partly" : "different";
  const [yearA, monthA, dayA] = one.split("-");
  const [yearB, monthB, dayB] = two.split("-");
  if (yearA === yearB && monthA === dayB && dayA === monthB) return "close";
  const parts = [yearA === yearB, monthA === monthB, dayA === dayB].filter(Boolean).length;
  if (parts === 2 && oneSlip(one, two)) return "close";
  return parts === 2 ? "partly" : "different";
}

function gender(a: Prepared, b: Prepared): Agreement {
  if (a.gender === "" || b.gender === "") return "unknown";
  return a.gender === b.gender ? "same" : "different";
}

function address(a: Prepared, b: Prepared): Agreement {
  if (a.address !== "" && b.address !== "") {
    if (a.address === b.address) return "same";
    if (oneSlip(a.address, b.address)) return "close";
    return a.postcode === b.postcode ? "partly" : "different";
  }
  if (a.street !== "" && b.street !== "") {
    if (a.street === b.street) return "same";
    return jaroWinkler(a.street, b.street) >= 0.93 ? "close" : "different";
  }
  if (a.postcode !== "" && b.postcode !== "") return a.postcode === b.postcode ? "partly" : "different";
  return "unknown";
}

function phone(a: Prepared, b: Prepared): Agreement {
  if (a.phones.length === 0 || b.phones.length === 0) return "unknown";
  if (a.phones.some((number) => b.phones.includes(number))) return "same";
  return a.phones.some((one) => b.phones.some((two) => oneSlip(one, two))) ? "close" : "different";
}

function email(a: Prepared, b: Prepared): Agreement {
  if (a.email === "" || b.email === "") return "unknown";
  if (a.email === b.email) return "same";
  return oneSlip(a.email, b.email) ? "close" : "different";
}

const COMPARE: Readonly<Record<Field, (a: Prepared, b: Prepared) => Agreement>> = {
  bsn,
  surname,
  given,
  birthDate,
  gender,
  address,
  phone,
  email,
};

export const FIELDS = Object.keys(COMPARE) as Field[];

/** First and last name written in each other's place: often so with names the desk does not know. */
function changedPlaces(a: Prepared, b: Prepared): boolean {
  const inPlaceOf = (one: Prepared, two: Prepared) => one.given.some((name) => two.surnames.includes(name));
  return inPlaceOf(a, b) && inPlaceOf(b, a);
}

/** Compares two people, field by field; which of them is called first makes no difference. */
export function compare(a: Prepared, b: Prepared): Comparison {
  const each = Object.fromEntries(FIELDS.map((field) => [field, COMPARE[field](a, b)])) as Record<
    Field,
    Agreement
  >;
  if (each.surname === "different" && changedPlaces(a, b))
    return { ...each, surname: "close", given: "close" };
  return each;
}
