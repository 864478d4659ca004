import { and, count, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employees, grants, locations, roles } from "@/db/schema/access";
import { careRules, clientLocations, clients, contacts } from "@/db/schema/clients";
import { documents } from "@/db/schema/dossier/documents";
import { measurements } from "@/db/schema/dossier/measurements";
import { reports } from "@/db/schema/dossier/reports";
import { seedDemo } from "@/db/seed/demo";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "@/db/seed/people";
import { seedRoles } from "@/db/seed/roles";
import { passwordMatches } from "@/server/auth/password";
import { openBsn, parseBsn } from "@/server/clients/bsn";
import { fullName, titledName } from "@/server/clients/rules";
import { parts } from "@/server/dossier/registry";
import { openFile } from "@/server/files/store";
import { makeWorld, type TestWorld } from "../world";
import { FAMOUS } from "./famous";

let world: TestWorld;

beforeAll(async () => {
  world = await makeWorld({ keep: true });
  await seedRoles(world);
  await seedDemo(world);
}, 120_000);
afterAll(() => world.close());

async function clientOf(number: number) {
  const [row] = await world.db.read.select().from(clients).where(eq(clients.number, number));
  if (!row) throw new Error(`There is no client ${number}.`);
  return row;
}

/** How many entries each part has of a client, by slug. */
async function amounts(number: number): Promise<Record<string, number>> {
  const { id } = await clientOf(number);
  const found: Record<string, number> = {};
  for (const part of parts)
    found[part.slug] = await world.db.read.$count(part.table, eq(part.table.clientId, id));
  return found;
}

async function bsnOf(number: number): Promise<string | null> {
  const { bsnSealed } = await clientOf(number);
  return bsnSealed === null ? null : openBsn(world.keys, bsnSealed);
}

describe("the organisation", () => {
  test("the location tree has the codes, names and order of the contract", async () => {
    const rows = await world.db.read.select().from(locations);
    const nameOf = new Map(rows.map((row) => [row.id, row.code]));
    const tree = rows.map(
      (row) => `${row.parentId ? nameOf.get(row.parentId) : ""} › ${row.code} ${row.name}`,
    );
    expect(tree.sort()).toEqual(
      [
        " › LINDE De Linde",
        "LINDE › OOST Regio Oost",
        "LINDE › WEST Regio West",
        "OOST › OOST-1 Huis Elzenhof",
        "OOST › OOST-2 Wijkteam Oost",
        "WEST › WEST-1 Huis Duinzicht",
        "WEST › WEST-2 GGZ-poli West",
      ].sort(),
    );
  });

  test("each of the seven signs in with the demo password, and has their role where the contract says", async () => {
    const rows = await world.db.read
      .select({ employee: employees, role: roles.name, everywhere: grants.everywhere, code: locations.code })
      .from(employees)
      .innerJoin(grants, eq(grants.employeeId, employees.id))
      .innerJoin(roles, eq(roles.id, grants.roleId))
      .leftJoin(locations, eq(locations.id, grants.locationId));
    const found = rows.map(({ employee, role, everywhere, code }) =>
      [employee.email, role, everywhere ? "everywhere" : (code ?? "nowhere")].join(" "),
    );
    expect(found.sort()).toEqual(
      DEMO_PEOPLE.map(({ email, title, reach }) => `${email} ${title} ${reach}`).sort(),
    );
    for (const { employee } of rows) {
      expect(employee.demo).toBe(true);
      expect(await passwordMatches(employee.passwordHash, DEMO_PASSWORD)).toBe(true);
    }
  });

  test("there are 240 clients, 10001 to 10240, each at one place, among them some who left, died or have no BSN", async () => {
    const rows = await world.db.read.select().from(clients).orderBy(clients.number);
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 240 }, (_, index) => 10_001 + index),
    );
    expect(await world.db.read.$count(clientLocations)).toBe(240);
    const few = async (condition: Parameters<typeof world.db.read.$count>[1]) => {
      const amount = await world.db.read.$count(clients, condition);
      expect(amount).toBeGreaterThan(2);
      expect(amount).toBeLessThan(20);
    };
    await few(and(isNotNull(clients.outOfCareSince), isNull(clients.deathDate)));
    await few(isNotNull(clients.deathDate));
    await few(isNull(clients.bsnSealed));
    const rooms = await world.db.read
      .select({ room: clientLocations.room, location: clientLocations.locationId, people: count() })
      .from(clientLocations)
      .where(isNotNull(clientLocations.room))
      .groupBy(clientLocations.locationId, clientLocations.room);
    expect(rooms.filter(({ people }) => people > 1)).toEqual([]);
  });

  test("every BSN passes the eleven test and starts with 9999; only the two pairs of one person share one", async () => {
    const rows = await world.db.read.select().from(clients).where(isNotNull(clients.bsnSealed));
    const holders = new Map<string, number[]>();
    for (const { number, bsnSealed } of rows) {
      const bsn = openBsn(world.keys, bsnSealed ?? "");
      expect(parseBsn(bsn)).toBe(bsn);
      expect(bsn).toMatch(/^9999/);
      holders.set(bsn, [...(holders.get(bsn) ?? []), number]);
    }
    const shared = [...holders.values()].filter((numbers) => numbers.length > 1);
    expect(shared).toEqual([
      [10_002, 10_003],
      [10_004, 10_005],
    ]);
  });

  test("nobody, client or contact, carries the name of someone the public knows", async () => {
    const names = new Set(FAMOUS.map((name) => name.toLowerCase()));
    const people = await world.db.read.select().from(clients);
    const around = await world.db.read.select({ name: contacts.name }).from(contacts);
    const called = people.flatMap((row) => [
      fullName({ ...row, initials: row.callName }),
      fullName({ ...row, initials: row.callName, nameUse: "own" }),
      fullName({ ...row, initials: row.callName, nameUse: "partner" }),
    ]);
    const all = [...called, ...around.map(({ name }) => name)];
    expect(all.filter((name) => names.has(name.toLowerCase()))).toEqual([]);
  });

  test("every phone number is of a made-up range and every address for mail goes nowhere", async () => {
    const people = await world.db.read.select().from(clients);
    const around = await world.db.read.select().from(contacts);
    const numbers = [
      ...people.flatMap(({ phone, mobile }) => [phone, mobile]),
      ...around.map(({ phone }) => phone),
    ];
    for (const number of numbers) if (number) expect(number).toMatch(/^(06-12345|085-0123)\d{3}$/);
    for (const { email } of [...people, ...around])
      if (email) expect(email).toMatch(/^[a-z.]+@[a-z.]+\.example$/);
  });
});

describe("the clients with a part to play", () => {
  test("10001 is mevrouw Verhoeven-de Wit in room 12, with a daughter in Caren and all fourteen parts filled", async () => {
    const row = await clientOf(10_001);
    expect(titledName(row)).toBe("Mevr. J.M. Verhoeven-de Wit");
    expect([row.callName, row.birthDate]).toEqual(["Johanna", "1941-03-14"]);
    expect(await bsnOf(10_001)).toMatch(/^9999\d\d782$/);
    const [stay] = await world.db.read
      .select()
      .from(clientLocations)
      .where(eq(clientLocations.clientId, row.id));
    expect(stay?.room).toBe("12");
    const family = await world.db.read.select().from(contacts).where(eq(contacts.clientId, row.id));
    expect(family.map(({ email, relation }) => [email, relation])).toContainEqual([
      "familie@kroniek.example",
      "dochter",
    ]);
    const empty = Object.entries(await amounts(10_001)).filter(([, amount]) => amount === 0);
    expect(empty).toEqual([]);
  });

  test("10001 has hidden and expertise-bound reports, and of what begins and ends both kinds", async () => {
    const { id } = await clientOf(10_001);
    const mine = eq(reports.clientId, id);
    expect(await world.db.read.$count(reports, and(mine, eq(reports.hidden, true)))).toBeGreaterThan(0);
    const bound = sql`json_array_length(${reports.expertises}) > 0`;
    expect(await world.db.read.$count(reports, and(mine, bound))).toBeGreaterThan(0);
    const at = { day: "2026-11-21", now: world.clock.now() };
    for (const slug of [
      "care-plans",
      "allergies",
      "episodes",
      "problems",
      "legal-status",
      "medication",
      "dsm",
      "restraints",
    ]) {
      const part = parts.find((one) => one.slug === slug);
      if (!part) throw new Error(`There is no part ${slug}.`);
      const all = eq(part.table.clientId, id);
      const current = await world.db.read.$count(part.table, and(all, part.current(part.table, at)));
      expect(current, `${slug}, current`).toBeGreaterThan(0);
      expect(await world.db.read.$count(part.table, all), `${slug}, ended`).toBeGreaterThan(current);
    }
  });

  test("10002 and 10003 are one person without care rules, each with something the other lacks", async () => {
    expect(await bsnOf(10_002)).toBe(await bsnOf(10_003));
    const [left, right] = [await amounts(10_002), await amounts(10_003)];
    const slugs = Object.keys(left);
    expect(slugs.filter((slug) => left[slug] && !right[slug]).length).toBeGreaterThan(1);
    expect(slugs.filter((slug) => right[slug] && !left[slug]).length).toBeGreaterThan(1);
    const [first, second] = [await clientOf(10_002), await clientOf(10_003)];
    expect([first.phone !== null, second.phone, first.email, second.email !== null]).toEqual([
      true,
      null,
      null,
      true,
    ]);
    for (const { id } of [first, second]) {
      expect(await world.db.read.$count(careRules, eq(careRules.clientId, id))).toBe(0);
    }
  });

  test("10004 and 10005 share a BSN and both have care rules", async () => {
    expect(await bsnOf(10_004)).toBe(await bsnOf(10_005));
    for (const number of [10_004, 10_005]) {
      const { id } = await clientOf(number);
      expect(await world.db.read.$count(careRules, eq(careRules.clientId, id))).toBeGreaterThan(0);
    }
  });

  test("10006 has exactly 20,000 reports and 5,000 measurements, hardly two of the texts alike", async () => {
    const found = await amounts(10_006);
    expect([found.reports, found.measurements]).toEqual([20_000, 5_000]);
    const { id } = await clientOf(10_006);
    const [texts] = await world.db.read
      .select({ different: sql<number>`count(distinct coalesce(${reports.text}, ${reports.subjective}))` })
      .from(reports)
      .where(eq(reports.clientId, id));
    expect(texts?.different).toBeGreaterThan(4_000);
    const [units] = await world.db.read
      .select({ instruments: sql<number>`count(distinct ${measurements.instrument})` })
      .from(measurements)
      .where(eq(measurements.clientId, id));
    expect(units?.instruments).toBeGreaterThan(5);
  });

  test("10010 has an empty dossier; the ten live in Huis Elzenhof", async () => {
    expect(Object.values(await amounts(10_010)).every((amount) => amount === 0)).toBe(true);
    const places = await world.db.read
      .select({ code: locations.code })
      .from(clients)
      .innerJoin(clientLocations, eq(clientLocations.clientId, clients.id))
      .innerJoin(locations, eq(locations.id, clientLocations.locationId))
      .where(and(sql`${clients.number} BETWEEN 10001 AND 10010`, isNull(clientLocations.untilDate)));
    expect(places.map(({ code }) => code)).toEqual(Array(10).fill("OOST-1"));
  });
});

describe("the dossiers", () => {
  test("nothing was recorded after now or after the end of care, and daily care not before its start", async () => {
    const ends = sql`coalesce(unixepoch(${clients.outOfCareSince}, '+1 day') * 1000, ${world.clock.now()})`;
    for (const part of parts) {
      const late = await world.db.read
        .select({ amount: count() })
        .from(part.table)
        .innerJoin(clients, eq(clients.id, part.table.clientId))
        .where(
          sql`${part.table.recordedAt} > ${ends} OR ${part.table.recordedAt} < unixepoch(${clients.inCareSince}, '-1 day') * 1000`,
        );
      expect(late, part.slug).toEqual([{ amount: 0 }]);
    }
  });

  test("every document that names a file has it: it opens, and has the size the document says", async () => {
    const rows = await world.db.read.select().from(documents).where(isNotNull(documents.fileId));
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows.slice(0, 40)) {
      const { file } = await openFile(world, world.db.read, row.clientId, row.fileId ?? "");
      expect(file.plainBytes).toBe(row.bytes);
      await file.close();
    }
  });

  test("what the carer and the practitioner of the demo wrote is theirs, and nobody else has an account", async () => {
    const staff = await world.db.read.select().from(employees);
    const wrote = await world.db.read
      .select({ by: reports.recordedBy, id: reports.recordedById, amount: count() })
      .from(reports)
      .groupBy(reports.recordedBy, reports.recordedById);
    for (const { by, id } of wrote) {
      const person = staff.find(({ name, title }) => by === `${name}, ${title}`);
      expect(id).toBe(person?.id ?? null);
    }
    expect(wrote.filter(({ id }) => id !== null)).toHaveLength(2);
    expect(wrote.length).toBeGreaterThan(20);
  });
});
