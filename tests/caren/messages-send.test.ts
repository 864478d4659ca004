import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { clients } from "@/db/schema/clients";
import { reasonOf } from "@/server/access/perform";
import { MESSAGE_SENT } from "@/server/caren/messages/events";
import { apiWith, CLIENTS, entriesOf } from "../access/people";
import { messageHouse, options } from "./message-house";

it("waits for its moment, and is not in anyone's portal before", async () => {
  const house = await messageHouse();
  await house.person([{ kind: "network", to: "own" }]);
  const id = await house.send({ scheduledAt: house.world.clock.now() + 3_600_000 });
  expect(await house.row(id)).toMatchObject({ state: "scheduled", startedAt: null });
  expect(house.world.sent).toContainEqual({ name: MESSAGE_SENT, data: { messageId: id } });
  const refused = house.send({ scheduledAt: house.world.clock.now() - 1 });
  expect(await refused.catch(reasonOf)).toBe("message-moment");
});

it.each([
  ["empty", { body: "" }, "message-empty"],
  ["only spaces", { body: " \n\t " }, "message-empty"],
  ["64,001 signs", { body: "é".repeat(64_001) }, "message-too-long"],
  ["64,001 faces", { body: "👩‍🦰".repeat(64_001) }, "message-too-long"],
  ["a location out of reach", { location: "BESIDE" }, "location-gone"],
  ["a location above one's reach", { location: "HOUSE" }, "location-gone"],
  ["a location nobody has", { location: "NERGENS" }, "location-gone"],
  ["nobody to read it", { seenAccounts: 0 }, "message-nobody"],
] as const)("%s is refused, and nothing is stored", async (_what, given, reason) => {
  const house = await messageHouse();
  await house.person([{ kind: "network", to: "own" }]);
  expect(await house.send(given).catch(reasonOf)).toBe(reason);
  expect(await (await house.api()).locationMessages.list({})).toMatchObject({ lines: [] });
});

it("64,000 signs are sent as they were written, and one click twice is one message", async () => {
  const house = await messageHouse();
  await house.person([{ kind: "network", to: "own" }]);
  const body = "👩‍🦰".repeat(2_000) + "é".repeat(62_000);
  const id = await house.send({ body });
  expect((await house.row(id)).body).toBe(body);
  const api = await house.api();
  const same = { ...house.message, body, requestKey: "request-1" };
  expect(await api.locationMessages.send(same)).toEqual({ messageId: id });
  expect(await api.locationMessages.send({ ...same, body: "iets anders" }).catch(reasonOf)).toBe(
    "request-reused",
  );
});

it("shows beforehand how many it reaches, and who it does not and why, within one's reach", async () => {
  const house = await messageHouse("house");
  const one = await house.person([
    { kind: "network", to: "own" },
    { kind: "client", to: "own" },
  ]);
  await house.person([{ kind: "network", to: "own" }], { messageNotices: false });
  await house.person([{ kind: "client", to: "below" }]);
  await house.person([{ kind: "network", to: "beside" }], { disabledAt: 1 });
  const { locationMessages } = await house.api();
  expect(await locationMessages.preview({ location: null })).toMatchObject({
    ...{ place: null, clients: 3, reached: 1, accounts: 2, notices: 1, refused: null },
    unreached: [
      { reason: "account-off", clients: 1 },
      { reason: "option-off", clients: 1 },
    ],
  });
  await options(house.world, true, true);
  const own = await locationMessages.preview({ location: "OWN" });
  expect(own).toMatchObject({ place: { code: "OWN" }, clients: 2, reached: 2, accounts: 3, unreached: [] });
  await house.unlink(one.accountId);
  await house.world.db.write((tx) =>
    tx.update(clients).set({ deathDate: "" }).where(eq(clients.id, "client-below")),
  );
  expect((await locationMessages.unreached({ location: "OWN" })).lines).toMatchObject([
    { number: CLIENTS.below, reason: "out-of-care", address: null },
  ]);
  const id = await house.send({ location: null });
  await house.deliver(id);
  expect(await house.row(id)).toMatchObject({ total: 1, delivered: 1 });
});

it("names who is not reached in the order of every list: by the name in use, without its prefix", async () => {
  const house = await messageHouse("everywhere");
  const name = (id: string, names: Partial<typeof clients.$inferInsert>) =>
    house.world.db.write((tx) => tx.update(clients).set(names).where(eq(clients.id, id)));
  await name("client-own", { lastName: "Appel", partnerLastName: "Zwart", nameUse: "partner-own" });
  await name("client-below", { prefix: "van", lastName: "Bos" });
  await name("client-beside", { lastName: "Kramer" });
  const { lines } = await (await house.api()).locationMessages.unreached({ location: null });
  const numbers: number[] = [CLIENTS.own, CLIENTS.below, CLIENTS.beside];
  const found = lines.map(({ number }) => number).filter((number) => numbers.includes(number));
  expect(found).toEqual([CLIENTS.below, CLIENTS.beside, CLIENTS.own]);
});

it("lists and recipients are cut to the reader's reach", async () => {
  const house = await messageHouse("house");
  await house.person([{ kind: "network", to: "own" }]);
  await house.person([{ kind: "network", to: "beside" }]);
  const [toHouse, toAll] = [await house.send({ location: "HOUSE" }), await house.send({ location: null })];
  const toBeside = await house.send({ location: "BESIDE" });
  for (const id of [toHouse, toAll, toBeside]) await house.deliver(id);
  const reader = await apiWith(house.world, { tasks: ["caren.view"], reach: "own" });
  const { lines } = await reader.locationMessages.list({});
  expect(lines.map(({ id }) => id)).toEqual([toAll, toHouse]);
  for (const messageId of [toHouse, toAll]) {
    expect(await reader.locationMessages.view({ messageId })).toMatchObject({
      counts: { delivered: 1 },
      may: { withdraw: false },
    });
    const { lines } = await reader.locationMessages.recipients({ messageId });
    expect(lines.map(({ client }) => client.number)).toEqual([CLIENTS.own]);
  }
  for (const ask of [
    reader.locationMessages.view,
    reader.locationMessages.progress,
    reader.locationMessages.recipients,
  ])
    expect(await ask({ messageId: toBeside }).catch(reasonOf)).toBe("message-gone");
  expect(await reader.locationMessages.withdraw({ messageId: toHouse }).catch(reasonOf)).toBe("task-missing");
  const below = await apiWith(house.world, { tasks: ["caren.view", "caren.bulk-message"], reach: "own" });
  expect(await below.locationMessages.withdraw({ messageId: toHouse }).catch(reasonOf)).toBe("message-gone");
});

it("is refused while every communication option is off, or Caren is elsewhere; what was written stays a draft", async () => {
  const house = await messageHouse();
  await house.person([{ kind: "network", to: "own" }]);
  const { locationMessages } = await house.api();
  await locationMessages.keep({ location: "OWN", body: "Half geschr" });
  await options(house.world, false);
  expect(await house.send().catch(reasonOf)).toBe("message-options-off");
  const preview = await locationMessages.preview({ location: "OWN" });
  expect(preview.draft?.body).toBe("Half geschr");
  expect(preview.refused).toMatch(/geen communicatieoptie/);
  await options(house.world, true);
  await house.send();
  expect((await locationMessages.preview({ location: "OWN" })).draft).toBeNull();
});

it("each step leaves its trace, without a word of what it says", async () => {
  const house = await messageHouse();
  await house.person([{ kind: "network", to: "own" }]);
  let id = "";
  const told = await entriesOf(house.world, async () => {
    id = await house.send({ body: "Kanarietekst" });
  });
  expect(told).toMatchObject([{ event: "message.sent", outcome: "done" }]);
  const refused = await entriesOf(house.world, () => house.send({ location: "BESIDE" }));
  expect(refused).toMatchObject([{ event: "message.sent", outcome: "failed" }]);
  expect(JSON.stringify([told, refused])).not.toMatch(/kanarie/i);
  expect(told[0]?.objects).toContain(`message:${id}`);
});
