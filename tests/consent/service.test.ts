import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { clients, contacts } from "@/db/schema/clients";
import { consentDecisions } from "@/db/schema/consent";
import { seedParties } from "@/db/seed/parties";
import { newId } from "@/server/core/ids";
import { apiWith, CLIENTS, entriesOf, makePlaces } from "../access/people";
import { makeWorld, type TestWorld } from "../world";

const DAY = 86_400_000;
const office = {
  tasks: ["client.manage", "consent.change", "consent.record", "consent.exchange"],
  reach: "everywhere",
} as const;
const admin = { tasks: ["organisation.manage"], reach: "everywhere" } as const;
const clientId = String(CLIENTS.own);

let world: TestWorld;
let api: Awaited<ReturnType<typeof apiWith>>;

beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
  await seedParties(world);
  api = await apiWith(world, office);
});

const said = (more: object = {}) => ({
  clientId,
  partyId: "prem",
  last: 0,
  answer: "yes" as const,
  decidedOn: "2026-11-20",
  deciders: ["client"],
  requestKey: newId(world.clock.now()),
  ...more,
});

async function partyNow(id = "prem") {
  const { parties } = await api.consent.screen({ clientId });
  const party = parties.find((each) => each.id === id);
  if (!party) throw new Error("The party is not on the screen.");
  return party;
}

/** The fields a refusal names, as `path: problem`. */
async function problemsOf(act: Promise<unknown>): Promise<string[]> {
  const error = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const cause =
    error instanceof Error ? (error.cause as { fields?: { path: string; problem: string }[] }) : undefined;
  return (cause?.fields ?? []).map(({ path, problem }) => `${path}: ${problem}`);
}

describe("the screen", () => {
  test("shows each party with what holds when nothing was recorded, and why", async () => {
    const { parties, toAsk } = await api.consent.screen({ clientId });
    const shown = parties.map(({ id, chosen, share, why }) => [id, chosen, share, why]);
    expect(shown).toContainEqual(["care-chain", "none", false, "nothing-recorded"]);
    expect(shown).toContainEqual(["nza-elv", "none", true, "no-objection"]);
    expect(shown).toContainEqual(["cbs", "none", true, "statutory"]);
    expect(toAsk).toBe(5);
  });

  test("is closed to who has no Cliëntbeheer, and changes only with both consent tasks", async () => {
    const carer = await apiWith(world, { tasks: ["dossier.view", "dossier.edit"], reach: "everywhere" });
    await expect(carer.consent.screen({ clientId })).rejects.toThrow("Je rol heeft hiervoor geen taak");
    const half = await apiWith(world, { tasks: ["client.manage", "consent.change"], reach: "everywhere" });
    expect((await half.consent.screen({ clientId })).mayChange).toBe(false);
    await expect(half.consent.record(said())).rejects.toThrow("Je rol heeft hiervoor geen taak");
  });
});

describe("recording", () => {
  test("counts at once, and comes after what was there", async () => {
    await api.consent.record(said());
    expect(await partyNow()).toMatchObject({ chosen: "yes", share: true, why: "yes-recorded", last: 1 });
    await api.consent.record(said({ last: 1, answer: "withdrawn", decidedOn: "2026-11-21" }));
    const party = await partyNow();
    expect(party).toMatchObject({ chosen: "none", share: false, why: "withdrawn", last: 2 });
    expect(party.history.map(({ answer }) => answer)).toEqual(["withdrawn", "yes"]);
    expect(party.history[1]).toMatchObject({
      decidedOn: "2026-11-20",
      deciders: [{ name: "Mevr. Kanarieown", capacity: "cliënt" }],
      recordedBy: "Iemand, proef",
    });
  });

  test("a withdrawal of what has yet to begin holds when that day comes", async () => {
    await api.consent.record(said({ fromDate: "2026-12-01" }));
    await api.consent.record(said({ last: 1, answer: "withdrawn" }));
    world.clock.advance(20 * DAY);
    expect(await partyNow()).toMatchObject({ why: "withdrawn" });
  });

  test("of two who decide at once, one is told so and nothing is lost", async () => {
    const [first, second] = await Promise.allSettled([
      api.consent.record(said()),
      api.consent.record(said({ answer: "no" })),
    ]);
    expect([first?.status, second?.status].sort()).toEqual(["fulfilled", "rejected"]);
    await expect(api.consent.record(said({ answer: "no" }))).rejects.toThrow(
      "Een collega heeft net iets vastgelegd",
    );
    expect(await world.db.read.$count(consentDecisions)).toBe(1);
  });

  test("the same request again is the same decision", async () => {
    const given = said();
    const first = await api.consent.record(given);
    expect(await api.consent.record(given)).toEqual(first);
    expect(await world.db.read.$count(consentDecisions)).toBe(1);
  });

  test("what cannot be is told at its field", async () => {
    expect(await problemsOf(api.consent.record(said({ untilDate: "2026-11-19" })))).toEqual([
      "untilDate: before-start",
    ]);
    expect(await problemsOf(api.consent.record(said({ decidedOn: "2026-11-22" })))).toEqual([
      "decidedOn: in-future",
    ]);
    expect(await problemsOf(api.consent.record(said({ decidedOn: "1939-01-01" })))).toContain(
      "decidedOn: before-birth",
    );
    expect(await problemsOf(api.consent.record(said({ decidedOn: "2026-02-31" })))).toEqual([
      "decidedOn: not-a-date",
    ]);
    expect(await problemsOf(api.consent.record(said({ fromDate: "2026-11-01" })))).toEqual([
      "fromDate: before-decision",
    ]);
    expect(await problemsOf(api.consent.record(said({ deciders: [] })))).toEqual([
      "deciders: decider-missing",
    ]);
    expect(await problemsOf(api.consent.record(said({ note: "x".repeat(1_000_000) })))).toEqual([
      "note: too-long",
    ]);
    expect(await world.db.read.$count(consentDecisions)).toBe(0);
  });

  test("a daughter without power is refused; a mentor decides, and the client alone no longer does", async () => {
    const id =
      (await world.db.read.select().from(clients).where(eq(clients.number, CLIENTS.own)))[0]?.id ?? "";
    const around = { clientId: id, phone: null, email: null, address: null, note: null, untilDate: null };
    await world.db.write((tx) =>
      tx.insert(contacts).values([
        { ...around, id: "daughter", name: "Dochter", fromDate: null },
        { ...around, id: "mentor", name: "Mevr. Mentor", representation: "mentor", fromDate: "2026-01-01" },
      ]),
    );
    expect(await problemsOf(api.consent.record(said({ deciders: ["daughter"] })))).toEqual([
      "deciders: decider-powerless",
    ]);
    expect(await problemsOf(api.consent.record(said()))).toEqual(["deciders: client-represented"]);
    await api.consent.record(said({ deciders: ["mentor"] }));
    expect((await partyNow()).history[0]?.deciders).toEqual([{ name: "Mevr. Mentor", capacity: "mentor" }]);
  });

  test.each([
    ["2015-11-22", ["client-too-young"]],
    ["2012-01-01", ["needs-both"]],
    ["2010-11-20", []],
  ])("a client born on %s alone: %j", async (birthDate, problems) => {
    await world.db.write((tx) => tx.update(clients).set({ birthDate }));
    expect(await problemsOf(api.consent.record(said()))).toEqual(problems.map((each) => `deciders: ${each}`));
  });

  test("there is nothing to choose about what the law asks, nor about a party that ended", async () => {
    await expect(api.consent.record(said({ partyId: "cbs" }))).rejects.toThrow("op grond van de wet");
    const beheer = await apiWith(world, admin);
    await beheer.consent.endParty({ partyId: "prem", version: 1, reason: "Onderzoek gestopt" });
    await expect(api.consent.record(said())).rejects.toThrow("wisselen we geen gegevens meer uit");
  });
});

describe("what a Ja cannot undo or become", () => {
  test("a Ja decided before the newest decision is refused: it is no answer to that", async () => {
    await api.consent.record(said());
    await api.consent.record(said({ last: 1, answer: "withdrawn", decidedOn: "2026-11-21" }));
    expect(await problemsOf(api.consent.record(said({ last: 2, decidedOn: "2024-03-01" })))).toEqual([
      "decidedOn: before-newest",
    ]);
    expect(await partyNow()).toMatchObject({ why: "withdrawn" });
  });

  test("a decision dated after death is refused", async () => {
    await world.db.write((tx) => tx.update(clients).set({ deathDate: "2026-11-01" }));
    expect(await problemsOf(api.consent.record(said()))).toEqual(["decidedOn: after-death"]);
  });

  test("a request key that comes again with something else is refused, and nothing is passed over", async () => {
    const given = said();
    await api.consent.record(given);
    for (const other of [{ answer: "no" as const }, { partyId: "zorgkaart" }, { note: "Anders" }])
      await expect(api.consent.record({ ...given, ...other })).rejects.toThrow("net iets vastgelegd");
    expect(await world.db.read.$count(consentDecisions)).toBe(1);
  });

  test("a party that takes another name is another party, unless it is said to be the same", async () => {
    const beheer = await apiWith(world, admin);
    await api.consent.record(said());
    world.clock.advance(1_000);
    const renamed = {
      ...{ partyId: "prem", version: 1, name: "Marketingbureau", basis: "consent" as const, legalGround: "" },
      ...{ gets: ["identity", "address"], addressList: true },
      purpose: "Uitnodiging voor de vragenlijst over ervaringen met de zorg",
    };
    expect(await beheer.consent.changeParty(renamed)).toMatchObject({ anew: true });
    expect(await partyNow()).toMatchObject({ why: "purpose-changed" });
  });
});

describe("parties", () => {
  const changed = (more: object = {}) => ({
    partyId: "prem",
    version: 1,
    name: "Cliëntervaringsonderzoek PREM",
    purpose: "Uitnodiging voor de vragenlijst over ervaringen met de zorg",
    basis: "consent" as const,
    legalGround: "",
    gets: ["identity", "address"],
    addressList: true,
    ...more,
  });

  test("another purpose asks consent anew and keeps the old; another name does not", async () => {
    const beheer = await apiWith(world, admin);
    await api.consent.record(said());
    world.clock.advance(1_000);
    expect(
      await beheer.consent.changeParty(changed({ name: "PREM-onderzoek", sameOrganisation: true })),
    ).toMatchObject({
      anew: false,
    });
    expect(await partyNow()).toMatchObject({ why: "yes-recorded", name: "PREM-onderzoek" });
    world.clock.advance(1_000);
    expect(
      await beheer.consent.changeParty(
        changed({ version: 2, name: "PREM-onderzoek", purpose: "Marktonderzoek", sameOrganisation: true }),
      ),
    ).toMatchObject({ anew: true });
    const party = await partyNow();
    expect(party).toMatchObject({ why: "purpose-changed", share: false });
    expect(party.history[0]?.purpose).toBe("Uitnodiging voor de vragenlijst over ervaringen met de zorg");
    await api.consent.record(said({ last: 1, decidedOn: "2026-11-21" }));
    expect(await partyNow()).toMatchObject({ why: "yes-recorded" });
  });

  test("one who was later is told so; a basis without its law, or a name taken, is told at its field", async () => {
    const beheer = await apiWith(world, admin);
    await beheer.consent.changeParty(changed({ name: "A" }));
    await expect(beheer.consent.changeParty(changed({ name: "B" }))).rejects.toThrow("net gewijzigd");
    expect(await problemsOf(beheer.consent.changeParty(changed({ version: 2, basis: "objection" })))).toEqual(
      ["legalGround: required"],
    );
    expect(await problemsOf(beheer.consent.changeParty(changed({ version: 2, name: "CBS" })))).toEqual([
      "name: party-name-taken",
    ]);
    expect(await problemsOf(beheer.consent.changeParty(changed({ version: 2, gets: ["identity"] })))).toEqual(
      ["gets: address-not-given"],
    );
  });

  test("a party that ends while decisions exist takes none of them along", async () => {
    const beheer = await apiWith(world, admin);
    await api.consent.record(said());
    expect(await beheer.consent.endParty({ partyId: "prem", version: 1, reason: "Gestopt" })).toEqual({
      decisions: 1,
    });
    const { parties, ended } = await api.consent.screen({ clientId });
    expect(parties.map(({ id }) => id)).not.toContain("prem");
    expect(ended).toMatchObject([{ id: "prem", why: "party-ended", history: [{ answer: "yes" }] }]);
  });
});

test("each act leaves one row that names the party and no words of the client", async () => {
  const rows = await entriesOf(world, () => api.consent.record(said({ note: "Kanariebriefje" })));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ event: "consent.recorded", outcome: "done", detail: "yes" });
  expect(rows[0]?.objects).toContain("party:prem");
  expect(JSON.stringify(rows)).not.toContain("Kanarie");
});
