import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Database } from "@/db/client";
import { clientLocations } from "@/db/schema/clients";
import { locationMessages } from "@/db/schema/location-messages";
import { mails } from "@/db/schema/mails";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { cancelAllNotices, collectNext, deliverNext } from "@/inngest/location-messages";
import { deliverMail } from "@/server/mail/deliver";
import { openBody } from "@/server/mail/sealed";
import { CLIENTS } from "../access/people";
import { sendTo } from "../mail/queued";
import { startMailServer } from "../mail/smtp-server";
import { messageHouse, options } from "./message-house";

const OWN = String(CLIENTS.own);

it("is in the portal of each person once for each client, and mailed once, however often a step is done again", async () => {
  const house = await messageHouse();
  const { world, rows } = house;
  const one = await house.person([{ kind: "network", to: "own" }]);
  const two = await house.person([
    { kind: "network", to: "own" },
    { kind: "network", to: "below" },
  ]);
  const other = await house.person([{ kind: "network", to: "beside" }]);
  const id = await house.send();
  await house.deliver(id);
  const first = await rows(id);
  expect(first.map(({ accountId }) => accountId).sort()).toEqual(
    [one.accountId, two.accountId, two.accountId].sort(),
  );
  expect(first.every(({ state }) => state === "delivered")).toBe(true);
  expect(await world.db.read.$count(mails, eq(mails.kind, "location-message"))).toBe(2);
  // Each step once more, as after a death before it was stored that it was done.
  await collectNext(world, id);
  await deliverNext(world, id);
  // Or from the very first of them, as if nobody knew how far it was.
  const anew = { state: "sending", cursor: null, delivered: 0 } as const;
  await world.db.write((tx) => tx.update(locationMessages).set(anew));
  await deliverNext(world, id);
  expect(await rows(id)).toEqual(first);
  expect(await world.db.read.$count(mails, eq(mails.kind, "location-message"))).toBe(2);
  await world.db.write((tx) => tx.update(locationMessages).set({ delivered: 3 }));
  expect(await house.row(id)).toMatchObject({ state: "sent", total: 3, delivered: 3, skipped: 0 });
  const { messages } = await (await one.api()).portalMessages.list({ clientId: OWN });
  expect(messages).toMatchObject([{ id, from: "Huis own", body: house.message.body, unread: true }]);
  await expect((await other.api()).portalMessages.list({ clientId: OWN })).rejects.toThrow();
  const beside = await (await other.api()).portalMessages.list({ clientId: String(CLIENTS.beside) });
  expect(beside.messages).toEqual([]);
});

it("counts what is new to someone, about those they still look along with", async () => {
  const house = await messageHouse("everywhere");
  await options(house.world, true, true);
  const bonds = [
    { kind: "network", to: "own" },
    { kind: "representative", to: "beside" },
    { kind: "involved", to: "below" },
  ] as const;
  const [one, other] = [await house.person(bonds), await house.person([{ kind: "network", to: "own" }])];
  const unread = async () => {
    const found = await (await one.api()).portalMessages.unread();
    return found.map(({ number, unread }) => [number, unread]).sort();
  };
  const ids: string[] = [];
  for (let message = 0; message < 3; message++) {
    const id = await house.send({ location: null });
    await house.deliver(id);
    ids.push(id);
  }
  const [own, beside] = [CLIENTS.own, CLIENTS.beside];
  expect(await unread()).toEqual(
    [
      [own, 3],
      [beside, 3],
    ].sort(),
  );
  await (await one.api()).portalMessages.read({ clientId: OWN, messageId: ids[0] ?? "" });
  await (await house.api()).locationMessages.withdraw({ messageId: ids[1] ?? "" });
  expect(await unread()).toEqual(
    [
      [own, 1],
      [beside, 2],
    ].sort(),
  );
  await house.world.db.write((tx) =>
    tx.update(portalRelations).set({ endedAt: 1 }).where(eq(portalRelations.kind, "network")),
  );
  expect(await unread()).toEqual([[beside, 2]]);
  expect(await (await other.api()).portalMessages.unread()).toEqual([]);
});

it("tells by mail that there is something, and nothing of what or about whom", async () => {
  const house = await messageHouse();
  await house.person([{ kind: "network", to: "own" }]);
  await house.person([{ kind: "network", to: "own" }], { messageNotices: false });
  const id = await house.send({ body: "Kanarietekst over het feest" });
  await house.deliver(id);
  const sent = await house.world.db.read.select().from(mails).where(eq(mails.kind, "location-message"));
  expect(sent).toHaveLength(1);
  const { subject, text } = openBody(house.world.keys, sent[0]?.id ?? "", sent[0]?.bodySealed ?? "");
  expect(`${subject} ${text}`).not.toMatch(/kanarie|naaste|huis own|anouk/i);
  expect(text).toContain("/caren");
  expect(JSON.stringify(house.world.sent)).not.toMatch(/kanarie|naaste/i);
});

it("goes on where a death left it: what was written down and delivered is not done again", async () => {
  const house = await messageHouse();
  const { world } = house;
  for (let number = 0; number < 3; number++) await house.person([{ kind: "network", to: "own" }]);
  const id = await house.send();
  await collectNext(world, id);
  // A batch that dies with its process leaves nothing of itself.
  const dying = { ...world, db: { ...world.db, write: dieBefore(world.db.write) } };
  await expect(deliverNext(dying, id)).rejects.toThrow("dead");
  expect((await house.rows(id)).every(({ state }) => state === "waiting")).toBe(true);
  expect(await world.db.read.$count(mails)).toBe(0);
  await house.deliver(id);
  expect((await house.rows(id)).map(({ state }) => state)).toEqual(["delivered", "delivered", "delivered"]);
  expect(await world.db.read.$count(mails)).toBe(3);
  expect((await house.row(id)).delivered).toBe(3);
});

/** Does all a write does, and is dead before it is stored. */
function dieBefore(write: Database["write"]): Database["write"] {
  return (work) =>
    write(async (tx) => {
      await work(tx);
      throw new Error("dead");
    });
}

it("passes over who was unlinked, switched off or whose client moved away since it was written down", async () => {
  const house = await messageHouse();
  const { world } = house;
  const stays = await house.person([{ kind: "network", to: "own" }]);
  const unlinked = await house.person([{ kind: "network", to: "own" }]);
  const off = await house.person([{ kind: "network", to: "own" }]);
  const moved = await house.person([{ kind: "network", to: "below" }]);
  const id = await house.send();
  await collectNext(world, id);
  await house.unlink(unlinked.accountId);
  await world.db.write(async (tx) => {
    await tx.update(portalAccounts).set({ disabledAt: 1 }).where(eq(portalAccounts.id, off.accountId));
    await tx
      .update(clientLocations)
      .set({ locationId: "beside" })
      .where(eq(clientLocations.id, "stay-below"));
  });
  await deliverNext(world, id);
  const states = new Map((await house.rows(id)).map((row) => [row.accountId, row.skipped ?? row.state]));
  expect(states).toEqual(
    new Map([
      [stays.accountId, "delivered"],
      [unlinked.accountId, "unlinked"],
      [off.accountId, "account-off"],
      [moved.accountId, "moved"],
    ]),
  );
  expect(await world.db.read.$count(mails)).toBe(1);
  expect(await house.row(id)).toMatchObject({ state: "sent", delivered: 1, skipped: 3 });
});

it("is judged anew when it goes: who moved there since the sender looked gets it, who left does not", async () => {
  const house = await messageHouse();
  const comes = await house.person([{ kind: "network", to: "beside" }]);
  await house.person([{ kind: "network", to: "own" }]);
  const id = await house.send();
  await house.world.db.write(async (tx) => {
    await tx.update(clientLocations).set({ locationId: "own" }).where(eq(clientLocations.id, "stay-beside"));
    await tx.update(clientLocations).set({ locationId: "house" }).where(eq(clientLocations.id, "stay-own"));
  });
  await house.deliver(id);
  expect((await house.rows(id)).map(({ accountId }) => accountId)).toEqual([comes.accountId]);
});

it.each([
  ["the sender's right", async (house: House) => house.loseRight(), "right-withdrawn"],
  ["every communication option", async (house: House) => options(house.world, false), "options-off"],
] as const)(
  "stops when %s goes halfway, and what was not delivered stays undelivered",
  async (_what, lose, why) => {
    const house = await messageHouse();
    await house.person([{ kind: "network", to: "own" }]);
    const id = await house.send();
    await collectNext(house.world, id);
    await lose(house);
    expect(await deliverNext(house.world, id)).toBe(false);
    expect(await house.row(id)).toMatchObject({ state: "stopped", stopped: why, delivered: 0 });
    expect((await house.rows(id)).map(({ state }) => state)).toEqual(["waiting"]);
    expect(await house.world.db.read.$count(mails)).toBe(0);
    // It does not come to life again with the right.
    expect(await deliverNext(house.world, id)).toBe(false);
    expect((await house.rows(id)).map(({ state }) => state)).toEqual(["waiting"]);
  },
);

type House = Awaited<ReturnType<typeof messageHouse>>;

it("that is withdrawn reaches nobody further, stands in the portal as withdrawn, and its waiting mails do not go", async () => {
  const house = await messageHouse();
  const { world } = house;
  const one = await house.person([{ kind: "network", to: "own" }]);
  const id = await house.send();
  await house.deliver(id);
  const { portalMessages } = await one.api();
  await portalMessages.read({ clientId: OWN, messageId: id });
  expect((await house.rows(id)).map(({ state }) => state)).toEqual(["read"]);
  await (await house.api()).locationMessages.withdraw({ messageId: id, reason: "Verkeerde datum" });
  await cancelAllNotices(world, id);
  const [shown] = (await portalMessages.list({ clientId: OWN })).messages;
  expect(shown).toMatchObject({ body: null, withdrawnAt: world.clock.now() });
  expect((await world.db.read.select().from(mails)).map(({ state }) => state)).toEqual(["cancelled"]);
  expect((await house.rows(id)).map(({ notice }) => notice)).toEqual(["failed"]);
  const seen = await (await house.api()).locationMessages.view({ messageId: id });
  expect(seen).toMatchObject({
    body: house.message.body,
    withdrawReason: "Verkeerde datum",
    state: "withdrawn",
  });

  const before = await house.send();
  await collectNext(world, before);
  await (await house.api()).locationMessages.withdraw({ messageId: before });
  await house.deliver(before);
  expect((await house.rows(before)).map(({ state }) => state)).toEqual(["waiting"]);
});

it("one address in ten that the mail server refuses says so with that person, and holds up nobody", async () => {
  const house = await messageHouse();
  for (let number = 0; number < 20; number++)
    await house.person([{ kind: "network", to: "own" }], {
      email: `${number % 10 === 3 ? "weg" : "er"}-${number}@post.example`,
    });
  const id = await house.send();
  await house.deliver(id);
  const server = await startMailServer({ refuses: /weg-/ });
  sendTo(house.world, server.port);
  await deliverMail(house.world);
  const notices = (await house.rows(id)).map(({ notice }) => notice);
  expect(notices.filter((notice) => notice === "sent")).toHaveLength(18);
  expect(notices.filter((notice) => notice === "failed")).toHaveLength(2);
  expect(new Set(server.taken.map((text) => /^To: (.*)$/m.exec(text)?.[1])).size).toBe(18);
  const { notices: told } = await (await house.api()).locationMessages.view({ messageId: id });
  expect(told).toMatchObject({ sent: 18, failed: 2, uncertain: 0 });
  await server.stop();
});

it("a mail of which nobody knows whether it went is uncertain with that person, and never sent again by itself", async () => {
  const house = await messageHouse();
  await house.person([{ kind: "network", to: "own" }]);
  const id = await house.send();
  await house.deliver(id);
  const server = await startMailServer({ end: "break" });
  sendTo(house.world, server.port);
  await deliverMail(house.world);
  expect((await house.rows(id)).map(({ notice }) => notice)).toEqual(["uncertain"]);
  house.world.clock.advance(86_400_000);
  await deliverMail(house.world);
  expect(server.seen.texts).toBe(1);
  await server.stop();
});
