import { type Chance, makeChance } from "@/db/seed/chance";
import { GIVEN } from "@/db/seed/names";
import type { MatchPerson } from "@/server/clients/match/person";

/** A row of the made list: a person as one register wrote them down, and who it really is. */
export interface MadeRow extends MatchPerson {
  /** The same for all rows of one person */
  person: string;
}

const STEMS =
  "Hoek Dijk Berg Veld Water Molen Zand Heide Broek Kamp Horst Wold Terp Haag Linde Eik Beuk Roos Steen Brug Kerk Slot Poort Laan Weide Akker Hof Burg Stad Wijk Rijn Maas Waal IJssel Schel Duin Zee Strand Meer Plas Sloot".split(
    " ",
  );
const ENDINGS =
  "stra ema inga sma man mans sen huis huizen kamp meijer meyer ink ing aar ers hof berg veld dam ma".split(
    " ",
  );
const PREFIXES = ["van", "van der", "van den", "de", "van de", "ter", "ten", "op den", "in 't"];
const COMMON =
  "Jansen de|Jong de|Vries van den|Berg van|Dijk Bakker Visser Smit Meijer de|Boer Mulder de|Groot".replace(
    / (den|der) /g,
    "_$1 ",
  );

interface Name {
  prefix: string | null;
  lastName: string;
}

const named = (entry: string): Name => {
  const [prefix = "", lastName] = entry.replaceAll("_", " ").split("|");
  return lastName === undefined ? { prefix: null, lastName: prefix } : { prefix, lastName };
};

const COMMON_NAMES = COMMON.replace("van den|", "van_den|").split(" ").map(named);

/** One in three has one of the ten commonest names; the others are spread over thousands. */
function lastName(chance: Chance): Name {
  if (chance.chance(0.3)) return chance.pick(COMMON_NAMES);
  const made = `${chance.pick(STEMS)}${chance.pick(ENDINGS)}`;
  return chance.chance(0.35)
    ? {
        prefix: chance.pick(PREFIXES),
        lastName: chance.pick(STEMS) + chance.pick(["", "man", "huis", "hof", "dam"]),
      }
    : { prefix: null, lastName: made };
}

const pad = (number: number, length = 2) => String(number).padStart(length, "0");

function address(chance: Chance): Pick<MatchPerson, "postcode" | "houseNumber" | "street" | "city"> {
  return {
    postcode: `${chance.int(1000, 9999)}${chance.pick(["AB", "CD", "EG", "HK", "LM", "NP", "RS", "TV"])}`,
    houseNumber: String(chance.int(1, 300)),
    street: `${chance.pick(STEMS)}${chance.pick(["straat", "laan", "weg", "plein"])}`,
    city: `${chance.pick(STEMS)}${chance.pick(["dam", "dorp", "huizen"])}`,
  };
}

const mobile = (chance: Chance) => `06${pad(chance.int(0, 100_000_000), 8)}`;

/** A number that passes the elfproef, in the fictional range. */
function bsn(chance: Chance): string {
  for (;;) {
    const digits = `9999${pad(chance.int(0, 10_000), 4)}${chance.int(0, 10)}`;
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
    if (sum % 11 === 0) return digits;
  }
}

type True = MatchPerson & {
  gender: "female" | "male";
  firstNames: string;
  callName: string;
  birthDate: string;
};

function someone(chance: Chance, family: Partial<True> = {}): True {
  const gender = family.gender ?? chance.pick(["female", "male"] as const);
  const [official, ...called] = chance.pick(GIVEN[gender][chance.chance(0.6) ? "old" : "young"]);
  const second = chance.chance(0.5) ? ` ${chance.pick(GIVEN[gender].old)[0]}` : "";
  const firstNames = `${official}${second}`;
  const born = `${chance.int(1925, 2010)}-${pad(chance.int(1, 13))}-${pad(chance.int(1, 29))}`;
  const name = lastName(chance);
  const partner = gender === "female" && chance.chance(0.45) ? lastName(chance) : undefined;
  return {
    bsn: bsn(chance),
    ...name,
    partnerPrefix: partner?.prefix ?? null,
    partnerLastName: partner?.lastName ?? null,
    ...address(chance),
    phones: [mobile(chance)],
    email: chance.chance(0.4) ? `${official.toLowerCase()}${chance.int(1, 100_000)}@post.example` : null,
    birthDate: born,
    ...family,
    firstNames,
    initials: firstNames
      .split(" ")
      .map((word) => `${word.charAt(0)}.`)
      .join(""),
    callName: called.length > 0 ? chance.pick(called) : official,
    gender,
  };
}

/** People who are hard to tell apart and are two: twins, a father and his son, a couple, and strangers with one name. */
function lookalikes(chance: Chance, one: True): True[] {
  const home = {
    prefix: one.prefix,
    lastName: one.lastName,
    postcode: one.postcode,
    houseNumber: one.houseNumber,
    street: one.street,
    city: one.city,
    phones: one.phones,
  };
  const twin = () => {
    const other = someone(chance, { ...home, birthDate: one.birthDate, email: one.email ?? null });
    // Their given names differ: parents see to that.
    return other.firstNames.split(" ")[0] === one.firstNames.split(" ")[0] ? [] : [other];
  };
  const child = () => {
    const born = `${Number(one.birthDate.slice(0, 4)) + chance.int(20, 35)}-${pad(chance.int(1, 13))}-${pad(chance.int(1, 29))}`;
    const other = someone(chance, { ...home, gender: one.gender, birthDate: born });
    return [{ ...other, firstNames: one.firstNames, callName: one.callName, initials: one.initials }];
  };
  const couple = () => [someone(chance, { ...home, gender: one.gender === "male" ? "female" : "male" })];
  const stranger = () => {
    const { prefix, gender } = one;
    const other = someone(chance, { prefix, lastName: one.lastName, gender, birthDate: one.birthDate });
    return [other];
  };
  return chance.pick([twin, twin, child, couple, stranger])();
}

const swapped = (text: string, at: number) =>
  text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);

/** One slip of the pen, not in the first letter. */
function slip(chance: Chance, text: string): string {
  if (text.length < 4) return text;
  const at = chance.int(1, text.length - 1);
  return chance.pick([
    () => swapped(text, at),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + chance.pick([..."aeiounrst"]) + text.slice(at + 1),
  ])();
}

/** The other ways in which a second desk writes the same person down. */
const OTHERWISE: readonly ((chance: Chance, of: True) => Partial<MatchPerson>)[] = [
  // Tussenvoegsel in the name, left out, or behind it.
  (_chance, of) => ({ prefix: null, lastName: [of.prefix, of.lastName].filter(Boolean).join(" ") }),
  (_chance, of) => ({ prefix: null, lastName: of.prefix ? `${of.lastName}, ${of.prefix}` : of.lastName }),
  (_chance, of) => ({ prefix: null, lastName: of.lastName }),
  // Partner's name first, alone, or not at all.
  (_chance, of) =>
    of.partnerLastName
      ? {
          prefix: null,
          lastName: `${of.partnerLastName}-${[of.prefix, of.lastName].filter(Boolean).join(" ")}`,
          partnerLastName: null,
          partnerPrefix: null,
        }
      : {},
  (_chance, of) =>
    of.partnerLastName
      ? { prefix: of.partnerPrefix, lastName: of.partnerLastName, partnerLastName: null, partnerPrefix: null }
      : {},
  () => ({ partnerLastName: null, partnerPrefix: null }),
  // Initials only, or the call name only.
  () => ({ firstNames: null, callName: null }),
  (_chance, of) => ({ firstNames: of.callName, initials: null }),
  () => ({ callName: null }),
  (chance, of) => ({ lastName: slip(chance, of.lastName ?? "") }),
  (chance, of) => ({ firstNames: slip(chance, of.firstNames), callName: null }),
  // Day and month changed places; one digit wrong.
  (_chance, of) => {
    const [year, month, day] = of.birthDate.split("-");
    return Number(day) <= 12 ? { birthDate: `${year}-${day}-${month}` } : {};
  },
  (chance, of) => ({ birthDate: of.birthDate.slice(0, 8) + pad(chance.int(1, 29)) }),
  (chance) => address(chance),
  (chance) => ({ phones: [mobile(chance)] }),
  () => ({ phones: [] }),
  () => ({ email: null }),
];

/** The same person at a second desk: most without a BSN, and one to three things written otherwise. */
function again(chance: Chance, of: True): MatchPerson {
  let second: True = { ...of, bsn: chance.chance(0.7) ? null : (of.bsn ?? null) };
  for (const otherwise of chance.shuffle(OTHERWISE).slice(0, chance.int(1, 4)))
    second = { ...second, ...otherwise(chance, of) } as True;
  return second;
}

/**
 * A list of Dutch people with their second records, and with others who look like them but are somebody else. The same
 * seed always gives the same list; nobody in it exists.
 * @param people rows, about
 */
export function hardPairs(seed: string, people: number): MadeRow[] {
  const chance = makeChance(seed);
  const rows: MadeRow[] = [];
  for (let person = 0; rows.length < people; person++) {
    const one = someone(chance);
    rows.push({ ...one, person: `p${person}` });
    if (chance.chance(0.25)) rows.push({ ...again(chance, one), person: `p${person}` });
    if (chance.chance(0.2))
      for (const [nth, other] of lookalikes(chance, one).entries())
        rows.push({
          ...other,
          bsn: chance.chance(0.5) ? null : (other.bsn ?? null),
          person: `p${person}-${nth}`,
        });
  }
  return chance.shuffle(rows);
}

const COLUMNS = [
  "person",
  "bsn",
  "firstNames",
  "initials",
  "callName",
  "prefix",
  "lastName",
  "partnerPrefix",
  "partnerLastName",
  "birthDate",
  "gender",
  "postcode",
  "houseNumber",
  "street",
  "city",
  "email",
] as const satisfies readonly (keyof MadeRow)[];

/** The rows as a list to keep: comma-separated, with a header. */
export function toCsv(rows: readonly MadeRow[]): string {
  const cell = (text: string | null | undefined) =>
    /[",\n]/.test(text ?? "") ? JSON.stringify(text) : (text ?? "");
  const lines = rows.map((row) =>
    [...COLUMNS.map((column) => row[column]), row.phones?.[0]].map(cell).join(","),
  );
  return `${[...COLUMNS, "phone"].join(",")}\n${lines.join("\n")}\n`;
}
