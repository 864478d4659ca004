import { setImmediate as atRest } from "node:timers/promises";
import type { Client } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readsFor } from "@/db/reads";
import { throttles } from "@/db/schema/auth";
import { makeWorld, type TestWorld } from "../world";

const put = (world: TestWorld, key: string, beside: () => Promise<unknown> = async () => undefined) =>
  world.db.write(async (tx) => {
    await tx.insert(throttles).values({ key, failures: 1, firstAt: 0 });
    return beside();
  });
const keys = (world: TestWorld) => world.db.read.all<{ key: string }>(sql`SELECT key FROM throttles`);

describe("reads, on the writer's connection and beside it", () => {
  it("refuse to write, whether or not a write is under way", async () => {
    const world = await makeWorld();
    const asked = (statement: SQL) =>
      world.db.read.all(statement).then(
        () => "done",
        () => "refused",
      );
    const remove = () => asked(sql`DELETE FROM throttles`);
    expect(await put(world, "one", remove)).toBe("refused");
    await atRest();
    expect(await remove()).toBe("refused");
    const all = sql`all_keys AS (SELECT key FROM throttles)`;
    expect(await asked(sql`WITH ${all} SELECT key FROM all_keys`)).toBe("done");
    expect(await asked(sql`WITH ${all}\n DELETE FROM throttles WHERE key IN all_keys`)).toBe("refused");
    const again = sql`SELECT key, 2, 0 FROM all_keys`;
    expect(await asked(sql`WITH ${all} REPLACE INTO throttles (key, failures, first_at) ${again}`)).toBe(
      "refused",
    );
    expect(await keys(world)).toEqual([{ key: "one" }]);
  });

  it("see what was committed, never what a write under way has done so far", async () => {
    const world = await makeWorld();
    expect(await put(world, "one", () => keys(world))).toEqual([]);
    expect(await keys(world)).toEqual([{ key: "one" }]);
  });

  it("asked at the same moment as writes, neither holds up nor breaks the other", async () => {
    const world = await makeWorld();
    const rounds = Array.from({ length: 40 }, (_, at) => at);
    const seen = await Promise.all(
      rounds.flatMap((at) => [keys(world), put(world, `key-${at}`).then(() => keys(world)), keys(world)]),
    );
    expect(seen.every((each) => each.length <= rounds.length)).toBe(true);
    expect(await keys(world)).toHaveLength(rounds.length);
  });

  it("leave a connection that met BUSY: no read goes on with it, and the next write replaces it first", async () => {
    const asked: string[] = [];
    const connection = (name: string, answer: () => Promise<unknown>) =>
      ({
        execute: () => {
          asked.push(name);
          return answer();
        },
      }) as unknown as Client;
    const reads = readsFor({
      writer: connection("writer", () => atRest().then(() => Promise.reject(new Error("busy")))),
      reader: connection("reader", async () => undefined),
      isWriting: () => false,
      isBusy: () => true,
    });
    await expect(reads.client.execute("SELECT 1")).rejects.toThrow("busy");
    await reads.client.execute("SELECT 1");
    expect(asked).toEqual(["writer", "reader"]);
    expect(await reads.spoiled()).toBe(true);
    expect(await reads.spoiled()).toBe(false);
    const underWay = expect(reads.client.execute("SELECT 1")).rejects.toThrow("busy");
    expect(await reads.spoiled()).toBe(true);
    await underWay;
  });
});
