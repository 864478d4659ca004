import type { clients, contacts } from "@/db/schema/clients";
import type { consentDecisions } from "@/db/schema/consent";
import { titledName } from "@/server/clients/rules";
import type { Answer } from "@/server/consent/rules";
import { START_PARTIES } from "@/server/consent/start-set";
import type { Calendar } from "./calendar";
import { demoId, makeChance } from "./chance";
import { DEMO_PEOPLE } from "./people";

type Row = typeof consentDecisions.$inferInsert;

/** Something said: about which party, what, how many days ago, and for how many days from now it still counts. */
interface Said {
  party: string;
  answer: Answer;
  daysAgo: number;
  daysLeft?: number;
}

/** What the first client decided: Ja, one that ends within the month, a Ja taken back, and one that became Nee. */
const FIRST: readonly Said[] = [
  { party: "care-chain", answer: "yes", daysAgo: 628 },
  { party: "gp-pharmacy", answer: "yes", daysAgo: 340, daysLeft: 25 },
  { party: "prem", answer: "yes", daysAgo: 628 },
  { party: "prem", answer: "no", daysAgo: 165 },
  { party: "zorgkaart", answer: "yes", daysAgo: 628 },
  { party: "zorgkaart", answer: "withdrawn", daysAgo: 90 },
];

/** Nothing yet: an empty dossier has no consents either. */
const NONE: ReadonlySet<number> = new Set([10_010]);

function saidBy(number: number): readonly Said[] {
  if (number === 10_001) return FIRST;
  if (NONE.has(number)) return [];
  const { chance, int } = makeChance(`consents/${number}`);
  return START_PARTIES.flatMap(({ code, basis }): Said[] => {
    if (basis === "statutory" || !chance(basis === "objection" ? 0.08 : 0.6)) return [];
    const daysAgo = int(20, 700);
    if (basis === "objection") return [{ party: code, answer: "no", daysAgo }];
    const answer = chance(0.75) ? "yes" : "no";
    const first: Said = { party: code, answer, daysAgo, ...(chance(0.15) && { daysLeft: int(-15, 200) }) };
    return chance(0.08) ? [first, { party: code, answer: "withdrawn", daysAgo: int(1, 20) }] : [first];
  });
}

/** The decisions of one demo client about sharing, deterministic; recorded by the client administration. */
export function demoConsents(
  client: typeof clients.$inferInsert,
  around: readonly (typeof contacts.$inferInsert)[],
  calendar: Calendar,
  staff: ReadonlyMap<string, string>,
): Row[] {
  const clerk = DEMO_PEOPLE.find(({ title }) => title === "cliëntadministratie");
  const own = titledName({
    ...{
      initials: client.initials ?? null,
      callName: client.callName ?? null,
      prefix: client.prefix ?? null,
    },
    ...{ lastName: client.lastName, partnerPrefix: client.partnerPrefix ?? null },
    ...{ partnerLastName: client.partnerLastName ?? null, nameUse: client.nameUse, gender: client.gender },
  });
  const appointed = around.find(
    ({ representation }) => representation === "mentor" || representation === "curator",
  );
  const decider = appointed
    ? {
        kind: "representative" as const,
        contactId: appointed.id,
        name: appointed.name,
        capacity: appointed.representation === "mentor" ? "mentor" : "curator",
      }
    : { kind: "client" as const, contactId: null, name: own, capacity: "cliënt" };
  const sequences = new Map<string, number>();
  return saidBy(client.number).map(({ party, answer, daysAgo, daysLeft }) => {
    const sequence = (sequences.get(party) ?? 0) + 1;
    sequences.set(party, sequence);
    const day = calendar.day(daysAgo);
    const name = `consent/${client.number}/${party}/${sequence}`;
    return {
      id: demoId(calendar.now, name),
      clientId: client.id,
      partyId: party,
      sequence,
      answer,
      partyVersion: 1,
      decidedOn: day,
      fromDate: day,
      // It began before it ends, also where it ended a while ago.
      untilDate: daysLeft === undefined ? null : calendar.day(Math.min(-daysLeft, daysAgo)),
      deciders: [decider],
      note: null,
      recordedAt: calendar.at(daysAgo, 605),
      recordedBy: `${clerk?.name}, ${clerk?.title}`,
      recordedById: (clerk && staff.get(clerk.email)) ?? null,
      requestKey: demoId(calendar.now, `${name}/request`),
    };
  });
}
