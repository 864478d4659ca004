import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { locations } from "@/db/schema/access";
import { careRules } from "@/db/schema/care-rules";
import { carenInvitations, carenSettings } from "@/db/schema/caren";
import { clientLocations, clients, contacts } from "@/db/schema/clients";
import { measurements } from "@/db/schema/dossier/measurements";
import { reports } from "@/db/schema/dossier/reports";
import { entryVersions } from "@/db/schema/dossier/versions";
import { carenStatus } from "@/server/caren/status-sql";
import { openBsn } from "@/server/clients/bsn";
import { titledName } from "@/server/clients/rules";
import type { World } from "@/server/core/world";
import { parts } from "@/server/dossier/registry";

/** What CONTRACT.md says of 10001–10010, asked of a world that holds the demo. */
export function partsToPlay(given: () => World): void {
  async function clientOf(number: number) {
    const [row] = await given().db.read.select().from(clients).where(eq(clients.number, number));
    if (!row) throw new Error(`There is no client ${number}.`);
    return row;
  }

  /** How many entries each part has of a client, by slug. */
  async function amounts(number: number): Promise<Record<string, number>> {
    const { id } = await clientOf(number);
    const found: Record<string, number> = {};
    for (const part of parts)
      found[part.slug] = await given().db.read.$count(part.table, eq(part.table.clientId, id));
    return found;
  }

  async function bsnOf(number: number): Promise<string | null> {
    const { bsnSealed } = await clientOf(number);
    return bsnSealed === null ? null : openBsn(given().keys, bsnSealed);
  }

  describe("the clients with a part to play", () => {
    test("10001 is mevrouw Verhoeven-de Wit in room 12, with a daughter in Caren and all fourteen parts filled", async () => {
      const row = await clientOf(10_001);
      expect(titledName(row)).toBe("Mevr. J.M. Verhoeven-de Wit");
      expect([row.callName, row.birthDate]).toEqual(["Johanna", "1941-03-14"]);
      expect(await bsnOf(10_001)).toMatch(/^9999\d\d782$/);
      const [stay] = await given()
        .db.read.select()
        .from(clientLocations)
        .where(eq(clientLocations.clientId, row.id));
      expect(stay?.room).toBe("12");
      const family = await given().db.read.select().from(contacts).where(eq(contacts.clientId, row.id));
      expect(family.map(({ email, relation }) => [email, relation])).toContainEqual([
        "familie@kroniek.example",
        "dochter",
      ]);
      const empty = Object.entries(await amounts(10_001)).filter(([, amount]) => amount === 0);
      expect(empty).toEqual([]);
    });

    test("10001 has a past: a corrected report, an archived one and an ended allergy, each with what it said before", async () => {
      const { id } = await clientOf(10_001);
      const kept = await given().db.read.select().from(entryVersions).where(eq(entryVersions.clientId, id));
      const told = kept.map(({ part, change }) => `${part} ${change}`);
      expect(told.sort()).toEqual(["allergies ended", "reports archived", "reports corrected"]);
      for (const { part, entryId, row, replacedAt } of kept) {
        const table = parts.find(({ slug }) => slug === part)?.table ?? reports;
        const [newest] = await given().db.read.select().from(table).where(eq(table.id, entryId));
        expect(newest).toMatchObject({ id: row.id, version: 2, changedAt: replacedAt });
        expect(Object.keys(row).sort()).toEqual(Object.keys(newest ?? {}).sort());
        expect(replacedAt).toBeGreaterThan(Number(row.recordedAt));
        expect(replacedAt).toBeLessThan(given().clock.now());
      }
    });

    test("10001 has hidden and expertise-bound reports, and of what begins and ends both kinds", async () => {
      const { id } = await clientOf(10_001);
      const mine = eq(reports.clientId, id);
      expect(await given().db.read.$count(reports, and(mine, eq(reports.hidden, true)))).toBeGreaterThan(0);
      const bound = sql`json_array_length(${reports.expertises}) > 0`;
      expect(await given().db.read.$count(reports, and(mine, bound))).toBeGreaterThan(0);
      const at = { day: "2026-11-21", now: given().clock.now() };
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
        const current = await given().db.read.$count(part.table, and(all, part.current(part.table, at)));
        expect(current, `${slug}, current`).toBeGreaterThan(0);
        expect(await given().db.read.$count(part.table, all), `${slug}, ended`).toBeGreaterThan(current);
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
        expect(await given().db.read.$count(careRules, eq(careRules.clientId, id))).toBe(0);
      }
    });

    test("10004 and 10005 share a BSN and both have care rules", async () => {
      expect(await bsnOf(10_004)).toBe(await bsnOf(10_005));
      for (const number of [10_004, 10_005]) {
        const { id } = await clientOf(number);
        expect(await given().db.read.$count(careRules, eq(careRules.clientId, id))).toBeGreaterThan(0);
      }
    });

    test("10006 has exactly 20,000 reports and 5,000 measurements, hardly two of the texts alike", async () => {
      const found = await amounts(10_006);
      expect([found.reports, found.measurements]).toEqual([20_000, 5_000]);
      const { id } = await clientOf(10_006);
      const [texts] = await given()
        .db.read.select({
          different: sql<number>`count(distinct coalesce(${reports.text}, ${reports.subjective}))`,
        })
        .from(reports)
        .where(eq(reports.clientId, id));
      expect(texts?.different).toBeGreaterThan(4_000);
      const [units] = await given()
        .db.read.select({ instruments: sql<number>`count(distinct ${measurements.instrument})` })
        .from(measurements)
        .where(eq(measurements.clientId, id));
      expect(units?.instruments).toBeGreaterThan(5);
    });

    test("10001 is linked in Caren, 10007 is not, 10008 has an open invitation with its letter, that of 10009 is over", async () => {
      const now = given().clock.now();
      const status = carenStatus({ known: true, links: "here" }, now);
      const rows = await given()
        .db.read.select({ number: clients.number, status })
        .from(clients)
        .where(inArray(clients.number, [10_001, 10_007, 10_008, 10_009]))
        .orderBy(clients.number);
      expect(rows.map((row) => row.status)).toEqual(["linked", "not-linked", "invited", "not-linked"]);
      const letters = await given()
        .db.read.select()
        .from(carenInvitations)
        .orderBy(carenInvitations.expiresAt);
      expect(letters.map((row) => [row.ended, row.letterKey !== null, row.expiresAt > now])).toEqual([
        ["expired", false, false],
        [null, true, true],
      ]);
      expect(await given().db.read.select().from(carenSettings)).toMatchObject([
        { driver: "embedded", messagesToNetwork: true, messagesToClient: true },
      ]);
    });

    test("10010 has an empty dossier; the ten live in Huis Elzenhof", async () => {
      expect(Object.values(await amounts(10_010)).every((amount) => amount === 0)).toBe(true);
      const places = await given()
        .db.read.select({ code: locations.code })
        .from(clients)
        .innerJoin(clientLocations, eq(clientLocations.clientId, clients.id))
        .innerJoin(locations, eq(locations.id, clientLocations.locationId))
        .where(and(sql`${clients.number} BETWEEN 10001 AND 10010`, isNull(clientLocations.untilDate)));
      expect(places.map(({ code }) => code)).toEqual(Array(10).fill("OOST-1"));
    });
  });
}
