import type { DemoClient } from "./demo-client";

type Alike = Partial<Pick<DemoClient, "bsn" | "addresses">> & { row: Partial<DemoClient["row"]> };

const alone = { partnerPrefix: null, partnerLastName: null, nameUse: "own" } as const;

const together = [
  {
    ...({ kind: "home", street: "Beukenlaan", houseNumber: "27", postcode: "7213 EA" } as const),
    ...{ city: "Gorssel", country: "Nederland", fromDate: null, untilDate: null },
  },
];

/** Who is alike among those left to chance: two who were written down twice, and twins, who are two people. */
const ALIKE: Readonly<Record<number, Alike>> = {
  // Day and month of birth changed places, and once her own name alone.
  10215: { row: { birthDate: "1948-08-09" } },
  10219: {
    bsn: null,
    row: {
      ...{ ...alone, firstNames: "Anna", initials: "A.", callName: "Annie", prefix: null },
      ...{ lastName: "Ruiterkamp", birthDate: "1948-09-08", mobile: "06-12345660" },
    },
  },
  // A letter too many, and no number known.
  10235: {
    bsn: null,
    row: {
      ...{ ...alone, firstNames: null, initials: "W.", callName: "Wim", prefix: "de" },
      ...{ lastName: "Ridders", birthDate: "1943-05-09", mobile: "06-12345254" },
    },
  },
  // Twins in one house.
  10223: {
    addresses: together,
    row: { ...alone, lastName: "Pasman", prefix: null, birthDate: "1936-10-22", phone: "085-0123820" },
  },
  10227: { addresses: together, row: {} },
};

/** Makes someone left to chance like another, where they have that part to play. */
export function madeAlike(client: DemoClient): DemoClient {
  const said = ALIKE[client.number];
  return said ? { ...client, ...said, row: { ...client.row, ...said.row } } : client;
}
