import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { mails } from "@/db/schema/mails";
import { reasonOf } from "@/server/access/perform";
import { deliverMail, sweepMail } from "@/server/mail/deliver";
import { MAIL_QUEUED } from "@/server/mail/events";
import { fileOf } from "@/server/mail/folder";
import { apiWith, makePlaces } from "../access/people";
import { makeWorld } from "../world";
import { LINK, mailsOf, queued, sendTo, TO } from "./queued";
import { startMailServer } from "./smtp-server";

const HOUR = 3_600_000;
const HIDDEN = "[link niet zichtbaar]";

/** A product whose mail goes to a server, and someone who may look at post. */
async function product() {
  const world = await makeWorld({ demo: false });
  world.log = () => undefined;
  await makePlaces(world);
  const api = await apiWith(world, { tasks: ["jobs.view", "organisation.manage"], reach: "everywhere" });
  const server = await startMailServer();
  sendTo(world, server.port);
  const events = async () =>
    (await world.db.read.select().from(auditEntries))
      .filter(({ event }) => event.startsWith("mail."))
      .map(({ event, outcome, detail, objects }) => ({ event, outcome, detail, objects }));
  return { world, api: api.mail, server, events };
}

it("is listed newest first by kind and state, a page at a time, with its address and where mail goes", async () => {
  const { world, api, server } = await product();
  for (const key of ["request-1", "request-2", "request-3"]) {
    await queued(world, { key });
    world.clock.advance(1_000);
  }
  const [oldest] = await mailsOf(world);
  await api.cancel({ mailId: oldest?.id ?? "" });
  const first = await api.list({ size: 2 });
  expect(first.destination).toEqual({ kind: "server", host: "127.0.0.1", port: server.port });
  expect(first.lines.map(({ state, to, attempts }) => [state, to, attempts])).toEqual([
    ["queued", TO, 0],
    ["queued", TO, 0],
  ]);
  const second = await api.list({ size: 2, after: first.next });
  expect(second.lines.map(({ state }) => state)).toEqual(["cancelled"]);
  expect(second.next).toBeUndefined();
  expect((await api.list({ state: "queued", kind: "activation" })).lines).toHaveLength(2);
  expect((await api.list({ kind: "password-set" })).lines).toEqual([]);
  world.env.smtp = undefined;
  expect((await api.list({})).destination).toEqual({ kind: "folder" });
  await server.stop();
});

it("shows its text without the link until it is sent, and then no text at all", async () => {
  const { world, api, server, events } = await product();
  await queued(world);
  const [{ id: mailId } = { id: "" }] = await mailsOf(world);
  const waiting = await api.one({ mailId });
  expect(waiting).toMatchObject({ to: TO, subject: "Activeer je account voor Kroniek", state: "queued" });
  expect(waiting.text).toContain(HIDDEN);
  expect(JSON.stringify(waiting)).not.toContain(LINK);
  await deliverMail(world);
  expect(await api.one({ mailId })).toMatchObject({ to: TO, state: "sent", text: null });
  expect(server.taken).toHaveLength(1);
  expect(await events()).toContainEqual({
    event: "mail.viewed",
    outcome: "done",
    detail: null,
    objects: [`mail:${mailId}`],
  });
  await server.stop();
});

it("shows the link only where the database is marked as a demo, also when it lies in the data folder", async () => {
  const { world, api, server } = await product();
  world.env.smtp = undefined;
  await queued(world);
  await queued(world, { key: "request-2" });
  await deliverMail(world);
  const [{ id: mailId } = { id: "" }] = await mailsOf(world);
  expect(existsSync(fileOf(world.env.dataDir, mailId))).toBe(true);
  expect((await api.one({ mailId })).text).toBeNull();
  world.demo = true;
  expect((await api.one({ mailId })).text).toContain(LINK);
  await server.stop();
});

it("that was given up is tried anew by someone, for another day, and arrives once", async () => {
  const { world, api, server, events } = await product();
  server.script.rcpt = "550 no such user";
  await queued(world);
  await deliverMail(world);
  const [{ id: mailId } = { id: "" }] = await mailsOf(world);
  expect(await api.one({ mailId })).toMatchObject({ state: "final", may: { retry: true, cancel: false } });
  world.clock.advance(48 * HOUR);
  world.sent.length = 0;
  await api.retry({ mailId });
  expect(world.sent).toEqual([{ name: MAIL_QUEUED, data: {} }]);
  server.script.rcpt = "451 later";
  await deliverMail(world);
  expect(await api.one({ mailId })).toMatchObject({ state: "failed", problem: "postponed", attempts: 2 });
  server.script.rcpt = "250 ok";
  await api.retry({ mailId });
  await Promise.all([deliverMail(world), deliverMail(world)]);
  expect(await api.one({ mailId })).toMatchObject({ state: "sent", text: null });
  expect(server.taken).toHaveLength(1);
  await expect(api.retry({ mailId })).rejects.toThrow("al verstuurd");
  expect((await events()).filter(({ event }) => event === "mail.retried")).toMatchObject([
    { outcome: "done", detail: "activation", objects: [`mail:${mailId}`] },
    { outcome: "done", detail: "activation", objects: [`mail:${mailId}`] },
    { outcome: "failed" },
  ]);
  await server.stop();
});

it("is not tried anew when its link has run out; the link itself is then wiped", async () => {
  const { world, api, server } = await product();
  server.script.end = "break";
  await queued(world, { usefulUntil: world.clock.now() + HOUR });
  await deliverMail(world);
  const [{ id: mailId } = { id: "" }] = await mailsOf(world);
  expect((await api.one({ mailId })).may.retry).toBe(true);
  world.clock.advance(HOUR);
  expect((await api.one({ mailId })).may.retry).toBe(false);
  await expect(api.retry({ mailId })).rejects.toThrow("verlopen");
  expect((await mailsOf(world))[0]?.bodySealed).not.toBeNull();
  await sweepMail(world);
  expect(await mailsOf(world)).toMatchObject([{ state: "uncertain", bodySealed: null }]);
  await server.stop();
});

it("that waits is cancelled and never goes; one that is under way is left alone", async () => {
  const { world, api, server } = await product();
  await queued(world);
  await queued(world, { key: "request-2" });
  const [waits, goes] = (await mailsOf(world)).map(({ id }) => id);
  await api.cancel({ mailId: waits ?? "" });
  expect(await api.one({ mailId: waits ?? "" })).toMatchObject({
    state: "cancelled",
    text: null,
    may: { retry: false, cancel: false },
  });
  await expect(api.cancel({ mailId: waits ?? "" })).rejects.toThrow("niets te annuleren");
  await deliverMail(world);
  expect(server.taken).toHaveLength(1);
  await world.db.write((tx) => tx.update(mails).set({ state: "sending" }));
  await expect(api.cancel({ mailId: goes ?? "" })).rejects.toThrow("op dit moment verstuurd");
  await expect(api.retry({ mailId: goes ?? "" })).rejects.toThrow("op dit moment verstuurd");
  await expect(api.one({ mailId: "elders" })).rejects.toThrow("is er niet");
  await server.stop();
});

it("offers who may only look nothing, and does nothing for them", async () => {
  const { world, api, server } = await product();
  await queued(world);
  const [{ id: mailId } = { id: "" }] = await mailsOf(world);
  const { mail: looker } = await apiWith(world, { tasks: ["jobs.view"], reach: "everywhere" });
  expect((await api.one({ mailId })).may).toEqual({ retry: false, cancel: true });
  expect((await looker.one({ mailId })).may).toEqual({ retry: false, cancel: false });
  for (const act of [looker.retry({ mailId }), looker.cancel({ mailId })])
    expect(await act.then(() => "done", reasonOf)).toBe("task-missing");
  await server.stop();
});
