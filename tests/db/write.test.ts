import { createClient } from "@libsql/client";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Tx } from "@/db/client";
import { throttles } from "@/db/schema/auth";
import { createWriteQueue } from "@/db/write";
import { reasonOf } from "@/server/access/perform";
import { makeWorld, type TestWorld } from "../world";
import { holdLock } from "./holder";

const put = (key: string) => (tx: Tx) => tx.insert(throttles).values({ key, failures: 1, firstAt: 0 });

/** What a connection that has nothing to do with ours finds in the file. */
async function storedKeys(world: TestWorld): Promise<Set<string>> {
  const client = createClient({ url: `file:${world.db.file}`, encryptionKey: world.keys.database });
  const { rows } = await client.execute("SELECT key FROM throttles");
  client.close();
  return new Set(rows.map((row) => String(row.key)));
}

/** The longest the event loop stood still while `work` ran, in ms. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const beat = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 10);
  await work();
  clearInterval(beat);
  return longest;
}

describe("the write road, with another process holding the file", () => {
  for (const mode of ["IMMEDIATE", "EXCLUSIVE"] as const) {
    it(`loses no acknowledged write under BEGIN ${mode}`, async () => {
      const world = await makeWorld();
      const holder = await holdLock(world.db, { mode, ms: 400 });
      const acknowledged: string[] = [];
      const write = async (key: string) => {
        await world.db.write(put(key));
        acknowledged.push(key);
      };
      await Promise.all(Array.from({ length: 50 }, (_, index) => write(`during-${index}`)));
      await holder.gone;
      for (let index = 0; index < 100; index++) await write(`after-${index}`);
      expect(acknowledged).toHaveLength(150);
      const stored = await storedKeys(world);
      expect(acknowledged.filter((key) => !stored.has(key))).toEqual([]);
    });
  }

  it("never stops the event loop for 100 ms while it waits", async () => {
    const world = await makeWorld();
    const stalls: number[] = [];
    // A busy machine can stall any one try; a road that waits inside SQLite stalls them all.
    while (stalls.length < 4 && !stalls.some((stall) => stall < 100)) {
      const holder = await holdLock(world.db, { mode: "IMMEDIATE", ms: 800 });
      stalls.push(
        await longestStall(async () => {
          await world.db.write(put(`try-${stalls.length}`));
          await holder.gone;
        }),
      );
    }
    expect(Math.min(...stalls)).toBeLessThan(100);
  });

  it("gives up after five seconds with database-busy, stores nothing, and works again afterwards", async () => {
    const world = await makeWorld();
    const holder = await holdLock(world.db, { mode: "IMMEDIATE", ms: 30_000 });
    const refused = await world.db.write(put("too late")).catch(reasonOf);
    expect(refused).toBe("database-busy");
    holder.kill();
    await holder.gone;
    await world.db.write(put("again"));
    expect(await storedKeys(world)).toEqual(new Set(["again"]));
  });

  it("still reads meanwhile", async () => {
    const world = await makeWorld();
    await world.db.write(put("before"));
    const holder = await holdLock(world.db, { mode: "EXCLUSIVE", ms: 200 });
    expect(await world.db.read.$count(throttles)).toBe(1);
    await holder.gone;
  });
});

describe("the write road", () => {
  it("refuses a write inside a write instead of waiting for itself, and stores neither", async () => {
    const world = await makeWorld();
    const nested = world.db.write(async (tx) => {
      await put("outer")(tx);
      await world.db.write(put("inner"));
    });
    await expect(nested).rejects.toThrow(/write inside a write/);
    expect(await storedKeys(world)).toEqual(new Set());
  });

  it("lets one failing job fall alone: its neighbours in the group are stored, its own writes are not", async () => {
    const world = await makeWorld();
    const results = await Promise.allSettled([
      world.db.write(put("first")),
      world.db.write(async (tx) => {
        await put("half")(tx);
        await put("first")(tx);
      }),
      world.db.write(put("last")),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await storedKeys(world)).toEqual(new Set(["first", "last"]));
  });

  it("acknowledges exactly what is stored when the disk fills up in the middle of a group", async () => {
    const world = await makeWorld();
    // A full disk makes SQLite give up the whole transaction, not only the statement, for a table like this one.
    await world.db.write((tx) => tx.run(sql`CREATE TABLE plain (name text NOT NULL, filling blob)`));
    const [pages] = await world.db.read.all<{ page_count: number }>(sql`PRAGMA page_count`);
    const limit = sql.raw(`PRAGMA max_page_count = ${(pages?.page_count ?? 0) + 10}`);
    const job = (name: string, bytes: number) =>
      world.db.write(async (tx) => {
        await tx.run(limit);
        await tx.run(sql`INSERT INTO plain (name, filling) VALUES (${name}, zeroblob(${bytes}))`);
        return name;
      });
    const asked = [job("a", 10), job("b", 10), job("big", 5_000_000), job("c", 10), job("d", 10)];
    const settled = await Promise.allSettled(asked);
    const acknowledged = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    const stored = await world.db.read.all<{ name: string }>(sql`SELECT name FROM plain ORDER BY name`);
    expect(stored.map(({ name }) => name)).toEqual(acknowledged.sort());
    expect(acknowledged).toEqual(["a", "b", "c", "d"]);
  });

  it("takes jobs that wait together in one commit, and an `alone` job by itself", async () => {
    const world = await makeWorld();
    let commits = 0;
    world.db.onCommit(async () => {
      commits += 1;
    });
    await Promise.all(Array.from({ length: 20 }, (_, index) => world.db.write(put(`together-${index}`))));
    expect(commits).toBeLessThanOrEqual(5);
    commits = 0;
    await Promise.all([
      world.db.write(put("x")),
      world.db.write(put("y"), { alone: true }),
      world.db.write(put("z")),
    ]);
    expect(commits).toBe(3);
  });

  it("gives no result out before what follows a commit is done, and none at all when that fails", async () => {
    const world = await makeWorld();
    const order: string[] = [];
    world.db.onCommit(async () => {
      order.push("anchored");
    });
    await world.db.write(put("first"));
    order.push("answered");
    expect(order).toEqual(["anchored", "answered"]);
    world.db.onCommit(() => Promise.reject(new Error("the anchor's disk is gone")));
    expect(await world.db.write(put("second")).catch(reasonOf)).toBe("database-failed");
  });

  it("refuses to write on the reading side, however many reads run at once", async () => {
    const world = await makeWorld();
    const sneaky = sql`INSERT INTO throttles (key, failures, first_at) VALUES (hex(randomblob(8)), 1, 0)`;
    const tries = Array.from({ length: 30 }, async () => world.db.read.all(sneaky));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled").length).toBe(0);
    expect(await storedKeys(world)).toEqual(new Set());
  });

  it("waits for accepted writes when it closes, and refuses new ones", async () => {
    const world = await makeWorld({ keep: true });
    const accepted = world.db.write(put("accepted"));
    const closing = world.db.close();
    await expect(accepted).resolves.toBeDefined();
    expect(await world.db.write(put("late")).catch(reasonOf)).toBe("database-failed");
    await closing;
    expect(await storedKeys(world)).toEqual(new Set(["accepted"]));
  });

  it("goes on when a new connection cannot be made: the job at hand is refused, the next is tried", async () => {
    let broken = true;
    const queue = createWriteQueue<null>(
      {
        transaction: (work) => (broken ? Promise.reject(new Error("disk gone")) : work(null)),
        nested: (tx, work) => work(tx),
        reopen: () => Promise.reject(new Error("still gone")),
        isBusy: () => false,
      },
      async () => undefined,
    );
    expect(await queue.write(async () => "lost").catch(reasonOf)).toBe("database-failed");
    broken = false;
    expect(await queue.write(async () => "back")).toBe("back");
  });
});
