import type { MatchPerson } from "@/server/clients/match/person";

/** What a column of somebody else's list can be, and what it is called there (lower case, letters and digits only). */
const NAMES = {
  bsn: ["bsn", "burgerservicenummer", "sofinummer", "ssn", "socsecid", "nationalid", "nhsnumber", "nin"],
  firstNames: [
    "firstnames",
    "voornamen",
    "voornaam",
    "givennames",
    "givenname",
    "firstname",
    "forename",
    "fname",
    "first",
  ],
  middle: ["middlename", "middlenames", "tweedenaam", "mname"],
  initials: ["initials", "voorletters", "initialen"],
  callName: ["callname", "roepnaam", "nickname", "knownas"],
  prefix: ["prefix", "tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "surnameprefix"],
  lastName: [
    "lastname",
    "achternaam",
    "familienaam",
    "geslachtsnaam",
    "surname",
    "familyname",
    "lname",
    "last",
    "naam2",
  ],
  partnerPrefix: ["partnerprefix", "voorvoegselpartner", "tussenvoegselpartner"],
  partnerLastName: [
    "partnerlastname",
    "partnernaam",
    "achternaampartner",
    "geslachtsnaampartner",
    "partnersurname",
    "maidenname",
    "meisjesnaam",
  ],
  fullName: ["name", "naam", "fullname", "volledigenaam"],
  birthDate: ["birthdate", "geboortedatum", "dateofbirth", "dob", "bdate"],
  birthYear: ["birthyear", "yearofbirth", "geboortejaar", "by"],
  birthMonth: ["birthmonth", "monthofbirth", "geboortemaand", "bm"],
  birthDay: ["birthday", "dayofbirth", "geboortedag", "bd"],
  gender: ["gender", "sex", "geslacht"],
  postcode: ["postcode", "zip", "zipcode", "postalcode", "plz"],
  houseNumber: ["housenumber", "huisnummer", "streetnumber", "number", "huisnr"],
  street: ["street", "straat", "straatnaam", "address1", "address", "adres", "streetname", "streetaddress"],
  city: ["city", "plaats", "woonplaats", "suburb", "town", "locality"],
  phone: ["phone", "telefoon", "telefoonnummer", "phonenumber", "tel", "telephone", "landline"],
  mobile: ["mobile", "mobiel", "mobielnummer", "mobilephone", "gsm", "cell"],
  email: ["email", "emailadres", "mail", "emailaddress"],
} as const;

type Meaning = keyof typeof NAMES;

/** What each column means, by its place; columns nobody knows are left alone. */
export function meaningsOf(header: readonly string[]): (Meaning | undefined)[] {
  const meanings = Object.entries(NAMES) as [Meaning, readonly string[]][];
  return header.map((title) => {
    const bare = title
      .normalize("NFD")
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "");
    return meanings.find(([, names]) => names.includes(bare))?.[0];
  });
}

const two = (text: string) => text.padStart(2, "0");

/** A date as lists write it: 1950-03-01, 19500301, 01-03-1950, 1/3/1950; of others what looks like a year. */
export function readDate(text: string): string | null {
  const trimmed = text
    .trim()
    .replace(/[T ].*$/, "")
    .replace(/\.0$/, "");
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(trimmed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
  if (iso) return `${iso[1]}-${two(iso[2] ?? "")}-${two(iso[3] ?? "")}`;
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(trimmed);
  if (dutch) return `${dutch[3]}-${two(dutch[2] ?? "")}-${two(dutch[1] ?? "")}`;
  return /^\d{4}$/.test(trimmed) ? trimmed : null;
}

/** A name written in one cell: "Jan de Vries" or "Vries, Jan de". */
function splitName(name: string): Pick<MatchPerson, "firstNames" | "lastName"> {
  const [last = "", first] = name.split(",").map((part) => part.trim());
  if (first !== undefined) return { lastName: last, firstNames: first };
  const words = name.trim().split(/\s+/);
  return { firstNames: words[0] ?? "", lastName: words.slice(1).join(" ") };
}

/** A row of the list as a person. */
export function personOf(meanings: readonly (Meaning | undefined)[], row: readonly string[]): MatchPerson {
  const cell = (meaning: Meaning) => row[meanings.indexOf(meaning)]?.trim() || null;
  const full = cell("fullName");
  const parts = [cell("birthYear"), cell("birthMonth"), cell("birthDay")].filter((part) => part !== null);
  const date = cell("birthDate");
  return {
    bsn: cell("bsn"),
    firstNames: [cell("firstNames"), cell("middle")].filter(Boolean).join(" ") || null,
    initials: cell("initials"),
    callName: cell("callName"),
    prefix: cell("prefix"),
    lastName: cell("lastName"),
    partnerPrefix: cell("partnerPrefix"),
    partnerLastName: cell("partnerLastName"),
    birthDate:
      date === null ? parts.map((part) => two(String(Number(part)))).join("-") || null : readDate(date),
    gender: cell("gender"),
    postcode: cell("postcode"),
    houseNumber: cell("houseNumber"),
    street: cell("street"),
    city: cell("city"),
    phones: [cell("phone"), cell("mobile")],
    email: cell("email"),
    ...(full !== null && cell("lastName") === null && splitName(full)),
  };
}
