import * as argon2 from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { employees } from "@/db/schema/access";
import { sessions } from "@/db/schema/auth";
import { perform, reasonOf } from "@/server/access/perform";
import { assertAcceptable, hashPassword, passwordMatches } from "@/server/auth/password";
import { assertProved, findSession, PROOF_MS, touchSession } from "@/server/auth/session";
import { signOut } from "@/server/auth/sign-in";
import { apiAs, contextOf, entriesOf } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { EMAIL, makeAccount, PASSWORD, trySignIn } from "./accounts";

// Watched, not replaced: what it answers is real.
vi.mock("@node-rs/argon2", { spy: true });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function signedIn(): Promise<{ world: TestWorld; employeeId: string; session: string }> {
  const world = await makeWorld();
  const employeeId = await makeAccount(world);
  const session = await trySignIn(world);
  if (!session) throw new Error("The right password did not open a session.");
  return { world, employeeId, session };
}

const alive = async (world: TestWorld, session: string) => (await findSession(world, session)) !== undefined;

describe("signing in", () => {
  it("takes the right password of a living account, in any case, and gives a new session each time", async () => {
    const { world, session } = await signedIn();
    const again = await trySignIn(world, { email: ` ${EMAIL.toUpperCase()} ` });
    expect(again).toBeDefined();
    expect(again).not.toBe(session);
  });

  it("is refused alike for a wrong password, an unknown account, one without password and one switched off", async () => {
    const { world, employeeId } = await signedIn();
    await makeAccount(world, { email: "uit@kroniek.example" });
    const off = eq(employees.email, "uit@kroniek.example");
    await world.db.write((tx) => tx.update(employees).set({ disabledAt: 1 }).where(off));
    expect(await trySignIn(world, { password: "wrong" })).toBeUndefined();
    expect(await trySignIn(world, { email: "nobody@kroniek.example" })).toBeUndefined();
    expect(await trySignIn(world, { email: "uit@kroniek.example" })).toBeUndefined();
    await world.db.write((tx) =>
      tx.update(employees).set({ passwordHash: null }).where(eq(employees.id, employeeId)),
    );
    expect(await trySignIn(world)).toBeUndefined();
  });

  it("costs one look at a password whoever it is about, locked or not: time tells nothing", async () => {
    const { world } = await signedIn();
    const verify = vi.mocked(argon2.verify);
    const looks = async (given: Parameters<typeof trySignIn>[1]) => {
      verify.mockClear();
      await trySignIn(world, given);
      return verify.mock.calls.length;
    };
    expect(await looks({ email: "nobody@kroniek.example" })).toBe(1);
    expect(await looks({ password: "wrong" })).toBe(1);
    for (let count = 0; count < 10; count++) await trySignIn(world, { password: "wrong" });
    expect(await looks({})).toBe(1);
  });

  it("leaves one row, right or wrong, with the account when there is one, and never what was typed", async () => {
    const { world, employeeId } = await signedIn();
    const rows = await entriesOf(world, async () => {
      await trySignIn(world);
      await trySignIn(world, { password: "my other password" });
      await trySignIn(world, { email: "typo@kroniek.example" });
    });
    expect(rows.map(({ event, outcome, objects }) => [event, outcome, objects])).toEqual([
      ["sign-in", "done", [`employee:${employeeId}`]],
      ["sign-in", "failed", [`employee:${employeeId}`]],
      ["sign-in", "failed", []],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/typo|other password/);
  });

  it("with a demo account works in a demo only: its password is public", async () => {
    const demo = await makeWorld({ demo: true });
    await makeAccount(demo, { demo: true });
    expect(await trySignIn(demo)).toBeDefined();
    const real = await makeWorld({ demo: false });
    await makeAccount(real, { demo: true });
    expect(await trySignIn(real)).toBeUndefined();
  });
});

describe("a session", () => {
  it("lives fifteen minutes after the last sign of life, and ends then", async () => {
    const { world, session } = await signedIn();
    world.clock.advance(15 * MINUTE);
    expect(await alive(world, session)).toBe(true);
    await touchSession(world, session);
    world.clock.advance(15 * MINUTE);
    expect(await alive(world, session)).toBe(true);
    world.clock.advance(1);
    expect(await alive(world, session)).toBe(false);
  });

  it("is kept alive by work, but not by a page that polls", async () => {
    const { world, session } = await signedIn();
    world.clock.advance(10 * MINUTE);
    await (await apiAs(world, session)).account.me();
    world.clock.advance(6 * MINUTE);
    expect(await alive(world, session)).toBe(false);
    const other = (await trySignIn(world)) ?? "";
    world.clock.advance(10 * MINUTE);
    await (await apiAs(world, other)).clients.list({});
    world.clock.advance(6 * MINUTE);
    expect(await alive(world, other)).toBe(true);
  });

  it("lasts twelve hours at most, however hard someone works", async () => {
    const { world, session } = await signedIn();
    for (let minutes = 0; minutes < 12 * 60; minutes += 10) {
      expect(await alive(world, session)).toBe(true);
      await touchSession(world, session);
      world.clock.advance(10 * MINUTE);
    }
    await touchSession(world, session);
    world.clock.advance(1);
    expect(await alive(world, session)).toBe(false);
  });

  it("that ended stays ended when the clock is set back", async () => {
    const { world, session } = await signedIn();
    world.clock.advance(HOUR);
    expect(await alive(world, session)).toBe(false);
    world.clock.advance(-HOUR);
    expect(await alive(world, session)).toBe(false);
    await touchSession(world, session);
    expect(await alive(world, session)).toBe(false);
  });

  it("ends at once when someone leaves, and cannot be used again", async () => {
    const { world, session } = await signedIn();
    const { caller } = await contextOf(world, session);
    const act = { tasks: [], audit: "sign-out", kind: "mutation" } as const;
    await perform(world, caller, act, { kind: "self" }, (ctx) => signOut(ctx, session));
    expect(await alive(world, session)).toBe(false);
    expect(await (await apiAs(world, session)).account.me().catch(reasonOf)).toBe("not-signed-in");
  });

  it("ends at once when the account is switched off, and switching it on again does not bring it back", async () => {
    const { world, employeeId, session } = await signedIn();
    const set = (disabledAt: number | null) =>
      world.db.write((tx) => tx.update(employees).set({ disabledAt }).where(eq(employees.id, employeeId)));
    await set(world.clock.now());
    expect(await alive(world, session)).toBe(false);
    await set(null);
    expect(await alive(world, session)).toBe(false);
  });

  it("that has only the first factor opens nothing", async () => {
    const { world, session } = await signedIn();
    await world.db.write((tx) => tx.update(sessions).set({ stage: "password" }));
    expect(await alive(world, session)).toBe(false);
  });

  it("nobody has is nobody's", async () => {
    const { world } = await signedIn();
    for (const id of ["", "x", "' OR 1=1 --", "%"]) expect(await alive(world, id)).toBe(false);
  });
});

describe("a fresh proof", () => {
  async function prove(world: TestWorld, session: string, password?: string) {
    const found = await findSession(world, session);
    if (!found) throw new Error("The session ended.");
    return assertProved(world, found, password, null).then(() => "proved", reasonOf);
  }

  it("counts five minutes; after that the password is asked, and a right one counts anew", async () => {
    const { world, session } = await signedIn();
    world.clock.advance(PROOF_MS);
    expect(await prove(world, session)).toBe("proved");
    world.clock.advance(1);
    expect(await prove(world, session)).toBe("password-needed");
    expect(await prove(world, session, "")).toBe("password-needed");
    expect(await prove(world, session, "wrong")).toBe("password-wrong");
    expect(await prove(world, session, PASSWORD)).toBe("proved");
    expect(await prove(world, session)).toBe("proved");
  });

  it("from the future, when the clock was set back, does not count", async () => {
    const { world, session } = await signedIn();
    world.clock.advance(-1);
    expect(await prove(world, session)).toBe("password-needed");
  });

  it("cannot be guessed: after ten wrong ones the right one is refused too", async () => {
    const { world, session } = await signedIn();
    world.clock.advance(PROOF_MS + 1);
    for (let count = 0; count < 10; count++)
      expect(await prove(world, session, "wrong")).toBe("password-wrong");
    expect(await prove(world, session, PASSWORD)).toBe("password-wrong");
  });
});

describe("a password", () => {
  const judge = (password: string) => {
    try {
      assertAcceptable(password, []);
      return "accepted";
    } catch (error) {
      return reasonOf(error);
    }
  };

  it.each([
    ["elf tekens!!", "accepted"],
    ["elf tekens!", "password-too-short"],
    ["", "password-too-short"],
    ["🌻🌷🌹🌺🌸🌼🪻🪷💐🌾🍀", "password-too-short"],
    ["geen hoofdletter geen cijfer", "accepted"],
    ["Wachtwoord123", "password-common"],
    ["WELKOM123456", "password-common"],
    ["kroniek-demo", "password-common"],
    ["abababababababab", "password-common"],
    ["            ", "password-common"],
  ])("%j is %s", (password, outcome) => {
    expect(judge(password)).toBe(outcome);
  });

  it("is stored as argon2id with its own salt, and no stored hash never matches", async () => {
    const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/);
    const [, memory, passes] = /m=(\d+),t=(\d+)/.exec(one) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
    expect(Number(passes)).toBeGreaterThanOrEqual(2);
    expect(one).not.toBe(two);
    expect(await passwordMatches(one, PASSWORD)).toBe(true);
    expect(await passwordMatches(one, `${PASSWORD} `)).toBe(false);
    expect(await passwordMatches(null, "the time a missing account takes")).toBe(false);
    expect(await passwordMatches(undefined, PASSWORD)).toBe(false);
  });
});
