import { createPublicKey } from "node:crypto";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { readAnchor } from "@/server/audit/anchor";
import { digestOf } from "@/server/audit/chain";
import { isSigned, readCheckpoints } from "@/server/audit/checkpoint";
import { keepLog, verifyLog } from "@/server/audit/keep";
import { headOf, record } from "@/server/audit/record";
import { makeWorld, type TestWorld } from "../world";
import { addRows, intruder } from "./tampers";

const anchorFile = (world: TestWorld) => join(world.env.dataDir, "audit", "anchor");
const checkpointFile = (world: TestWorld) => join(world.env.dataDir, "audit", "checkpoints.jsonl");
const check = (world: TestWorld) => verifyLog(world.db.read, world.env.dataDir, world.keys);
const start = (world: TestWorld) => keepLog(world.db, world.env.dataDir, world.keys);

async function cut(world: TestWorld, after: number): Promise<void> {
  const db = intruder(world);
  await db.execute("DROP TRIGGER audit_entries_no_delete");
  await db.execute({ sql: "DELETE FROM audit_entries WHERE sequence > ?", args: [after] });
  db.close();
}

describe("the keeper of the log", () => {
  it("anchors the head before an answer leaves", async () => {
    const world = await makeWorld();
    for (let count = 1; count <= 3; count++) {
      await addRows(world, 1);
      expect(readAnchor(anchorFile(world), world.keys.audit)).toEqual(await headOf(world.db.read));
    }
  });

  it("holds a log that is one commit ahead of its anchor for whole: a crash came between the two", async () => {
    const world = await makeWorld();
    await addRows(world, 5);
    const anchored = readFileSync(anchorFile(world));
    await addRows(world, 1);
    writeFileSync(anchorFile(world), anchored);
    expect((await check(world)).deviation).toBeUndefined();
    expect((await start(world)).deviation).toBeUndefined();
  });

  it("finds a cut tail at the start, and from then on every check tells of it", async () => {
    const world = await makeWorld();
    await addRows(world, 5);
    await cut(world, 3);
    const keeper = await start(world);
    expect(keeper.deviation).toEqual({ sequence: 4, what: "truncated" });
    await addRows(world, 9);
    expect((await check(world)).deviation?.what).toBe("noted-at-start");
    keeper.close();
  });

  it("still tells of it from the log itself when the note was removed", async () => {
    const world = await makeWorld();
    await world.db.write((tx) =>
      record(tx, world.keys, {
        at: 0,
        event: "audit.deviation-found",
        outcome: "done",
        actor: "systeem",
        actorName: "Systeem",
        role: "systeem",
        onBehalfOf: null,
        clientId: null,
        objects: [],
        purpose: null,
        task: null,
        emergency: false,
        accessPoint: "engine",
        source: null,
        detail: "truncated at 4",
      }),
    );
    expect((await check(world)).deviation?.what).toBe("noted-at-start");
  });

  it("finds that the anchor is gone", async () => {
    const world = await makeWorld();
    await addRows(world, 2);
    writeFileSync(anchorFile(world), "");
    expect((await start(world)).deviation).toEqual({ sequence: 2, what: "anchor-differs" });
  });
});

describe("checkpoints", () => {
  it("are what anyone with the public key and the rows can recompute, without the secret key", async () => {
    const world = await makeWorld();
    for (let part = 0; part < 3; part++) {
      await addRows(world, 4);
      await world.keeper.checkpoint(world.clock.now());
    }
    const publicKey = createPublicKey(world.keys.checkpoint);
    const rows = await world.db.read.select().from(auditEntries).orderBy(auditEntries.sequence);
    const checkpoints = readCheckpoints(checkpointFile(world));
    expect(checkpoints.map((each) => each?.count)).toEqual([4, 8, 12]);
    for (const checkpoint of checkpoints) {
      if (!checkpoint) throw new Error("A line is no checkpoint.");
      let digest = "";
      for (const { hash: _, ...content } of rows.slice(0, checkpoint.count))
        digest = digestOf(digest, content);
      expect(checkpoint.digest).toBe(digest);
      expect(isSigned(checkpoint, publicKey)).toBe(true);
      expect(isSigned({ ...checkpoint, count: checkpoint.count + 1 }, publicKey)).toBe(false);
    }
  });

  it("survive a line half written by a crash: the next is whole, and nothing is held for tampering", async () => {
    const world = await makeWorld();
    await addRows(world, 3);
    await world.keeper.checkpoint(1);
    appendFileSync(checkpointFile(world), '{"count":5,"dig');
    expect((await check(world)).deviation).toBeUndefined();
    const keeper = await start(world);
    await addRows(world, 2);
    await keeper.checkpoint(2);
    expect(readCheckpoints(checkpointFile(world)).map((each) => each?.count)).toEqual([3, 5]);
    expect((await check(world)).deviation).toBeUndefined();
    keeper.close();
  });

  it("do not stop the start when their file holds rubbish; the check says so", async () => {
    const world = await makeWorld();
    await addRows(world, 3);
    await world.keeper.checkpoint(1);
    appendFileSync(checkpointFile(world), '{"count":\nrubbish\n');
    (await start(world)).close();
    expect((await check(world)).deviation?.what).toBe("checkpoint-differs");
  });

  it("are made by themselves every thousand rows", async () => {
    const world = await makeWorld();
    await Promise.all(Array.from({ length: 1_010 }, () => addRows(world, 1)));
    const counts = readCheckpoints(checkpointFile(world)).map((each) => each?.count ?? 0);
    expect(counts.length).toBe(1);
    expect(counts[0]).toBeGreaterThanOrEqual(1_000);
    expect(await check(world)).toMatchObject({ rows: 1_010, checkpoints: 1, anchored: 1_010 });
  });
});
