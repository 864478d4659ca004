import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, count, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { employees, grants, locations, roles } from "@/db/schema/access";
import { clientLocations, clients, contacts } from "@/db/schema/clients";
import { documents } from "@/db/schema/dossier/documents";
import { reports } from "@/db/schema/dossier/reports";
import { files } from "@/db/schema/files";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { seedDemo } from "@/db/seed/demo";
import { DEMO_PASSWORD, DEMO_PEOPLE, DEMO_PORTAL_PEOPLE } from "@/db/seed/people";
import { seedStart } from "@/db/seed/start";
import { passwordMatches } from "@/server/auth/password";
import { needsSetup } from "@/server/auth/setup";
import { openBsn, parseBsn } from "@/server/clients/bsn";
import { fullName } from "@/server/clients/rules";
import { isDemo } from "@/server/demo-mark";
import { parts } from "@/server/dossier/registry";
import { openFile, sweepFiles } from "@/server/files/store";
import { apiAs } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { digestOf } from "./digest";
import { FAMOUS } from "./famous";
import { openFolder } from "./open";
import { partsToPlay } from "./parts-to-play";

let world: TestWorld;

beforeAll(async () => {
  world = await makeWorld({ keep: true });
  await seedStart(world);
  await seedDemo(world);
}, 120_000);
afterAll(() => world.close());

describe("the organisation", () => {
  test("the sign-in page names it in full, where the top of the location tree is its short name", async () => {
    const { account } = await apiAs(world);
    expect((await account.signInPage()).organisation).toBe("Stichting De Linde");
  });

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

  test("those of the portal sign in with it too, and are to whom the contract says what it says", async () => {
    const rows = await world.db.read
      .select({
        account: portalAccounts,
        relation: portalRelations,
        number: clients.number,
        contact: contacts,
      })
      .from(portalRelations)
      .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
      .innerJoin(clients, eq(clients.id, portalRelations.clientId))
      .leftJoin(contacts, eq(contacts.id, portalRelations.contactId));
    const found = rows.map(({ account, relation, number }) => `${account.email} ${relation.kind} ${number}`);
    expect(found.sort()).toEqual([
      "betrokkene@kroniek.example involved 10001",
      "betrokkene@kroniek.example involved 10009",
      "client@kroniek.example client 10009",
      "familie@kroniek.example network 10001",
      "vertegenwoordiger@kroniek.example representative 10008",
    ]);
    expect(new Set(rows.map(({ account }) => account.email)).size).toBe(DEMO_PORTAL_PEOPLE.length);
    for (const { account, relation, contact } of rows) {
      expect(account).toMatchObject({ demo: true, agreedAt: expect.any(Number) });
      expect(await passwordMatches(account.passwordHash, DEMO_PASSWORD)).toBe(true);
      expect(relation.kind === "representative").toBe((contact?.representation ?? null) !== null);
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

partsToPlay(() => world);

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

/** Starts making the demo in a process of its own, and kills it once the first documents are on disk. */
async function killHalfway(folder: string): Promise<string> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "seeding.ts"), folder],
    {
      cwd: join(import.meta.dirname, "../.."),
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const ended = new Promise<string>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? String(code))),
  );
  const stored = join(folder, "files");
  const watch = setInterval(() => {
    if (existsSync(stored) && readdirSync(stored).length > 30) child.kill("SIGKILL");
  }, 20);
  const how = await ended;
  clearInterval(watch);
  return how;
}

test("a kill half-way leaves no demo behind, and the next start makes the very same one, with no file too many", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kroniek-seed-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(await killHalfway(folder)).toBe("SIGKILL");

  const again = await openFolder(folder);
  for (const table of [clients, employees, locations, files])
    expect(await again.db.read.$count(table)).toBe(0);
  expect(await isDemo(again.db)).toBe(false);
  expect(await needsSetup(again)).toBe(true);

  await seedDemo(again);
  expect(await isDemo(again.db)).toBe(true);
  expect(await digestOf(again)).toEqual(await digestOf(world));
  await sweepFiles(again);
  expect(readdirSync(join(folder, "files"))).toHaveLength(await again.db.read.$count(files));
  await again.db.close();
}, 180_000);

test("a database that holds the demo refuses a second one and keeps the first", async () => {
  await expect(seedDemo(world)).rejects.toThrow();
  expect(await world.db.read.$count(clients)).toBe(240);
});
