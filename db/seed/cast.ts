import { madeAlike } from "./alike";
import { demoBsns } from "./bsn";
import type { Calendar } from "./calendar";
import { makeChance } from "./chance";
import type { DemoClient } from "./demo-client";
import { FIXED_BSNS, fixedClients } from "./fixed";
import { makePerson } from "./person";
import { type LeafCode, PLACES } from "./places";

const FIRST_BY_CHANCE = 10_011;
const LAST = 10_240;

/** How many of those left to chance are at each location; the ten with a part to play are in OOST-1 besides. */
const SIZES: Readonly<Record<LeafCode, number>> = { "OOST-1": 50, "OOST-2": 78, "WEST-1": 60, "WEST-2": 42 };
const DECEASED = 7;
const LEFT = 8;
const WITHOUT_BSN = 5;

/** Rooms of the clients with a part to play. */
const TAKEN_ROOMS = ["3", "7", "9", "12", "14", "16", "18", "21"];

function* roomsOf(location: LeafCode): Generator<string | null, never> {
  for (let room = 1; ; room++) {
    if (!PLACES[location].house) yield null;
    else if (location !== "OOST-1" || !TAKEN_ROOMS.includes(String(room))) yield String(room);
  }
}

/** Care that ended: this many days ago, by death or otherwise. */
function ended(client: DemoClient, calendar: Calendar, daysAgo: number, byDeath: boolean): DemoClient {
  const day = calendar.day(daysAgo);
  const left = { outOfCareSince: day, outOfCareReason: byDeath ? "deceased" : "moved" } as const;
  return { ...client, row: { ...client.row, ...left, ...(byDeath && { deathDate: day }) } };
}

/** Everyone in the demo, 10001–10240: the same people each time, their days of care counted back from now. */
export function castOf(calendar: Calendar): DemoClient[] {
  const chance = makeChance("who is where");
  const bsns = demoBsns(Object.values(FIXED_BSNS));
  const nextBsn = () => bsns.next().value;
  const fixed = fixedClients(calendar, nextBsn);
  const codes = Object.keys(SIZES) as LeafCode[];
  const rooms = Object.fromEntries(codes.map((code) => [code, roomsOf(code)]));
  const places = chance.shuffle(codes.flatMap((code) => Array<LeafCode>(SIZES[code]).fill(code)));
  const amount = LAST - FIRST_BY_CHANCE + 1;
  const others = places.map((location, index): DemoClient => {
    // Numbers are given out in the order people come.
    const inCareFor = 25 + Math.round((2600 * (amount - index)) / amount) + chance.int(0, 12);
    return {
      ...makePerson(FIRST_BY_CHANCE + index, location, inCareFor, calendar),
      room: rooms[location]?.next().value ?? null,
      bsn: nextBsn(),
    };
  });
  const order = chance.shuffle(
    others.filter((client) => daysBefore(client, calendar) > 240).map(({ number }) => number),
  );
  const dies = order
    .filter((number) => others.find((one) => one.number === number)?.careKind !== "ggz")
    .slice(0, DECEASED);
  const leaves = order.filter((number) => !dies.includes(number)).slice(0, LEFT);
  const unknown = order.slice(-WITHOUT_BSN);
  return [
    ...fixed,
    ...others.map((client) => {
      const known = madeAlike(unknown.includes(client.number) ? { ...client, bsn: null } : client);
      const isDead = dies.includes(client.number);
      if (!isDead && !leaves.includes(client.number)) return known;
      return ended(known, calendar, makeChance(`${client.number}/end`).int(12, 160), isDead);
    }),
  ];
}

function daysBefore(client: DemoClient, { now }: Calendar): number {
  return (now - Date.parse(client.row.inCareSince ?? "")) / 86_400_000;
}
