import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { insertMany } from "@/db/insert";
import { clients } from "@/db/schema/clients";
import { consentDecisions } from "@/db/schema/consent";
import { reports } from "@/db/schema/dossier/reports";
import { seedParties } from "@/db/seed/parties";
import { perform, performOnClient } from "@/server/access/perform";
import { addressFor, candidatesFor } from "@/server/consent/address-list";
import { copyForParty } from "@/server/consent/copy";
import { type Outcome, outcomeOf } from "@/server/consent/rules";
import { DomainError } from "@/server/core/errors";
import {
  apiWith,
  CLIENTS,
  contextOf,
  entriesOf,
  makeEmployee,
  makePlaces,
  openSession,
} from "../access/people";
import { makeWorld, type TestWorld } from "../world";

const exchange = { tasks: ["consent.exchange", "client.manage"], reach: "everywhere" } as const;
const DAY = 86_400_000;

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
  await seedParties(world);
});

async function callerWith(...holdings: Parameters<typeof makeEmployee>[1][number][]) {
  const id = await makeEmployee(world, holdings);
  return (await contextOf(world, await openSession(world, id))).caller;
}

let made = 0;
function decision(
  clientId: string,
  partyId: string,
  more: Partial<typeof consentDecisions.$inferInsert> = {},
) {
  made += 1;
  return {
    id: `decision-${made}`,
    clientId,
    partyId,
    sequence: 1,
    answer: "yes" as const,
    partyVersion: 1,
    decidedOn: "2026-01-01",
    fromDate: "2026-01-01",
    deciders: [],
    recordedAt: world.clock.now() - 30 * DAY,
    recordedBy: "Iemand",
    requestKey: `key-${made}`,
    ...more,
  };
}

const give = { tasks: ["consent.exchange"], audit: "consent.address-given", kind: "query" } as const;
const copyAct = { tasks: ["consent.exchange"], audit: "consent.copy-given", kind: "query" } as const;

describe("the address list of 1,000 clients with mixed decisions", () => {
  test("holds who may be approached, counts the others by reason as SQL does, and leaves a row a client", async () => {
    const now = world.clock.now();
    const people = Array.from({ length: 1_000 }, (_, index) => ({
      ...{
        id: `many-${index}`,
        number: 30_000 + index,
        lastName: `Kanarie${index}`,
        nameUse: "own" as const,
      },
      ...{ gender: "female" as const, birthDate: "1940-01-01", createdAt: now, changedAt: now },
    }));
    const rows = people.flatMap(({ id }, index) => {
      const last = { recordedAt: now - 10 * DAY };
      switch (index % 5) {
        case 0:
          return [decision(id, "prem")];
        case 1:
          return [decision(id, "prem", { answer: "no" })];
        case 2:
          return [decision(id, "prem", { untilDate: index % 2 ? "2026-11-20" : "2026-11-21" })];
        case 3:
          return [decision(id, "prem"), decision(id, "prem", { ...last, sequence: 2, answer: "withdrawn" })];
        default:
          return index % 2 ? [] : [decision(id, "zorgkaart")];
      }
    });
    await world.db.write(async (tx) => {
      await tx.delete(consentDecisions);
      await insertMany(tx, clients, people);
      await insertMany(tx, consentDecisions, rows);
    });
    const caller = await callerWith(exchange);
    const numbers = people.map(({ number }) => number);
    const counted = new Map<Outcome | "approachable", number>();
    const add = (why: Outcome | "approachable") => counted.set(why, (counted.get(why) ?? 0) + 1);
    const entries = await entriesOf(world, async () => {
      for (let from = 0; from < numbers.length; from += 50) {
        const part = numbers
          .slice(from, from + 50)
          .map((number) =>
            performOnClient(world, caller, give, String(number), (ctx, client) =>
              addressFor(ctx, client, "prem"),
            ),
          );
        for (const answer of await Promise.allSettled(part)) {
          if (answer.status === "fulfilled") add("approachable");
          else add(outcomeOf(answer.reason.reason) ?? "party-not-yet");
        }
      }
    });
    // Told by SQL alone: the newest begun decision a client, and what it comes to on 21 November 2026.
    const independent = await world.db.read.all<{ why: string; n: number }>(sql`
      WITH last AS (
        SELECT client_id, answer, until_date, row_number() OVER (PARTITION BY client_id ORDER BY sequence DESC) AS nth
        FROM consent_decisions WHERE party_id = 'prem' AND from_date <= '2026-11-21'
      ) SELECT CASE WHEN l.client_id IS NULL THEN 'nothing-recorded'
               WHEN l.answer = 'withdrawn' THEN 'withdrawn'
               WHEN l.answer = 'no' THEN 'no-recorded'
               WHEN l.until_date < '2026-11-21' THEN 'expired' ELSE 'approachable' END AS why, count(*) AS n
        FROM clients c LEFT JOIN last l ON l.client_id = c.id AND l.nth = 1
        WHERE c.number >= 30000 GROUP BY 1`);
    expect(Object.fromEntries(counted)).toEqual(
      Object.fromEntries(independent.map(({ why, n }) => [why, n])),
    );
    expect(independent.map(({ why }) => why).sort()).toEqual(
      ["approachable", "expired", "no-recorded", "nothing-recorded", "withdrawn"].sort(),
    );
    expect(entries).toHaveLength(1_000);
    expect(entries.filter(({ outcome }) => outcome === "done")).toHaveLength(
      counted.get("approachable") ?? 0,
    );
    expect(JSON.stringify(entries)).not.toContain("Kanarie");
  }, 60_000);
});

test("who left care, died or is out of reach is no candidate; a party without a list has none", async () => {
  await world.db.write((tx) =>
    tx.update(clients).set({ outOfCareSince: "2026-01-01" }).where(sql`number = ${CLIENTS.below}`),
  );
  const caller = await callerWith({ tasks: ["consent.exchange"], reach: "own" });
  const look = {
    tasks: ["consent.exchange"],
    audit: { coveredBy: "consent.address-listed" },
    kind: "query",
  } as const;
  const ask = (partyId: string) =>
    perform(world, caller, look, { kind: "none" }, (ctx) => candidatesFor(ctx, partyId));
  expect((await ask("prem")).numbers).toEqual([CLIENTS.own]);
  await expect(ask("cbs")).rejects.toThrow(new DomainError("party-no-address-list"));
});

describe("a copy for a party", () => {
  const clientId = "client-own";
  const number = String(CLIENTS.own);
  const copyOf = async (partyId: string) => {
    const caller = await callerWith(exchange);
    const { text } = await performOnClient(world, caller, copyAct, number, (ctx, client) =>
      copyForParty(ctx, client, partyId),
    );
    const bundle: { entry: { resource: { resourceType: string } & Record<string, unknown> }[] } = JSON.parse(
      text.join(""),
    );
    return bundle.entry.map(({ resource }) => resource);
  };

  test("goes without a record where objection is the rule, not after a Nee, and not without a Ja where consent is", async () => {
    expect((await copyOf("nza-elv")).map(({ resourceType }) => resourceType)).toEqual(["Patient"]);
    await expect(copyOf("care-chain")).rejects.toThrow(new DomainError("consent-nothing-recorded"));
    await world.db.write((tx) =>
      tx.insert(consentDecisions).values(decision(clientId, "nza-elv", { answer: "no" })),
    );
    await expect(copyOf("nza-elv")).rejects.toThrow(new DomainError("consent-no-recorded"));
  });

  test("a refusal is in the log with its reason", async () => {
    const entries = await entriesOf(world, () => copyOf("care-chain"));
    expect(entries.at(-1)).toMatchObject({
      event: "consent.copy-given",
      outcome: "failed",
      detail: "consent-nothing-recorded",
      clientId,
    });
  });

  test("holds only what the party gets, and nothing hidden, bound or entered in error", async () => {
    const report = { clientId, recordedAt: 1, recordedBy: "Iemand", category: "daily", discipline: "carer" };
    await world.db.write(async (tx) => {
      await tx.insert(consentDecisions).values([decision(clientId, "care-chain"), decision(clientId, "lsp")]);
      await tx.insert(reports).values([
        { ...report, id: "open", moment: 1, text: "Zichtbaar", expertises: [] },
        { ...report, id: "hidden", moment: 2, text: "Kanarieverborgen", hidden: true, expertises: [] },
        { ...report, id: "bound", moment: 3, text: "Kanariegebonden", expertises: ["psychologist"] },
        { ...report, id: "archived", moment: 4, text: "Kanariefout", expertises: [], archivedAt: 5 },
      ]);
    });
    const ids = async (partyId: string) => (await copyOf(partyId)).map(({ id }) => id);
    expect(await ids("care-chain")).toContain("open");
    for (const kept of ["hidden", "bound", "archived"]) expect(await ids("care-chain")).not.toContain(kept);
    expect(await ids("lsp")).not.toContain("open");
    const lsp = await copyOf("lsp");
    expect(lsp[0]).toMatchObject({ resourceType: "Patient", birthDate: "1940-05-06" });
    expect(lsp[0]).not.toHaveProperty("telecom");
    const registration = await copyOf("nza-elv");
    expect(registration[0]).not.toHaveProperty("name");
    expect(JSON.stringify(registration)).not.toContain("999990019");
  });
});

test("the overview counts each client in care once, and the list behind a figure holds those", async () => {
  const api = await apiWith(world, exchange);
  await world.db.write((tx) =>
    tx
      .insert(consentDecisions)
      .values([
        decision("client-own", "prem"),
        decision("client-below", "prem", { answer: "no" }),
        decision("client-beside", "prem", { untilDate: "2026-11-20" }),
      ]),
  );
  const { total, rows } = await api.consent.overview();
  expect(total).toBe(5);
  expect(rows.find(({ partyId }) => partyId === "prem")?.figures).toEqual({
    yes: 1,
    no: 1,
    none: 2,
    over: 1,
  });
  const behind = await api.consent.behind({ partyId: "prem", figure: "over" });
  expect(behind.clients).toMatchObject([{ number: CLIENTS.beside, why: "expired" }]);
  const near = await apiWith(world, { tasks: ["client.manage"], reach: "own" });
  expect((await near.consent.behind({ partyId: "prem", figure: "over" })).total).toBe(0);
});
