import {
  codingOf,
  elementsOf,
  extensionValue,
  type FhirElement,
  isElement,
  numberOf,
  primitiveElement,
  stringOf,
  stringsOf,
  textOf,
} from "@/server/dossier/fhir";

const STANDARD = "http://hl7.org/fhir/StructureDefinition/";
const BSN_SYSTEMS = ["http://fhir.nl/fhir/NamingSystem/bsn", "urn:oid:2.16.840.1.113883.2.4.6.3"];

/** Which of the two last names come in use, in order (zib NameInformation, NL1–NL4). */
export type NameOrder = "own" | "partner" | "partner-own" | "own-partner";

export type PersonName = {
  /** Official first names in full, `Johanna Petronella Maria`. */
  firstNames?: string;
  /** `J.P.M.`: as given, else made from the first names. */
  initials?: string;
  /** The name used in daily life (roepnaam). */
  callName?: string;
  ownPrefix?: string;
  ownName?: string;
  partnerPrefix?: string;
  partnerName?: string;
  order: NameOrder;
  /** Titles before the name. */
  title?: string;
  /** The whole name as a person reads it. */
  text: string;
};

export type PostalAddress = {
  use?: string;
  street?: string;
  houseNumber?: string;
  /** Letter and addition: `A 2e`. */
  houseNumberAddition?: string;
  /** `to` (tegenover) or `by` (bij). */
  locator?: string;
  postalCode?: string;
  city?: string;
  municipality?: string;
  country?: string;
  /** All lines as one text, for whoever prints it. */
  text: string;
};

export type Telecom = { system: string; value: string; use?: string; isMobile: boolean; comment?: string };

const ORDERS: Readonly<Record<string, NameOrder>> = {
  NL1: "own",
  NL2: "partner",
  NL3: "partner-own",
  NL4: "own-partner",
};

/** Dutch (and some neighbouring) prefixes in front of a last name, longest first. */
const PREFIX =
  /^((?:van|von|uit|over|onder|op|in|aan|bij|voor) (?:de|den|der|het|'t|’t|ter|ten)|van|von|de|den|der|het|'t|’t|te|ter|ten|tot|el|al|la|le|du|da|di|dos) (?=\S)/i;

function splitPrefix(family: string): { prefix?: string; name: string } {
  const prefix = PREFIX.exec(family)?.[1];
  return prefix === undefined ? { name: family } : { prefix, name: family.slice(prefix.length + 1) };
}

type Given = { text: string; qualifier?: string };

function givenOf(name: FhirElement): Given[] {
  const list = Array.isArray(name.given) ? name.given : [name.given];
  return list.flatMap((value, index) => {
    const text = stringOf(value);
    if (text === undefined) return [];
    const beside = primitiveElement(name, "given", index);
    return { text, qualifier: stringOf(extensionValue(beside, `${STANDARD}iso21090-EN-qualifier`)) };
  });
}

const isInitial = (given: Given): boolean =>
  given.qualifier === "IN" || (given.qualifier === undefined && /^(?:\p{L}{1,2}\.)+$/u.test(given.text));

function initialsOf(givens: Given[]): string | undefined {
  const letters = givens.flatMap((given) =>
    isInitial(given)
      ? `${given.text.replace(/\.$/, "")}.`
      : given.text.split(/\s+/).map((word) => `${[...word][0]?.toUpperCase()}.`),
  );
  return letters.length === 0 ? undefined : letters.join("");
}

const join = (...parts: (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined).join(" ") || undefined;

/**
 * One person's name out of a list of HumanName (or one), by the Dutch rules of zib NameInformation (nl-core
 * `humanname-own-name`, `-own-prefix`, `-partner-*`, `humanname-assembly-order`, `iso21090-EN-qualifier`:
 * BR birth, IN initial, CL call name). Without those extensions the family name is split by its prefix, and
 * without family and given names the text stands. `undefined` when nothing names the person.
 */
export function humanName(value: unknown): PersonName | undefined {
  const names = elementsOf(value);
  const isUsual = (name: FhirElement) => name.use === "usual" || name.use === "nickname";
  const past = (name: FhirElement) => name.use === "old" || name.use === "maiden";
  const official = names.filter((name) => !isUsual(name) && !past(name));
  const main = official.find((name) => name.family !== undefined) ?? official[0] ?? names[0];
  if (main === undefined) return undefined;

  const perName = (official.length > 0 ? official : [main]).map(givenOf);
  const given = perName.flat();
  const first = given.filter((part) => !isInitial(part) && part.qualifier !== "CL").map((part) => part.text);
  const explicit = perName.find((parts) => parts.length > 0 && parts.every(isInitial)) ?? givenOf(main);
  const usual = names.filter(isUsual).flatMap((name) => stringsOf(name.given));
  const called = given.filter((part) => part.qualifier === "CL").map((part) => part.text);

  const beside = primitiveElement(main, "family");
  const part = (name: string) => stringOf(extensionValue(beside, `${STANDARD}humanname-${name}`));
  const family = stringOf(main.family);
  const split = family === undefined ? undefined : splitPrefix(family);
  const partnerName = part("partner-name");
  const ownName = part("own-name") ?? (partnerName === undefined ? split?.name : undefined);
  const ownPrefix =
    part("own-name") === undefined && partnerName === undefined ? split?.prefix : part("own-prefix");
  const partnerPrefix = part("partner-prefix");
  const own = join(ownPrefix, ownName);
  const partner = join(partnerPrefix, partnerName);
  const stated = ORDERS[stringOf(extensionValue(main, `${STANDARD}humanname-assembly-order`)) ?? ""];
  const order = stated ?? orderSeen(family, own, partner);

  const lastName: Record<NameOrder, string | undefined> = {
    own: own ?? partner,
    partner: partner ?? own,
    "own-partner": [own, partner].filter(Boolean).join("-") || undefined,
    "partner-own": [partner, own].filter(Boolean).join("-") || undefined,
  };
  const firstNames = first.length === 0 ? undefined : first.join(" ");
  const initials = initialsOf(explicit.filter((item) => item.qualifier !== "CL"));
  const callName = [...called, ...usual][0];
  const title = stringsOf(main.prefix).join(" ") || undefined;
  const text =
    stringOf(main.text) ?? join(firstNames ?? initials ?? callName, family ?? lastName[order]) ?? undefined;
  if (text === undefined) return undefined;
  const whole =
    own === undefined && partner === undefined && firstNames === undefined && initials === undefined;
  return {
    firstNames,
    initials,
    callName,
    ownPrefix,
    ownName: whole && callName === undefined ? text : ownName,
    partnerPrefix,
    partnerName,
    order,
    title,
    text,
  };
}

/** The order shown by the combined family name, where no extension states it. */
function orderSeen(
  family: string | undefined,
  own: string | undefined,
  partner: string | undefined,
): NameOrder {
  if (partner === undefined) return "own";
  if (own === undefined || family === partner) return "partner";
  if (family === `${partner}-${own}`) return "partner-own";
  return family === undefined || family === own ? "own" : "own-partner";
}

/** Address (one element) by zib AddressInformation; a line without street and number parts is split at its number. */
export function addressOf(value: unknown): PostalAddress | undefined {
  const address = elementsOf(value)[0];
  if (address === undefined) return undefined;
  const lines = stringsOf(address.line);
  const beside = primitiveElement(address, "line", 0);
  const part = (name: string) => stringOf(extensionValue(beside, `${STANDARD}iso21090-ADXP-${name}`));
  const split = /^(.*\S)\s+(\d+)\s*[-\s]?\s*(\D{0,2}[\dA-Za-z ]{0,8})$/.exec(lines[0] ?? "");
  const hasParts = part("streetName") !== undefined || part("houseNumber") !== undefined;
  const postalCode = stringOf(address.postalCode);
  const city = stringOf(address.city);
  const country = stringOf(address.country);
  const addition = join(part("buildingNumberSuffix"), part("unitID"));
  const found: PostalAddress = {
    use: stringOf(address.use),
    street: hasParts ? part("streetName") : (split?.[1] ?? lines[0]),
    houseNumber: hasParts ? part("houseNumber") : split?.[2],
    houseNumberAddition: hasParts ? addition : stringOf(split?.[3]),
    locator: part("additionalLocator"),
    postalCode,
    city,
    municipality: stringOf(address.district),
    country,
    text:
      [...lines, join(postalCode, city), country].filter(Boolean).join(", ") ||
      (stringOf(address.text) ?? ""),
  };
  return found.text === "" ? undefined : found;
}

/** All contact points, best rank first; whether a phone is mobile comes from `use` or the Dutch code (MC). */
export function telecomOf(value: unknown): Telecom[] {
  const ranked = elementsOf(value).flatMap((point) => {
    const text = stringOf(point.value);
    if (text === undefined) return [];
    const specified = extensionValue(
      primitiveElement(point, "system"),
      "http://nictiz.nl/fhir/StructureDefinition/ext-CodeSpecification",
    );
    const telecom: Telecom = {
      system: stringOf(point.system) ?? "other",
      value: text,
      use: stringOf(point.use),
      isMobile: point.use === "mobile" || codingOf(specified)?.code === "MC",
      comment: textOf(extensionValue(point, "http://nictiz.nl/fhir/StructureDefinition/ext-Comment")),
    };
    return { telecom, rank: numberOf(point.rank) ?? Number.MAX_SAFE_INTEGER };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ telecom }) => telecom);
}

/** The value of the identifier in one of these systems. */
export function identifierOf(identifiers: unknown, ...systems: string[]): string | undefined {
  const found = elementsOf(identifiers).find(
    (identifier) => isElement(identifier) && systems.includes(stringOf(identifier.system) ?? ""),
  );
  return stringOf(found?.value);
}

/**
 * The BSN as nine digits (eight are padded), unverified: whether it passes the eleven test is for the client room
 * to judge. `undefined` when absent or not 8–9 digits.
 */
export function bsnOf(identifiers: unknown): string | undefined {
  const digits = identifierOf(identifiers, ...BSN_SYSTEMS)?.replace(/[\s.]/g, "");
  return digits !== undefined && /^\d{8,9}$/.test(digits) ? digits.padStart(9, "0") : undefined;
}
