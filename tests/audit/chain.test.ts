import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { type AuditRow, canonical, follow, GENESIS, linkOf } from "@/server/audit/chain";
import { EVENTS, SYSTEM_EVENTS } from "@/server/audit/events";
import { makeWorld } from "../world";
import { addRows, intruder } from "./tampers";

const key = Buffer.alloc(32, 1);

describe("the log", () => {
  it("counts without gaps, also when many write at once and some of them fail", async () => {
    const world = await makeWorld();
    await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) =>
        index % 4 === 0 ? world.db.write(async () => Promise.reject(new Error("no"))) : addRows(world, 1),
      ),
    );
    const rows = await world.db.read.select().from(auditEntries).orderBy(auditEntries.sequence);
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 45 }, (_, index) => index + 1));
    const followed = follow(GENESIS, rows, () => world.keys.audit);
    expect(followed).toHaveProperty("head.sequence", 45);
  });

  it("refuses to change or delete a row, for our own code and for anyone else with the key of the database", async () => {
    const world = await makeWorld();
    await addRows(world, 2);
    const statements = [
      "UPDATE audit_entries SET actor = 'x'",
      "UPDATE audit_entries SET hash = hash",
      "DELETE FROM audit_entries WHERE sequence = 2",
      "DELETE FROM audit_entries",
      "REPLACE INTO audit_entries SELECT * FROM audit_entries WHERE sequence = 1",
      `INSERT INTO audit_entries SELECT * FROM audit_entries WHERE sequence = 1
       ON CONFLICT (sequence) DO UPDATE SET actor = 'x'`,
    ];
    const db = intruder(world);
    for (const statement of statements) {
      const ours = world.db.write((tx) => tx.run(sql.raw(statement)));
      await expect(ours, statement).rejects.toMatchObject({
        cause: { message: expect.stringMatching(/never (changed|deleted|replaced)/) },
      });
      await expect(db.execute(statement), statement).rejects.toThrow();
    }
    db.close();
    expect(await world.db.read.$count(auditEntries)).toBe(2);
  });
});

describe("a link of the chain", () => {
  const row: AuditRow = {
    sequence: 1,
    at: 5,
    event: "sign-in",
    action: "E",
    outcome: "done",
    actor: "anoniem",
    actorName: "Niet ingelogd",
    role: null,
    onBehalfOf: null,
    clientId: null,
    objects: ["a:1", "b:2"],
    purpose: null,
    task: null,
    emergency: false,
    accessPoint: "web",
    source: null,
    detail: null,
    keyId: "a1",
    hash: "",
  };
  const { hash: _, ...content } = row;

  it("does not depend on the order in which an object was made", () => {
    const turned = Object.fromEntries(Object.entries(content).reverse()) as typeof content;
    expect(canonical(turned)).toBe(canonical(content));
  });

  it("covers what came before it, and needs the key", () => {
    const link = linkOf(key, "", content);
    expect(linkOf(key, "0", content)).not.toBe(link);
    expect(linkOf(Buffer.alloc(32, 2), "", content)).not.toBe(link);
    expect(linkOf(key, "", { ...content, objects: ["a:1b:2"] })).not.toBe(link);
  });

  it("of an unknown key is a deviation, not an error", () => {
    expect(follow(GENESIS, [{ ...row, keyId: "a9" }], () => undefined)).toEqual({
      deviation: { sequence: 1, what: "unknown-key" },
    });
  });
});

describe("events", () => {
  it("carry the four export texts to the letter", () => {
    expect(EVENTS["export.page-viewed"].nl).toBe("Bekijkt cliënt export pagina");
    expect(EVENTS["export.listed"].nl).toBe("Bekijkt cliënt exports");
    expect(EVENTS["export.requested"].nl).toBe("Maakt nieuwe cliënt export aan");
    expect(EVENTS["export.downloaded"].nl).toBe("Downloadt cliënt export");
  });

  it("have one text each, and the system may write none that reads or shows anything, but links to a trusted Caren", () => {
    const texts = Object.values(EVENTS).map(({ nl }) => nl);
    expect(new Set(texts).size).toBe(texts.length);
    // Asked with the key both ends share: who holds which link, with a client by an id that says nothing of who it is.
    expect(SYSTEM_EVENTS.filter((event) => EVENTS[event].action === "R")).toEqual(["caren.links-served"]);
  });
});
