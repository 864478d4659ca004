import { sql } from "drizzle-orm";
import { createCaller } from "@/server/api/root";
import { contextOf, makeEmployee, makePlaces, openSession } from "@/tests/access/people";
import { openTemporaryWorld } from "../temporary-world";
import { bareList } from "./lists/bare";
import { type MadeClient, makeClients } from "./lists/make-clients";
import { percentile, rounded, timed } from "./percentile";

const CLIENTS = 100_000;
const PAGE = 25;
const DEEP = 1_000;
const ROUNDS = 200;
const WARM = 20;

/** What the bench prints for lists (the contract names the keys). */
export interface ListsFigures {
  clients: number;
  /** One search of the client list: a name, part of one, two parts, a number, a birth date, a BSN; audit row included */
  search_p50_ms: number;
  search_p95_ms: number;
  /** A page of the list by name, through the same procedure as the page asks */
  page1_p95_ms: number;
  page1000_p95_ms: number;
  /** Procedure ÷ its own statements, prepared once and asked of the same file without anything around them (medians) */
  ratio_to_sql: number;
}

/** What people type, of every kind, for clients that exist; the last one finds nobody. */
function searchesFor(sample: readonly MadeClient[]): string[] {
  return sample.flatMap(({ number, callName, lastName, birthDate, bsn }, index) => {
    const kinds = [
      lastName,
      lastName.slice(0, 4),
      callName.slice(0, 2),
      `${callName} ${lastName}`,
      `${callName.slice(0, 2)} ${lastName.slice(0, 3)}`,
      String(number),
      birthDate.split("-").reverse().join("-"),
      bsn ?? lastName,
      `${lastName}xyz`,
    ];
    return kinds[index % kinds.length] ?? [];
  });
}

/** Searches and pages of the client list at 100,000 clients, through the procedures, audit rows included. */
export async function benchLists(): Promise<ListsFigures> {
  const world = await openTemporaryWorld();
  try {
    await makePlaces(world);
    const sample = await makeClients(world, CLIENTS, ["own", "below", "beside", "house"]);
    const see = ["client.manage"] as const;
    const sessionAt = async (reach: "own" | "below" | "house" | "everywhere") =>
      openSession(world, await makeEmployee(world, [{ tasks: see, reach }]));
    const everywhere = await sessionAt("everywhere");
    // They reach half of all clients, a quarter, all by where they are, and all.
    const sessions = [
      await sessionAt("own"),
      await sessionAt("below"),
      await sessionAt("house"),
      everywhere,
      await sessionAt("own"),
    ];
    /** A caller a call, as each request of a browser has: who asks is looked up each time. */
    const clientsAs = async (session: string | undefined) =>
      createCaller(await contextOf(world, session)).clients;

    const searches = searchesFor(sample).slice(0, ROUNDS);
    const search = async (turn: number) =>
      (await clientsAs(sessions[turn % sessions.length])).search({
        search: searches[turn % searches.length] ?? "",
        size: PAGE,
      });
    for (let turn = 0; turn < WARM; turn++) await search(turn);
    const found: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn++) found.push(await timed(() => search(turn)));

    const [deep] = await world.db.read.all<{ key: string; number: number }>(sql`
      SELECT sort_name AS key, number FROM clients ORDER BY sort_name, number LIMIT 1 OFFSET ${(DEEP - 1) * PAGE - 1}`);
    if (!deep) throw new Error(`There is no page ${DEEP}.`);
    const page1 = async () => (await clientsAs(everywhere)).list({ size: PAGE });
    const page1000 = async () => (await clientsAs(everywhere)).list({ size: PAGE, after: deep });
    const bare = bareList(world, PAGE);
    const [first, thousandth, plain]: [number[], number[], number[]] = [[], [], []];
    for (let turn = 0; turn < ROUNDS + WARM; turn++) {
      // By turns, so that whatever else the machine does falls on all alike.
      const times = [await timed(page1), await timed(page1000), await timed(async () => bare.page())];
      if (turn < WARM) continue;
      first.push(times[0] ?? 0);
      thousandth.push(times[1] ?? 0);
      plain.push(times[2] ?? 0);
    }
    bare.close();
    return {
      clients: CLIENTS,
      search_p50_ms: rounded(percentile(found, 0.5), 2),
      search_p95_ms: rounded(percentile(found, 0.95), 2),
      page1_p95_ms: rounded(percentile(first, 0.95), 2),
      page1000_p95_ms: rounded(percentile(thousandth, 0.95), 2),
      ratio_to_sql: rounded(percentile(first, 0.5) / percentile(plain, 0.5), 2),
    };
  } finally {
    await world.close();
  }
}
