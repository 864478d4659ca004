import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mails } from "@/db/schema/mails";
import { deliverMail, sweepMail } from "@/server/mail/deliver";
import { MAIL_QUEUED } from "@/server/mail/events";
import { makeWorld, type TestWorld } from "../world";
import { LINK, mailsOf, queued, sendTo, TO } from "./queued";
import { startMailServer } from "./smtp-server";

const DAY = 24 * 3_600_000;
const folder = (world: TestWorld) => join(world.env.dataDir, "mail");
const fileNames = (world: TestWorld) => (existsSync(folder(world)) ? readdirSync(folder(world)) : []);

it("is queued with the act that causes it, or not at all", async () => {
  const world = await makeWorld();
  await expect(queued(world, { fails: true })).rejects.toThrow();
  expect(await mailsOf(world)).toEqual([]);
  expect(world.sent).toEqual([]);
  await queued(world);
  expect(await mailsOf(world)).toMatchObject([{ kind: "activation", state: "queued", attempts: 0 }]);
  expect(world.sent).toEqual([{ name: MAIL_QUEUED, data: {} }]);
});

it("is one mail for one request, however often it is asked", async () => {
  const world = await makeWorld();
  await queued(world);
  await queued(world);
  await queued(world, { key: "request-2" });
  expect(await mailsOf(world)).toHaveLength(2);
});

it("keeps address and text sealed, and no text when there is nothing left to do with it", async () => {
  const world = await makeWorld();
  await queued(world);
  expect(JSON.stringify(await mailsOf(world))).not.toMatch(/kanarie/);
  await deliverMail(world);
  expect(await mailsOf(world)).toMatchObject([{ state: "sent", bodySealed: null }]);
  expect(JSON.stringify(await mailsOf(world))).not.toMatch(/kanarie/);
});

it("without a mail server lies in the data folder, whole and for the owner only", async () => {
  const world = await makeWorld();
  await queued(world);
  expect(await deliverMail(world)).toEqual({ sent: 1, tried: 1, more: false });
  const [name = ""] = fileNames(world);
  const text = readFileSync(join(folder(world), name), "utf8");
  expect(text).toContain(`To: ${TO}\r\n`);
  expect(text).toContain(LINK);
  expect(text).toContain("één keer");
  expect(statSync(join(folder(world), name)).mode & 0o077).toBe(0);
  expect(statSync(folder(world)).mode & 0o077).toBe(0);
  expect(await deliverMail(world)).toEqual({ sent: 0, tried: 0, more: false });
});

it("is tried again when the folder cannot be written, and what was left by a crash is written again", async () => {
  const world = await makeWorld();
  writeFileSync(folder(world), "a file where the folder should be");
  await queued(world);
  await deliverMail(world);
  expect(await mailsOf(world)).toMatchObject([
    { state: "failed", attempts: 1, problem: "folder-unwritable" },
  ]);

  const crashed = await makeWorld();
  await queued(crashed);
  await crashed.db.write((tx) =>
    tx.update(mails).set({ state: "sending", attempts: 1, nextAttemptAt: null }),
  );
  await deliverMail(crashed);
  expect(await mailsOf(crashed)).toMatchObject([{ state: "failed", problem: "interrupted" }]);
  crashed.clock.advance(60_000);
  await deliverMail(crashed);
  expect(fileNames(crashed)).toHaveLength(1);
});

it("comes from a mail server as it was written, several over one connection", async () => {
  const world = await makeWorld();
  const server = await startMailServer();
  sendTo(world, server.port);
  for (const key of ["request-1", "request-2", "request-3"]) await queued(world, { key });
  expect(await deliverMail(world)).toEqual({ sent: 3, tried: 3, more: false });
  expect(server.seen.connections).toBe(1);
  expect(server.taken).toHaveLength(3);
  expect(server.taken[0]).toContain("Subject: Activeer je account voor Kroniek");
  expect(server.taken[0]).toContain("Auto-Submitted: auto-generated");
  expect(fileNames(world)).toEqual([]);
  await server.stop();
});

it("is not sent twice when rounds come together: they follow each other", async () => {
  const world = await makeWorld();
  const server = await startMailServer();
  sendTo(world, server.port);
  for (const key of ["request-1", "request-2", "request-3"]) await queued(world, { key });
  await Promise.all([deliverMail(world), deliverMail(world), deliverMail(world)]);
  expect(server.taken).toHaveLength(3);
  expect(server.seen.connections).toBe(1);
  expect((await mailsOf(world)).map(({ state, attempts }) => [state, attempts])).toEqual([
    ["sent", 1],
    ["sent", 1],
    ["sent", 1],
  ]);
  await server.stop();
});

it("many go over some connections side by side, each once, also when the server allows one only", async () => {
  const world = await makeWorld();
  const server = await startMailServer();
  sendTo(world, server.port);
  const keys = Array.from({ length: 60 }, (_, number) => `request-${number}`);
  for (const key of keys) await queued(world, { key, to: `${key}@kroniek.example` });
  expect(await deliverMail(world)).toEqual({ sent: 60, tried: 60, more: false });
  expect(server.seen.connections).toBeGreaterThan(1);
  const to = server.taken.map((text) => /^To: (.*)@/m.exec(text)?.[1]);
  expect(to.toSorted()).toEqual(keys.toSorted());
  expect(new Set(server.taken.map((text) => /^Message-ID: (.*)$/m.exec(text)?.[1])).size).toBe(60);

  const strict = await startMailServer({ most: 1 });
  sendTo(world, strict.port);
  for (const key of keys) await queued(world, { key: `again-${key}` });
  expect(await deliverMail(world)).toEqual({ sent: 60, tried: 60, more: false });
  expect(strict.taken).toHaveLength(60);
  for (const each of [server, strict]) await each.stop();
});

it("what one person waits for goes before what goes to thousands", async () => {
  const world = await makeWorld();
  const server = await startMailServer();
  sendTo(world, server.port);
  for (const key of ["bulk-1", "bulk-2"]) await queued(world, { key, to: `${key}@kroniek.example` });
  await world.db.write((tx) => tx.update(mails).set({ bulk: true }));
  await queued(world, { key: "own", to: "own@kroniek.example" });
  await deliverMail(world);
  expect(server.taken[0]).toContain("To: own@");
  expect(server.taken).toHaveLength(3);
  await server.stop();
});

it("what no connection took when the server broke off is given back as it was", async () => {
  const world = await makeWorld();
  const server = await startMailServer();
  sendTo(world, server.port);
  const keys = Array.from({ length: 12 }, (_, number) => `request-${number}`);
  for (const key of keys) await queued(world, { key });
  server.script.breakAfter = 1;
  await deliverMail(world);
  const states = (await mailsOf(world)).map(({ state, attempts }) => `${state} ${attempts}`);
  expect(states.filter((state) => state === "sent 1")).toHaveLength(1);
  expect(states.filter((state) => state === "queued 0").length).toBeGreaterThan(0);
  expect(states.filter((state) => !["sent 1", "queued 0", "failed 1"].includes(state))).toEqual([]);
  await server.stop();
});

it.each([
  ["postponed", { rcpt: "451 later" }, "failed", "postponed"],
  ["an address nobody has", { rcpt: "550 no such user" }, "final", "address-refused"],
  ["a text that is refused", { end: "554 no" }, "final", "refused"],
  ["a text that is postponed", { end: "452 full" }, "failed", "postponed"],
  ["a break before the text", { data: "break" }, "failed", "unreachable"],
  ["a break after the text", { end: "break" }, "uncertain", "broken"],
  ["a server that is going away", { greeting: "421 busy" }, "failed", "postponed"],
] as const)("%s: %j leaves it %s", async (_name, script, state, problem) => {
  const world = await makeWorld();
  const logged: unknown[] = [];
  world.log = (message, facts) => logged.push(message, facts);
  // Servers like to repeat the address in their answer.
  const server = await startMailServer(
    Object.fromEntries(
      Object.entries(script).map(([at, say]) => [at, say === "break" ? say : `${say} <${TO}>`]),
    ),
  );
  sendTo(world, server.port);
  await queued(world);
  await deliverMail(world);
  expect(await mailsOf(world)).toMatchObject([{ state, problem, attempts: 1 }]);
  expect(JSON.stringify(logged)).toContain(problem);
  expect(JSON.stringify(logged)).not.toMatch(/kanarie/);
  await server.stop();
});

it("that may have arrived is never sent again by itself, nor what was under way in a crash", async () => {
  const world = await makeWorld();
  const server = await startMailServer({ end: "break" });
  sendTo(world, server.port);
  await queued(world);
  await queued(world, { key: "request-2" });
  await world.db.write((tx) => tx.update(mails).set({ state: "sending", attempts: 1, nextAttemptAt: null }));
  await queued(world, { key: "request-3" });
  await deliverMail(world);
  server.script.end = "250 taken";
  world.clock.advance(DAY);
  await deliverMail(world);
  const states = (await mailsOf(world)).map(({ state, problem }) => [state, problem]);
  expect(states).toEqual([
    ["uncertain", "interrupted"],
    ["uncertain", "interrupted"],
    ["uncertain", "broken"],
  ]);
  expect(server.seen.texts).toBe(1);
  await server.stop();
});

it("goes once the server is back: one mail is offered while it is away, and a refused one holds up nobody", async () => {
  const world = await makeWorld();
  const server = await startMailServer({ greeting: "break" });
  sendTo(world, server.port);
  for (const key of ["request-1", "request-2"]) await queued(world, { key });
  expect(await deliverMail(world)).toEqual({ sent: 0, tried: 1, more: false });
  server.script.greeting = "220 back";
  server.script.rcpt = "550 no such user";
  expect(await deliverMail(world)).toEqual({ sent: 0, tried: 1, more: false });
  server.script.rcpt = "250 ok";
  world.clock.advance(60_000);
  expect(await deliverMail(world)).toEqual({ sent: 1, tried: 1, more: false });
  expect((await mailsOf(world)).map(({ state }) => state).toSorted()).toEqual(["final", "sent"]);
  await server.stop();
});

it("is given up within a day, and sooner when what it says is of no use any more", async () => {
  const world = await makeWorld();
  const server = await startMailServer({ rcpt: "451 later" });
  sendTo(world, server.port);
  await queued(world);
  await queued(world, { key: "request-2", usefulUntil: world.clock.now() + 3_600_000 });
  for (let hour = 0; hour < 24; hour++) {
    await deliverMail(world);
    world.clock.advance(3_600_000);
  }
  expect((await mailsOf(world)).map(({ state }) => state)).toEqual(["final", "final"]);
  const late = await makeWorld();
  await queued(late, { usefulUntil: late.clock.now() + 1_000 });
  late.clock.advance(1_000);
  await deliverMail(late);
  expect(await mailsOf(late)).toMatchObject([{ state: "final", problem: "too-late", bodySealed: null }]);
  expect(fileNames(late)).toEqual([]);
  await server.stop();
});

it("is gone 30 days after its end, file and all", async () => {
  const world = await makeWorld();
  await queued(world);
  await deliverMail(world);
  world.clock.advance(30 * DAY);
  expect(await sweepMail(world)).toBe(0);
  world.clock.advance(1);
  expect(await sweepMail(world)).toBe(1);
  expect(await mailsOf(world)).toEqual([]);
  expect(fileNames(world)).toEqual([]);
});
