/** What is known of a person to compare them by; everything may be missing. */
export interface MatchPerson {
  /** Anything that is the same for the same BSN: the number itself, or its keyed hash */
  bsn?: string | null;
  firstNames?: string | null;
  initials?: string | null;
  callName?: string | null;
  prefix?: string | null;
  lastName?: string | null;
  partnerPrefix?: string | null;
  partnerLastName?: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` */
  birthDate?: string | null;
  gender?: string | null;
  postcode?: string | null;
  houseNumber?: string | null;
  street?: string | null;
  city?: string | null;
  phones?: readonly (string | null | undefined)[];
  email?: string | null;
}

/** A person as the comparison reads them: without accents, case, prefixes and signs. Made once, compared often. */
export interface Prepared {
  bsn: string;
  /** Last names, own and partner's in whatever order they were written down; each in one word */
  surnames: readonly string[];
  /** Call name and the first of the first names, in one word each: brothers and sisters often share the others */
  given: readonly string[];
  /** "jm": of the initials, else of the first names */
  initials: string;
  birthDate: string;
  gender: string;
  /** "1234ab 12": postcode with house number, when both are known */
  address: string;
  postcode: string;
  /** Street with number and place, for addresses without a postcode */
  street: string;
  /** Last nine digits each: what stays the same with or without a country or a leading zero */
  phones: readonly string[];
  email: string;
}

const PREFIXES =
  /^(?:van der|van den|van de|van 't|van het|van|von|de la|de|den|der|ten|ter|te|het|'t|op den|op de|op 't|op|in den|in de|in 't|in|la|le|du|da|dos|el|al|zu|zur|aan den|aan de|bij de|uit de|uit den|uit het)\s+/;

/** Letters without accents and case; the Dutch ij and y are one, and so are their spellings in registers. */
function plain(text: string | null | undefined): string {
  return (text ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[’`´]/g, "'")
    .replace(/ij/g, "y")
    .trim();
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** "Jansen-de Vries" → jansen, vries; "Vries, de" and "vandenBerg" lose their prefix too. */
function surnamesOf(...names: (string | null | undefined)[]): string[] {
  const each = names.flatMap((name) => plain(name).split(/\s*[-–/]\s*|\s+e\/v\s+/));
  const bare = each.map((name) => {
    let rest = name.replace(/,.*$/, "").trim();
    while (PREFIXES.test(rest)) rest = rest.replace(PREFIXES, "");
    return letters(rest).replace(/^(?:vander|vanden|vande)(?=\p{L}{3})/u, "");
  });
  return [...new Set(bare.filter(Boolean))];
}

const wordsOf = (text: string | null | undefined): string[] =>
  plain(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);

function initialsOf({ initials, firstNames, callName }: MatchPerson): string {
  const given = plain(initials);
  // Written with points, "Th.J." is two; without, each letter is one.
  if (given.includes("."))
    return given
      .split(".")
      .map((part) => letters(part).charAt(0))
      .join("");
  if (given !== "") return letters(given).slice(0, 6);
  const names = wordsOf(firstNames);
  return (names.length > 0 ? names : wordsOf(callName)).map((name) => name.charAt(0)).join("");
}

function genderOf(gender: string | null | undefined): string {
  const first = plain(gender).charAt(0);
  if (first === "v" || first === "f" || plain(gender) === "woman") return "female";
  return first === "m" ? "male" : "";
}

/** Brings a person to the form in which people are compared. */
export function prepare(person: MatchPerson): Prepared {
  const postcode = letters(plain(person.postcode));
  const number = plain(person.houseNumber).replace(/\s+/g, "");
  const firstNames = wordsOf(person.firstNames);
  const street = letters(plain(person.street).replace(/\bstr\b\.?/, "straat"));
  return {
    bsn: person.bsn?.trim() ?? "",
    surnames: surnamesOf(person.lastName, person.partnerLastName),
    given: [...new Set([...wordsOf(person.callName).slice(0, 1), ...firstNames.slice(0, 1)])],
    initials: initialsOf(person),
    birthDate: person.birthDate ?? "",
    gender: genderOf(person.gender),
    address: postcode && number ? `${postcode} ${number}` : "",
    postcode,
    street: street ? `${street} ${number} ${letters(plain(person.city))}` : "",
    phones: [
      ...new Set(
        (person.phones ?? [])
          .map((phone) => (phone ?? "").replace(/\D/g, "").slice(-9))
          .filter((digits) => digits.length >= 7),
      ),
    ],
    email: plain(person.email),
  };
}
