import { describe, expect, it } from "vitest";
import { openDatabase } from "@/db/client";
import { throttles } from "@/db/schema/auth";
import { reserveAttempt } from "@/server/auth/throttle";
import type { World } from "@/server/core/world";
import { makeWorld, type TestWorld } from "../world";
import { EMAIL, makeAccount, trySignIn } from "./accounts";

const QUARTER = 15 * 60_000;
const wrong = { password: "wrong" };

/** How many of these attempts get as far as having their password looked at. */
async function free(world: World, attempts: { email: string; source: string | null }[]): Promise<number> {
  const answers = await Promise.all(
    attempts.map(({ email, source }) => reserveAttempt(world, email, source)),
  );
  return answers.filter(Boolean).length;
}

const times = (count: number, email: string, source: string | null) => Array(count).fill({ email, source });
const strangers = (count: number, source: string) =>
  Array.from({ length: count }, (_, index) => ({ email: `someone-${index}-${source}@x.example`, source }));

async function locked(world: TestWorld): Promise<void> {
  for (let count = 0; count < 10; count++) await trySignIn(world, wrong);
}

describe("an account", () => {
  it("is locked after ten wrong passwords: the right one no longer opens it, and a quarter later it does", async () => {
    const world = await makeWorld();
    await makeAccount(world);
    for (let count = 0; count < 9; count++) expect(await trySignIn(world, wrong)).toBeUndefined();
    expect(await trySignIn(world)).toBeDefined();
    await locked(world);
    expect(await trySignIn(world)).toBeUndefined();
    world.clock.advance(QUARTER - 1);
    expect(await trySignIn(world)).toBeUndefined();
    world.clock.advance(1);
    expect(await trySignIn(world)).toBeDefined();
  });

  it("lets no more through when twenty wrong ones come at once", async () => {
    const world = await makeWorld();
    expect(await free(world, times(20, EMAIL, null))).toBe(10);
    expect(await free(world, times(20, EMAIL, null))).toBe(0);
  });

  it("is one account however its name is written", async () => {
    const world = await makeWorld();
    const spellings = ["IEMAND@Kroniek.Example", "iemand@kroniek.example", "ｉemand@kroniek.example"];
    const attempts = Array.from({ length: 12 }, (_, index) => ({
      email: spellings[index % 3] ?? "",
      source: null,
    }));
    expect(await free(world, attempts)).toBe(10);
  });

  it("is not kept locked by attempts made during the lock", async () => {
    const world = await makeWorld();
    await makeAccount(world);
    await locked(world);
    for (let minute = 0; minute < 14; minute++) {
      world.clock.advance(60_000);
      await trySignIn(world, wrong);
    }
    world.clock.advance(60_000);
    expect(await trySignIn(world)).toBeDefined();
  });

  it("forgets mistakes of over a quarter ago, and all of them after a right password", async () => {
    const world = await makeWorld();
    expect(await free(world, times(9, EMAIL, null))).toBe(9);
    world.clock.advance(QUARTER);
    expect(await free(world, times(9, EMAIL, null))).toBe(9);
    await makeAccount(world);
    expect(await trySignIn(world, { source: null })).toBeDefined();
    expect(await free(world, times(20, EMAIL, null))).toBe(10);
  });

  it("that nobody has is locked in the same way", async () => {
    const world = await makeWorld();
    expect(await free(world, times(20, "nobody@kroniek.example", null))).toBe(10);
  });

  it("stays locked when the database is opened anew", async () => {
    const world = await makeWorld({ keep: true });
    await makeAccount(world);
    await locked(world);
    const { file } = world.db;
    await world.db.close();
    const db = await openDatabase({ file, encryptionKey: world.keys.database });
    const again = { ...world, db };
    expect(await trySignIn(again)).toBeUndefined();
    world.clock.advance(QUARTER);
    expect(await trySignIn(again)).toBeDefined();
    await db.close();
  });
});

describe("an address", () => {
  it("is locked after a hundred mistakes about whomever, and nobody else is", async () => {
    const world = await makeWorld();
    expect(await free(world, strangers(120, "192.0.2.7"))).toBe(100);
    expect(await free(world, strangers(5, "192.0.2.8"))).toBe(5);
  });

  it("takes back no more than its own attempt with a right password", async () => {
    const world = await makeWorld();
    await makeAccount(world);
    await free(world, strangers(98, "192.0.2.7"));
    expect(await trySignIn(world)).toBeDefined();
    expect(await free(world, [...strangers(3, "192.0.2.7")])).toBe(2);
    expect(await trySignIn(world)).toBeUndefined();
  });

  it("in IPv6 is a whole /64, however it is written", async () => {
    const world = await makeWorld();
    const writings = ["2001:db8:1:2::1", "2001:0DB8:1:2:ffff::9", "2001:db8:1:2:a:b:c:d", "2001:db8:1:2::"];
    const attempts = strangers(120, "x").map((each, index) => ({
      ...each,
      source: writings[index % 4] ?? "",
    }));
    expect(await free(world, attempts)).toBe(100);
    expect(await free(world, strangers(3, "2001:db8:1:3::1"))).toBe(3);
  });

  it("in IPv4 is itself, also when a socket writes it as IPv6", async () => {
    const world = await makeWorld();
    const mixed = strangers(120, "x").map((each, index) => ({
      ...each,
      source: index % 2 ? "::ffff:192.0.2.7" : "192.0.2.7",
    }));
    expect(await free(world, mixed)).toBe(100);
    expect(await free(world, strangers(3, "::ffff:192.0.2.8"))).toBe(3);
    expect(await free(world, strangers(3, "::1"))).toBe(3);
  });
});

it("what is throttled is stored as a keyed hash only", async () => {
  const world = await makeWorld();
  await trySignIn(world, wrong);
  const rows = JSON.stringify(await world.db.read.select().from(throttles));
  expect(rows).not.toContain("iemand");
  expect(rows).not.toContain("192.0.2.7");
});
