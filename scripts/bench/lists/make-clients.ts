import { insertMany } from "@/db/insert";
import { clientLocations, clients } from "@/db/schema/clients";
import { GIVEN, LAST_NAMES } from "@/db/seed/names";
import { bsnSearchCode, sealBsn } from "@/server/clients/bsn";
import { newId } from "@/server/core/ids";
import type { World } from "@/server/core/world";
import { numbers } from "../audit/make-log";

const SLICE = 5_000;
const FIRST_NUMBER = 100_001;

/** Given and last name, birth date and numbers of a made client. */
export interface MadeClient {
  number: number;
  callName: string;
  lastName: string;
  birthDate: string;
  /** One in eleven has none */
  bsn: string | null;
}

/** Halves of Dutch last names: half of all people bear one of some hundreds of rarer ones, as in a telephone book. */
const FRONT =
  "Hoek Veen Bos Wester Ooster Noord Zuid Meer Kerk Molen Berg Water Linden Eiken Steen Zand Vogel Hage".split(
    " ",
  );
const BACK = "stra ma man huis kamp hof veld dijk brink horst mans inga ink sma daal meijer".split(" ");

const pad = (value: number) => String(value).padStart(2, "0");

/** Passes the eleven test; `null` where no last digit would make it. */
function bsnOf(index: number): string | null {
  const eight = `99${String(index).padStart(6, "0")}`;
  const last = [...eight].reduce((sum, digit, at) => sum + Number(digit) * (9 - at), 0) % 11;
  return last === 10 ? null : `${eight}${last}`;
}

function person(index: number, next: () => number): MadeClient {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const given = pick(pick([GIVEN.female.old, GIVEN.male.old, GIVEN.female.young, GIVEN.male.young]));
  return {
    number: FIRST_NUMBER + index,
    callName: given[1] ?? given[0],
    lastName: next() < 0.5 ? pick(LAST_NAMES).lastName : `${pick(FRONT)}${pick(BACK)}`,
    birthDate: `${1925 + Math.floor(next() * 80)}-${pad(1 + Math.floor(next() * 12))}-${pad(1 + Math.floor(next() * 28))}`,
    bsn: bsnOf(index),
  };
}

/**
 * Makes clients with Dutch names, by turns at each of these locations; the same each time.
 * @returns some of them, to look for
 */
export async function makeClients(
  world: World,
  count: number,
  locations: readonly string[],
): Promise<MadeClient[]> {
  const next = numbers(3);
  const now = world.clock.now();
  const sample: MadeClient[] = [];
  for (let from = 0; from < count; from += SLICE) {
    const slice = Array.from({ length: Math.min(SLICE, count - from) }, (_, at) => person(from + at, next));
    sample.push(...slice.filter((_, at) => at % 500 === 0));
    const rows = slice.map((made) => ({ ...made, id: newId(now) }));
    await world.db.write(
      async (tx) => {
        await insertMany(
          tx,
          clients,
          rows.map(({ bsn, ...made }) => ({
            ...made,
            bsnSealed: bsn && sealBsn(world.keys, bsn),
            bsnSearch: bsn && bsnSearchCode(world.keys, bsn),
            initials: `${made.callName.charAt(0)}.`,
            nameUse: "own" as const,
            gender: "unknown" as const,
            createdAt: now,
            changedAt: now,
          })),
        );
        await insertMany(
          tx,
          clientLocations,
          rows.map(({ id, number }) => ({
            id: newId(now),
            clientId: id,
            locationId: locations[number % locations.length] ?? "",
            fromDate: "2024-01-01",
          })),
        );
      },
      { alone: true },
    );
  }
  return sample;
}
