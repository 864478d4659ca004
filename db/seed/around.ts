import type { InferInsertModel } from "drizzle-orm";
import type { careRules } from "@/db/schema/care-rules";
import type { clientAddresses, contacts, directives } from "@/db/schema/clients";
import { relativeOf } from "@/server/dossier/demo/words";
import type { DemoPen } from "@/server/dossier/demo-pen";
import type { Chance } from "./chance";
import type { DemoClient } from "./demo-client";
import { GIVEN, LAST_NAMES } from "./names";
import { PLACES, POSTCODE_LETTERS, STREETS } from "./places";
import { mailAddress, mobileNumber, phoneNumber } from "./reachable";

type Loose<Row> = Omit<Row, "id" | "clientId">;
type Address = Loose<InferInsertModel<typeof clientAddresses>>;
type Contact = Loose<InferInsertModel<typeof contacts>>;

const joined = (...words: (string | null | undefined)[]): string => words.filter(Boolean).join(" ");

function anAddress(pen: Chance, location: DemoClient["location"]) {
  const { city, postcodes } = pen.pick(PLACES[location].region.towns);
  const letters = pen.pick(POSTCODE_LETTERS) + pen.pick(POSTCODE_LETTERS);
  const houseNumber = `${pen.int(1, 148)}${pen.chance(0.1) ? pen.pick([" A", " B", "-2"]) : ""}`;
  return { street: pen.pick(STREETS), houseNumber, postcode: `${pen.pick(postcodes)} ${letters}`, city };
}

/** Where a client lives; who lives in a house of De Linde may also have the address of before. */
export function addressesOf(pen: DemoPen, client: DemoClient): Address[] {
  const { house } = PLACES[client.location];
  const rest = { kind: "home", country: "Nederland" } as const;
  if (!house) return [{ ...rest, ...anAddress(pen, client.location), fromDate: null, untilDate: null }];
  const moved = pen.client.inCareSince;
  const now: Address = { ...rest, ...house, fromDate: moved, untilDate: null };
  if (pen.chance(0.6)) return [now];
  return [{ ...rest, ...anAddress(pen, client.location), fromDate: null, untilDate: moved }, now];
}

const OWN_NAME = ["schoondochter", "nicht", "vriend", "vriendin", "moeder"];

/** Who speaks for someone without being appointed (art. 7:465 lid 3 BW). */
const BY_BLOOD = ["zoon", "dochter", "broer", "zus"];

/** The family name a relative has: children and siblings that of the family, others one of their own. */
function familyName(pen: DemoPen, client: DemoClient, relation: string) {
  if (OWN_NAME.includes(relation)) return pen.pick(LAST_NAMES);
  const { row } = client;
  const isChild = ["zoon", "dochter"].includes(relation);
  if (isChild && row.partnerLastName) return { prefix: row.partnerPrefix, lastName: row.partnerLastName };
  return { prefix: row.prefix, lastName: row.lastName };
}

function contact(name: string, relation: string, rest: Partial<Contact>): Contact {
  return {
    name,
    relation,
    role: null,
    representation: null,
    phone: null,
    email: null,
    address: null,
    note: null,
    ...rest,
  };
}

function partner(pen: DemoPen, client: DemoClient): Contact {
  const isWoman = client.row.gender === "female";
  const [, called] = pen.pick(GIVEN[isWoman ? "male" : "female"].old);
  const own = { prefix: client.row.prefix, lastName: client.row.lastName };
  const family = client.row.partnerLastName
    ? { prefix: client.row.partnerPrefix, lastName: client.row.partnerLastName }
    : isWoman
      ? pen.pick(LAST_NAMES)
      : own;
  return contact(joined(called, family.prefix, family.lastName), isWoman ? "echtgenoot" : "echtgenote", {
    phone: phoneNumber(pen),
    note: pen.chance(0.3) ? "Slecht bereikbaar in de ochtend." : null,
  });
}

/** The relative the dossier texts speak of, and who else there is: partner, neighbour, mentor, administrator. */
export function contactsOf(pen: DemoPen, client: DemoClient): Contact[] {
  const { relation, name } = relativeOf(pen);
  const family = familyName(pen, client, relation);
  const speaksFor = client.careKind === "pg" && pen.chance(0.5);
  const list = [
    contact(joined(name, family.prefix, family.lastName), relation, {
      role: speaksFor ? "eerste contactpersoon, wettelijk vertegenwoordiger" : "eerste contactpersoon",
      representation: speaksFor ? (BY_BLOOD.includes(relation) ? "relative" : "care-proxy") : null,
      phone: mobileNumber(pen),
      email: mailAddress(name, family),
      note: pen.pick([
        null,
        null,
        "Ook ’s nachts bellen.",
        "Werkt onregelmatig; bij geen gehoor appen.",
        null,
      ]),
    }),
  ];
  if (client.row.maritalStatus === "gehuwd" && client.careKind !== "ggz") list.push(partner(pen, client));
  if (client.careKind === "home" && pen.chance(0.4)) {
    const other = pen.pick(LAST_NAMES);
    const isMan = pen.chance(0.5);
    const [, called] = pen.pick(GIVEN[isMan ? "male" : "female"].old);
    list.push(
      contact(joined(called, other.prefix, other.lastName), isMan ? "buurman" : "buurvrouw", {
        phone: phoneNumber(pen),
        note: "Heeft een sleutel.",
      }),
    );
  }
  if (!speaksFor && client.careKind === "pg" && pen.chance(0.4)) {
    list.push(
      contact("Stichting Mentorschap IJssel", "mentor", {
        ...professional("mentor", "mentorschap"),
        representation: "mentor",
      }),
    );
  }
  if (client.careKind === "ggz" && pen.chance(0.25)) {
    list.push(
      contact("Bewindvoering Kustlijn", "bewindvoerder", {
        ...professional("bewindvoerder", "kustlijn"),
        representation: "administrator",
      }),
    );
  }
  return list;
}

function professional(role: string, name: string): Partial<Contact> {
  return { role, phone: "085-0123900", email: `post@${name}.example` };
}

/** Treatment limits and advance directives, for those who would have talked about them. */
export function directivesOf(pen: DemoPen): Loose<InferInsertModel<typeof directives>>[] {
  const livesIn = pen.client.careKind === "pg" || pen.client.careKind === "somatic";
  if (!pen.chance(livesIn ? 0.8 : pen.client.careKind === "home" ? 0.35 : 0.05)) return [];
  const decidedOn = pen.day(pen.int(20, 500));
  const about = (subject: string, decision: string, note: string | null = null) => ({
    kind: "treatment" as const,
    subject,
    decision,
    note,
    decidedOn,
    endedOn: null,
  });
  const list: Loose<InferInsertModel<typeof directives>>[] = [
    pen.chance(0.72)
      ? about("Reanimeren", "Nee", "Besproken met cliënt en familie.")
      : about("Reanimeren", "Ja"),
  ];
  if (pen.chance(0.7)) {
    list.push(
      pen.chance(0.5)
        ? about("Ziekenhuisopname", "Ja, maar …", "Alleen als de klachten hier niet te verlichten zijn.")
        : about("Ziekenhuisopname", pen.pick(["Ja", "Nee"])),
    );
  }
  if (livesIn && pen.chance(0.4)) list.push(about("Antibiotica", pen.pick(["Ja", "Ja", "Nee"])));
  if (livesIn && pen.chance(0.3)) list.push(about("Kunstmatige voeding of vocht", "Nee"));
  if (pen.chance(0.2)) {
    const paper = {
      note: "Kopie ligt in het dossier onder Documenten.",
      decidedOn: pen.day(pen.int(800, 2500)),
    };
    list.push({ kind: "advance", subject: "Behandelverbod", decision: "Ja", endedOn: null, ...paper });
  }
  return list;
}

const PRODUCTS: Readonly<
  Record<DemoClient["careKind"], readonly (readonly [law: string, product: string])[]>
> = {
  pg: [
    ["Wlz", "VV05 Beschermd wonen met intensieve dementiezorg"],
    ["Wlz", "VV07 Beschermd wonen met zeer intensieve zorg vanwege specifieke aandoeningen"],
  ],
  somatic: [
    ["Wlz", "VV04 Beschut wonen met intensieve begeleiding en uitgebreide verzorging"],
    ["Wlz", "VV06 Beschermd wonen met intensieve verzorging en verpleging"],
  ],
  home: [
    ["Zvw", "Wijkverpleging"],
    ["Wmo", "Hulp bij het huishouden"],
  ],
  ggz: [
    ["Zvw", "Geestelijke gezondheidszorg, ambulant"],
    ["Wmo", "Individuele begeleiding"],
  ],
};

/** What care is financed, and by which law, from the start of care. */
export function careRulesOf(pen: DemoPen, until: string | null): Loose<InferInsertModel<typeof careRules>>[] {
  const [first, second] = pen.shuffle(PRODUCTS[pen.client.careKind]);
  const isWlz = first?.[0] === "Wlz";
  // A Wlz indication is one at a time; at home and in mental health care two laws often pay side by side.
  return [first, !isWlz && pen.chance(0.4) ? second : undefined].flatMap((rule) =>
    rule ? [{ law: rule[0], product: rule[1], fromDate: pen.client.inCareSince, untilDate: until }] : [],
  );
}
