import type { Calendar } from "./calendar";
import type { ClientRow, DemoClient } from "./demo-client";
import { makePerson } from "./person";

/** Numbers of those with a part to play that must not come by chance. Valid, and nobody's (9999). */
export const FIXED_BSNS = {
  verhoeven: "999909782",
  oosterhuis: "999912744",
  nijhuis: "999935756",
} as const;

type Fixed = Partial<Omit<DemoClient, "row" | "number">> & { inCareFor: number; row: Partial<ClientRow> };

const zutphen = {
  kind: "home" as const,
  city: "Zutphen",
  country: "Nederland",
  fromDate: null,
  untilDate: null,
};

/** No partner, unless said. */
const own = { prefix: null, partnerPrefix: null, partnerLastName: null, nameUse: "own" as const };
const dutch = { language: "Nederlands", nationality: "Nederlandse" };

const hendrik = {
  ...own,
  ...dutch,
  lastName: "Oosterhuis",
  gender: "male",
  birthDate: "1953-09-02",
} as const;
const geertruida = {
  ...dutch,
  lastName: "Wolters",
  prefix: null,
  gender: "female",
  birthDate: "1944-05-11",
} as const;

/** The clients with a fixed part to play (CONTRACT.md, "Demo organisation"). All live in OOST-1. */
const FIXED: Readonly<Record<number, Fixed>> = {
  10001: {
    inCareFor: 1185,
    careKind: "pg",
    room: "12",
    fill: "full",
    bsn: FIXED_BSNS.verhoeven,
    row: {
      ...dutch,
      firstNames: "Johanna Maria",
      initials: "J.M.",
      callName: "Johanna",
      prefix: "de",
      lastName: "Wit",
      partnerPrefix: null,
      partnerLastName: "Verhoeven",
      nameUse: "partner-own",
      gender: "female",
      birthDate: "1941-03-14",
      maritalStatus: "verweduwd",
      phone: "085-0123112",
    },
    contacts: [
      {
        name: "Marieke Verhoeven",
        relation: "dochter",
        role: "eerste contactpersoon, mentor",
        representation: "mentor",
        phone: "06-12345101",
        email: "familie@kroniek.example",
        note: "Ook ’s nachts bellen. Kijkt mee in Caren.",
      },
      {
        name: "Kees Verhoeven",
        relation: "zoon",
        phone: "06-12345102",
        note: "Woont in Canada; mailen heeft de voorkeur.",
      },
      {
        name: "Riek Hietbrink",
        relation: "vriendin",
        phone: "085-0123103",
        note: "Komt op donderdagmiddag.",
      },
    ],
  },
  10002: {
    inCareFor: 410,
    careKind: "somatic",
    room: "14",
    bsn: FIXED_BSNS.oosterhuis,
    careRules: false,
    only: ["reports", "care-plans", "medication", "measurements", "documents", "life-story"],
    row: {
      ...hendrik,
      firstNames: "Hendrik",
      initials: "H.",
      callName: "Hendrik",
      maritalStatus: "gehuwd",
      phone: "085-0123201",
      pharmacy: null,
    },
    addresses: [{ ...zutphen, street: "Esdoornlaan", houseNumber: "14", postcode: "7204 CK" }],
    contacts: [
      {
        name: "Marijke Oosterhuis-ter Horst",
        relation: "echtgenote",
        role: "eerste contactpersoon",
        phone: "085-0123201",
      },
      { name: "Anja Oosterhuis", relation: "dochter", phone: "06-12345202" },
    ],
  },
  10003: {
    inCareFor: 38,
    careKind: "somatic",
    room: null,
    bsn: FIXED_BSNS.oosterhuis,
    careRules: false,
    only: ["reports", "allergies", "problems", "episodes", "lab-results", "questionnaires"],
    row: {
      ...hendrik,
      firstNames: null,
      initials: "H.",
      callName: "Henk",
      maritalStatus: null,
      phone: null,
      mobile: "06-12345203",
      email: "henk.oosterhuis@post.example",
      insurer: null,
      insuranceNumber: null,
    },
    addresses: [{ ...zutphen, street: "Molenweg", houseNumber: "3 B", postcode: "7201 DA" }],
    contacts: [
      {
        name: "Rob Oosterhuis",
        relation: "zoon",
        phone: "06-12345204",
        email: "rob.oosterhuis@post.example",
      },
    ],
  },
  10004: {
    inCareFor: 900,
    careKind: "somatic",
    room: "7",
    bsn: FIXED_BSNS.nijhuis,
    row: {
      ...geertruida,
      firstNames: "Geertruida Johanna",
      initials: "G.J.",
      callName: "Truus",
      partnerPrefix: null,
      partnerLastName: "Nijhuis",
      nameUse: "partner-own",
      maritalStatus: "verweduwd",
    },
  },
  10005: {
    inCareFor: 75,
    careKind: "somatic",
    room: null,
    bsn: FIXED_BSNS.nijhuis,
    row: {
      ...geertruida,
      firstNames: null,
      initials: "G.",
      callName: "Truus",
      partnerPrefix: null,
      partnerLastName: "Nijhuis",
      nameUse: "partner",
      maritalStatus: null,
    },
  },
  10006: {
    inCareFor: 4100,
    careKind: "pg",
    room: "3",
    fill: "volume",
    row: {
      ...own,
      ...dutch,
      firstNames: "Cornelis Johannes",
      initials: "C.J.",
      callName: "Kees",
      lastName: "Harmsen",
      gender: "male",
      birthDate: "1936-11-22",
    },
  },
  10007: {
    inCareFor: 620,
    careKind: "pg",
    room: "16",
    row: {
      ...dutch,
      firstNames: "Theodora",
      initials: "T.",
      callName: "Thea",
      prefix: null,
      lastName: "Stam",
      partnerPrefix: null,
      partnerLastName: "Wensink",
      nameUse: "partner-own",
      gender: "female",
      birthDate: "1946-04-05",
    },
  },
  10008: {
    inCareFor: 980,
    careKind: "pg",
    room: "18",
    row: {
      ...own,
      ...dutch,
      firstNames: "Adriana Catharina",
      initials: "A.C.",
      callName: "Jeanne",
      prefix: "van der",
      lastName: "Meulen",
      gender: "female",
      birthDate: "1937-06-30",
    },
  },
  10009: {
    inCareFor: 300,
    careKind: "somatic",
    room: "21",
    row: {
      ...own,
      firstNames: "Roshnie",
      initials: "R.",
      callName: "Roshnie",
      lastName: "Ramdin",
      language: "Nederlands",
      nationality: "Nederlandse",
      gender: "female",
      birthDate: "1948-12-17",
    },
  },
  10010: {
    inCareFor: 0,
    careKind: "pg",
    room: "9",
    fill: "none",
    careRules: false,
    row: {
      ...own,
      ...dutch,
      firstNames: "Simon",
      initials: "S.",
      callName: "Siem",
      prefix: "van",
      lastName: "Zanten",
      gender: "male",
      birthDate: "1943-02-08",
    },
  },
};

/**
 * The clients with a fixed part to play, 10001–10010; what is not said of them comes by chance.
 * @param nextBsn gives a number nobody has
 */
export function fixedClients(calendar: Calendar, nextBsn: () => string): DemoClient[] {
  return Object.entries(FIXED).map(([key, { inCareFor, row, ...said }]) => {
    const person = makePerson(Number(key), "OOST-1", inCareFor, calendar);
    return {
      ...person,
      room: null,
      bsn: said.bsn ?? nextBsn(),
      ...said,
      row: { ...person.row, mobile: null, email: null, ...row },
    };
  });
}
