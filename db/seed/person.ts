import type { Calendar } from "./calendar";
import { type Chance, makeChance } from "./chance";
import type { ClientRow, DemoClient } from "./demo-client";
import { GIVEN, LAST_NAMES, ORIGINS } from "./names";
import { INSURERS, type LeafCode, PLACES } from "./places";
import { mailAddress, mobileNumber, phoneNumber } from "./reachable";

/** Years of birth that fit each kind of care. */
const BORN: Readonly<Record<DemoClient["careKind"], readonly [from: number, until: number]>> = {
  pg: [1931, 1949],
  somatic: [1932, 1952],
  home: [1934, 1961],
  ggz: [1960, 2004],
};
const LAST_OLD_YEAR = 1956;

const two = (value: number): string => String(value).padStart(2, "0");
const initialsOf = (names: readonly string[]): string => names.map((name) => `${name.charAt(0)}.`).join("");

type NamePart = Pick<
  ClientRow,
  "firstNames" | "initials" | "callName" | "prefix" | "lastName" | "language" | "nationality"
>;

function dutchName(chance: Chance, gender: "female" | "male", isOld: boolean): NamePart {
  const given = chance.pick(GIVEN[gender][isOld ? "old" : "young"]);
  const [official, ...called] = given;
  const others = chance.shuffle(GIVEN[gender].old.filter(([name]) => name !== official));
  const names = [official, ...others.slice(0, chance.pick([0, 1, 1, 2])).map(([name]) => name)];
  return {
    ...chance.pick(LAST_NAMES),
    firstNames: names.join(" "),
    initials: initialsOf(names),
    callName: called.length > 0 ? chance.pick(called) : official,
    language: "Nederlands",
    nationality: "Nederlandse",
  };
}

function foreignName(chance: Chance, gender: "female" | "male", fits: "any" | "some"): NamePart {
  const origin = chance.pick(ORIGINS[fits]);
  const name = chance.pick(origin[gender]);
  return {
    prefix: null,
    lastName: chance.pick(origin.lastNames),
    firstNames: name,
    initials: initialsOf([name]),
    callName: name,
    language: origin.language,
    nationality: origin.nationality,
  };
}

/**
 * The dossier texts name the same relative all along (`relativeOf`, by client number): a sister Samira or a
 * daughter-in-law Yvonne fits families from Morocco and Turkey, the other names do not.
 */
function nameOf(chance: Chance, number: number, gender: "female" | "male", ggz: boolean, isOld: boolean) {
  const fitsSome = number % 8 === (ggz ? 5 : 4);
  if (fitsSome && chance.chance(0.4)) return foreignName(chance, gender, "some");
  return chance.chance(0.09) ? foreignName(chance, gender, "any") : dutchName(chance, gender, isOld);
}

function partnerOf(chance: Chance, gender: "female" | "male", own: NamePart, isOld: boolean) {
  const none = { partnerPrefix: null, partnerLastName: null, nameUse: "own" as const };
  const maritalStatus = isOld
    ? chance.pick(["gehuwd", "gehuwd", "verweduwd", "verweduwd", "verweduwd", "ongehuwd", "gescheiden"])
    : chance.pick(["ongehuwd", "ongehuwd", "ongehuwd", "gehuwd", "gescheiden"]);
  const tookName =
    gender === "female" &&
    own.language === "Nederlands" &&
    own.nationality === "Nederlandse" &&
    ["gehuwd", "verweduwd"].includes(maritalStatus) &&
    chance.chance(isOld ? 0.9 : 0.3);
  if (!tookName) return { ...none, maritalStatus };
  const { prefix, lastName } = chance.pick(LAST_NAMES.filter((name) => name.lastName !== own.lastName));
  const nameUse = chance.chance(0.9) ? ("partner-own" as const) : ("partner" as const);
  return { partnerPrefix: prefix, partnerLastName: lastName, nameUse, maritalStatus };
}

/**
 * A believable person for a place, always the same for a number; only the days of care move with the calendar.
 * @param inCareFor days since the start of care
 */
export function makePerson(
  number: number,
  location: LeafCode,
  inCareFor: number,
  calendar: Calendar,
): Pick<DemoClient, "number" | "row" | "careKind" | "location" | "careRules" | "fill"> {
  const chance = makeChance(`${number}/person`);
  const place = PLACES[location];
  const careKind = chance.pick(place.kinds);
  const gender = chance.chance(careKind === "ggz" ? 0.5 : 0.64) ? "female" : "male";
  const year = chance.int(...BORN[careKind]);
  const birthDate = `${year}-${two(chance.int(1, 13))}-${two(chance.int(1, 29))}`;
  const isOld = year < LAST_OLD_YEAR;
  const name = nameOf(chance, number, gender, careKind === "ggz", isOld);
  const livesIn = place.house !== undefined;
  return {
    number,
    careKind,
    location,
    careRules: true,
    fill: "normal",
    row: {
      ...name,
      ...partnerOf(chance, gender, name, isOld),
      gender,
      birthDate,
      phone: chance.chance(livesIn ? 0.3 : 0.6) ? phoneNumber(chance) : null,
      mobile: chance.chance(livesIn ? 0.15 : 0.8) ? mobileNumber(chance) : null,
      email: chance.chance(livesIn ? 0.05 : isOld ? 0.4 : 0.85)
        ? mailAddress(name.callName ?? "", name)
        : null,
      generalPractitioner: chance.pick(place.region.generalPractitioners),
      pharmacy: chance.pick(place.region.pharmacies),
      insurer: chance.pick(INSURERS),
      insuranceNumber: String(chance.int(100_000_000, 1_000_000_000)),
      inCareSince: calendar.day(inCareFor),
    },
  };
}
