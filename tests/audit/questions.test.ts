import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReader } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { MADE, madeClient, madeEmployee, makeLog, numbers } from "@/scripts/bench/audit/make-log";
import type { AuditRow } from "@/server/audit/chain";
import { EVENTS } from "@/server/audit/events";
import type { AuditFilterInput } from "@/server/audit/input";
import { ask } from "@/server/audit/query";
import { record } from "@/server/audit/record";
import { dayOf } from "@/server/core/clock";
import { apiWith, entriesOf, makePlaces } from "../access/people";
import { makeWorld, START, type TestWorld } from "../world";

const ROWS = 6_000;
const DAY = 86_400_000;

let world: TestWorld;
let api: Awaited<ReturnType<typeof apiWith>>;
let log: AuditRow[];

beforeAll(async () => {
  world = await makeWorld({ keep: true });
  await makePlaces(world);
  await makeLog(world, ROWS, START);
  api = await apiWith(world, { tasks: ["audit.view"], reach: "everywhere" });
  log = await world.db.read.select().from(auditEntries).orderBy(auditEntries.sequence);
}, 60_000);
afterAll(() => world.close());

/** The rows a filter means, the slow way. */
function meant(filter: AuditFilterInput): number[] {
  const signIn = (row: AuditRow) => row.event === "sign-in" && row.objects[0] === filter.person;
  return log
    .filter((row) => filter.from === undefined || dayOf(row.at) >= filter.from)
    .filter((row) => filter.until === undefined || dayOf(row.at) <= filter.until)
    .filter(
      (row) =>
        filter.client === undefined || row.clientId === madeClient(Number(filter.client) - MADE.firstNumber),
    )
    .filter((row) => filter.person === undefined || row.actor === filter.person || signIn(row))
    .filter((row) => !filter.events?.length || filter.events.includes(row.event))
    .filter((row) => filter.action === undefined || row.action === filter.action)
    .filter(
      (row) =>
        filter.outcome === undefined ||
        (filter.outcome === "emergency" ? row.emergency : row.outcome === filter.outcome),
    )
    .map(({ sequence }) => sequence)
    .reverse();
}

/** Rows of the made log only: asking adds rows of its own. */
const within = (filter: AuditFilterInput) => ({ until: dayOf(START), ...filter });

async function walked(filter: AuditFilterInput, size: number): Promise<number[]> {
  const found: number[] = [];
  let place: "newest" | { older: number } = "newest";
  for (;;) {
    const page = await api.audits.list({ ...filter, place, size });
    found.push(...page.lines.map(({ sequence }) => sequence));
    const last = page.lines.at(-1);
    if (!page.older || !last) return found.filter((sequence) => sequence <= ROWS);
    place = { older: last.sequence };
  }
}

function someFilter(next: () => number): AuditFilterInput {
  const maybe = <T>(share: number, value: () => T): T | undefined => (next() < share ? value() : undefined);
  const start = START - next() * 5 * 365 * DAY;
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const period = maybe(0.5, () => ({ from: dayOf(start), until: dayOf(start + next() * 400 * DAY) }));
  const filter = {
    ...(period ?? { until: dayOf(START) }),
    client: maybe(0.4, () => String(MADE.firstNumber + Math.floor(next() ** 3 * 40))),
    person: maybe(0.4, () => `employee:${madeEmployee(Math.floor(next() ** 2 * 20))}`),
    events: maybe(0.4, () => [pick(Object.keys(EVENTS)), "sign-in", "client.opened"]),
    action: maybe(0.2, () => pick(["C", "R", "D"] as const)),
    outcome: maybe(0.3, () => pick(["done", "refused", "failed", "emergency"] as const)),
  };
  return filter.until > dayOf(START) ? { ...filter, until: dayOf(START) } : filter;
}

describe("questions to the log", () => {
  it("are answered with exactly the rows meant, newest first, however filters are combined", async () => {
    const next = numbers(7);
    let hits = 0;
    for (let round = 0; round < 120; round++) {
      const filter = someFilter(next);
      const right = meant(filter);
      const page = await api.audits.list({ ...filter, size: 40 });
      const found = page.lines.map(({ sequence }) => sequence).filter((sequence) => sequence <= ROWS);
      const newer = page.lines.length - found.length;
      expect(found, JSON.stringify(filter)).toEqual(right.slice(0, 40 - newer));
      if (newer === 0)
        expect(page.total, JSON.stringify(filter)).toEqual({ rows: right.length, more: false });
      hits += right.length > 0 ? 1 : 0;
    }
    expect(hits).toBeGreaterThan(40);
  });

  it("go page by page through every row once, and from either end", async () => {
    const filter = within({ client: String(MADE.firstNumber + 1) });
    const right = meant(filter);
    expect(right.length).toBeGreaterThan(30);
    expect(await walked(filter, 7)).toEqual(right);
    const oldest = await api.audits.list({ ...filter, place: "oldest", size: 5 });
    expect(oldest.lines.map(({ sequence }) => sequence)).toEqual(right.slice(-5));
    expect([oldest.older, oldest.newer]).toEqual([false, true]);
    const edge = oldest.lines[0]?.sequence ?? 0;
    const above = await api.audits.list({ ...filter, place: { newer: edge }, size: 5 });
    expect(above.lines.map(({ sequence }) => sequence)).toEqual(right.slice(-10, -5));
    expect([above.older, above.newer]).toEqual([true, true]);
    const top = await api.audits.list({ ...filter, place: { newer: right[2] as number }, size: 5 });
    expect(top.lines.map(({ sequence }) => sequence)).toEqual(right.slice(0, 5));
  });

  it("answer the four of the privacy officer", async () => {
    const client = String(MADE.firstNumber);
    const opened = await api.audits.list(within({ client, events: ["client.opened"] }));
    expect(opened.lines.every(({ event }) => event === "Opent cliënt")).toBe(true);
    expect(opened.lines[0]?.client?.number).toBe(MADE.firstNumber);
    const person = `employee:${madeEmployee(2)}`;
    const signedIn = await api.audits.list(within({ person, events: ["sign-in"] }));
    expect(signedIn.lines.length).toBeGreaterThan(0);
    expect(new Set(signedIn.lines.map(({ who }) => who))).toEqual(new Set(["Medewerker 2"]));
    const removed = await api.audits.list(within({ action: "D" }));
    expect(removed.lines.length).toBeGreaterThan(0);
    expect(new Set(removed.lines.map(({ action }) => action))).toEqual(new Set(["Verwijderen"]));
    const { events } = await api.audits.choices();
    const texts = events.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        "Bekijkt cliënt export pagina",
        "Bekijkt cliënt exports",
        "Maakt nieuwe cliënt export aan",
        "Downloadt cliënt export",
      ]),
    );
  });

  it("never read more than a stretch of an index that holds all they need, and never sort", async () => {
    // On a connection of its own: after an EXPLAIN this client keeps the moment it read.
    const { read, close } = await openReader({
      file: world.db.file,
      encryptionKey: world.keys.database,
    });
    for (const criteria of [
      { clientIds: [madeClient(0)] },
      { actor: "systeem" },
      { events: ["client.opened"] },
      { outcome: "refused" as const },
      { emergency: true as const },
    ]) {
      const question = await ask(read, { low: 1, high: ROWS, events: [], ...criteria });
      const [stream] = question.streams;
      const plan = await read.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN
        SELECT sequence FROM audit_entries INDEXED BY ${sql.raw(`audit_entries_${stream?.index}`)}
        WHERE ${stream?.key} AND sequence BETWEEN 1 AND 9 AND at > 0 ORDER BY sequence DESC LIMIT 5`);
      const said = plan.map(({ detail }) => detail).join("; ");
      expect(said).toMatch(/SEARCH audit_entries USING COVERING INDEX/);
      expect(said).not.toMatch(/TEMP B-TREE/);
    }
    close();
  });

  it("go by sequence when the clock was put back, and still find every row of the day", async () => {
    const other = await makeWorld();
    await makePlaces(other);
    const reader = await apiWith(other, { tasks: ["audit.view"], reach: "everywhere" });
    const at = (moment: number) =>
      other.db.write((tx) =>
        record(tx, other.keys, {
          ...{ at: moment, event: "client.opened", outcome: "done", actor: "systeem", actorName: "Systeem" },
          ...{ role: null, onBehalfOf: null, clientId: null, objects: [], purpose: null, task: null },
          ...{ emergency: false, accessPoint: "engine", source: null, detail: null },
        }),
      );
    for (const moment of [START - 3 * DAY, START - DAY, START - 3 * DAY, START - 2 * DAY]) await at(moment);
    const day = dayOf(START - 3 * DAY);
    const { lines, total } = await reader.audits.list({ from: day, until: day });
    expect(lines.map(({ sequence }) => sequence)).toEqual([3, 1]);
    expect(total).toEqual({ rows: 2, more: false });
  });
});

describe("reading the log", () => {
  it("is logged with the kinds of filters, and never with what was looked for", async () => {
    const person = `employee:${madeEmployee(5)}`;
    const client = String(MADE.firstNumber + 5);
    const [row] = await entriesOf(world, () =>
      api.audits.list({ client, person, from: "2026-01-01", outcome: "done" }),
    );
    expect(row).toMatchObject({ event: "audit.listed", detail: "filters: period, client, person, outcome" });
    expect(JSON.stringify(row)).not.toContain(client);
    expect(JSON.stringify(row)).not.toContain(madeEmployee(5));
  });

  it("shows a client's name only to who may see that client, the number to every reader", async () => {
    const filter = within({ client: String(MADE.firstNumber), events: ["client.opened"] });
    const [line] = (await api.audits.list(filter)).lines;
    expect(line?.client).toEqual({ number: MADE.firstNumber, name: null });
    const both = await apiWith(world, { tasks: ["audit.view", "client.manage"], reach: "everywhere" });
    const [seen] = (await both.audits.list(filter)).lines;
    expect(seen?.client).toEqual({ number: MADE.firstNumber, name: "Cliënt0" });
  });

  it("keeps who may read the log of some locations to the clients there", async () => {
    const there = await apiWith(world, { tasks: ["audit.view"], reach: "own" });
    const about = await apiWith(world, { tasks: ["client.manage"], reach: "everywhere" });
    await about.clients.header({ clientId: "20001" });
    await about.clients.header({ clientId: "20003" });
    const { lines } = await there.audits.list({ size: 100 });
    expect(new Set(lines.map(({ client }) => client?.number))).toEqual(new Set([20001]));
    expect((await there.audits.list({ client: "20003" })).lines).toEqual([]);
  });

  it("refuses a period that ends before it begins and days that do not exist", async () => {
    for (const bad of [
      { from: "2026-03-02", until: "2026-03-01" },
      { from: "2026-02-31" },
      { client: "999990019" },
    ]) {
      await expect(api.audits.list(bad)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });
});
