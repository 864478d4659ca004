import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factor";
import { type ChangeCtx, perform, reasonOf } from "@/server/access/perform";
import type { Holder } from "@/server/auth/holder";
import { recoveryCodesLeft } from "@/server/auth/recovery-codes";
import {
  beginEnrolment,
  confirmEnrolment,
  mustHave,
  removeSecondFactor,
  renewRecoveryCodes,
  secondFactorOf,
  verifySecondFactor,
} from "@/server/auth/second-factor";
import { reserveCode } from "@/server/auth/throttle";
import { makeWorld, type TestWorld } from "../world";
import { appWith, seedOf } from "./app";

const STEP = 30_000;
const HOLDER: Holder = { kind: "employee", id: "someone" };

function act<T>(world: TestWorld, work: (ctx: ChangeCtx) => Promise<T>): Promise<T> {
  const caller = { actor: { kind: "anonymous" }, accessPoint: "web", source: null } as const;
  const what = { tasks: [], audit: "second-factor.given", kind: "mutation" } as const;
  return perform(world, caller, what, { kind: "open" }, work);
}

const begin = (world: TestWorld, holder = HOLDER) =>
  act(world, (ctx) => beginEnrolment(ctx, holder, "iemand@kroniek.example"));
const confirm = (world: TestWorld, code: string, holder = HOLDER) =>
  act(world, (ctx) => confirmEnrolment(ctx, holder, code, null));
const verify = (world: TestWorld, code: string, holder = HOLDER): Promise<string | undefined> =>
  act(world, (ctx) => verifySecondFactor(ctx, holder, code, null)).catch(reasonOf);

/** A holder with a second factor whose next code is fresh. */
async function enrolled(world: TestWorld, holder = HOLDER) {
  const { secret } = await begin(world, holder);
  const app = appWith(secret);
  const { recoveryCodes: codes } = await confirm(world, app(world.clock.now()), holder);
  world.clock.advance(2 * STEP);
  return { secret, codes, code: () => app(world.clock.now()) };
}

describe("enrolling", () => {
  it("counts from the moment a code of the new app confirms it, with ten recovery codes of 60 bits", async () => {
    const world = await makeWorld();
    expect(await secondFactorOf(world.db.read, HOLDER)).toBe("none");
    const { secret, uri, qr } = await begin(world);
    expect(secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(new URL(uri).searchParams.get("secret")).toBe(secret.replaceAll(" ", ""));
    expect(qr.length).toBeGreaterThan(20);
    expect(qr.every((row) => row.length === qr.length)).toBe(true);
    const app = appWith(secret);
    expect(await verify(world, app(world.clock.now()))).toBe("code-wrong");
    expect(await confirm(world, "000000").catch(reasonOf)).toBe("code-wrong");
    expect(await secondFactorOf(world.db.read, HOLDER)).toBe("none");
    const { recoveryCodes: codes } = await confirm(world, app(world.clock.now()));
    expect(await secondFactorOf(world.db.read, HOLDER)).toBe("confirmed");
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-z2-7]{4}-){2}[a-z2-7]{4}$/);
    expect(await verify(world, app(world.clock.now()))).toBe("code-wrong");
  });

  it("anew ends what was begun, and leaves the app there was until the new one is confirmed", async () => {
    const world = await makeWorld();
    const old = await enrolled(world);
    const abandoned = appWith((await begin(world)).secret);
    const replacing = appWith((await begin(world)).secret);
    expect(await confirm(world, abandoned(world.clock.now())).catch(reasonOf)).toBe("code-wrong");
    expect(await verify(world, old.code())).toBe("app");
    await confirm(world, replacing(world.clock.now()));
    world.clock.advance(2 * STEP);
    expect(await verify(world, old.code())).toBe("code-wrong");
    expect(await verify(world, old.codes[0] ?? "")).toBe("code-wrong");
    expect(await verify(world, replacing(world.clock.now()))).toBe("app");
  });

  it("is over after a quarter of an hour, and when nothing was begun", async () => {
    const world = await makeWorld();
    expect(await confirm(world, "123456").catch(reasonOf)).toBe("enrolment-over");
    const app = appWith((await begin(world)).secret);
    world.clock.advance(15 * 60_000 + 1);
    expect(await confirm(world, app(world.clock.now())).catch(reasonOf)).toBe("enrolment-over");
  });
});

describe("a code", () => {
  it("works once, also when twenty arrive together, of the app and a recovery code alike", async () => {
    const world = await makeWorld();
    const { code, codes } = await enrolled(world);
    for (const [given, right] of [
      [code(), "app"],
      [codes[3] ?? "", "recovery"],
    ] as const) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => verify(world, given)));
      expect(answers.filter((answer) => answer === right)).toHaveLength(1);
      expect(answers.filter((answer) => answer === "code-wrong")).toHaveLength(19);
    }
    expect(await recoveryCodesLeft(world.db.read, HOLDER)).toBe(9);
  });

  it("may be written with spaces, dashes and capitals", async () => {
    const world = await makeWorld();
    const { code, codes } = await enrolled(world);
    expect(await verify(world, `${code().slice(0, 3)} ${code().slice(3)}`)).toBe("app");
    expect(await verify(world, ` ${codes[0]?.toUpperCase()}`)).toBe("recovery");
    expect(await verify(world, codes[1]?.replaceAll("-", " ") ?? "")).toBe("recovery");
  });

  it("stays used when the clock jumps back, and those before it are of no use any more", async () => {
    const world = await makeWorld();
    const { code } = await enrolled(world);
    const [before, now] = [code(), world.clock.now()];
    world.clock.advance(10 * STEP);
    expect(await verify(world, code())).toBe("app");
    world.clock.set(now);
    expect(await verify(world, before)).toBe("code-wrong");
    world.clock.advance(10 * STEP);
    expect(await verify(world, code())).toBe("code-wrong");
    world.clock.advance(STEP);
    expect(await verify(world, code())).toBe("app");
  });

  it("is one holder's only: an employee and a portal account of one id have nothing of each other", async () => {
    const world = await makeWorld();
    const portal: Holder = { kind: "portal", id: HOLDER.id };
    const { code, codes } = await enrolled(world);
    expect(await secondFactorOf(world.db.read, portal)).toBe("none");
    const theirs = await enrolled(world, portal);
    expect(await verify(world, codes[0] ?? "", portal)).toBe("code-wrong");
    expect(await verify(world, theirs.code())).toBe("code-wrong");
    expect(await verify(world, code(), portal)).toBe("code-wrong");
    expect(await verify(world, theirs.code(), portal)).toBe("app");
    expect(await verify(world, code())).toBe("app");
  });

  it("cannot be guessed: five tries a quarter of an hour, whose counting no failure takes back", async () => {
    const world = await makeWorld();
    const { code } = await enrolled(world);
    const tries = async (source: string) => await reserveCode(world, HOLDER, source);
    for (let count = 0; count < 5; count++) expect(await tries(`192.0.2.${count}`)).toBe(true);
    expect(await tries("192.0.2.9")).toBe(false);
    expect(await reserveCode(world, { kind: "portal", id: HOLDER.id }, "192.0.2.9")).toBe(true);
    world.clock.advance(15 * 60_000);
    expect(await tries("192.0.2.9")).toBe(true);
    await act(world, (ctx) => verifySecondFactor(ctx, HOLDER, code(), "192.0.2.9"));
    for (let count = 0; count < 5; count++) expect(await tries("192.0.2.9")).toBe(true);
  });
});

describe("recovery codes", () => {
  it("made anew end the old ones; without a second factor there are none to make", async () => {
    const world = await makeWorld();
    expect(await act(world, (ctx) => renewRecoveryCodes(ctx, HOLDER)).catch(reasonOf)).toBe(
      "second-factor-off",
    );
    const { codes } = await enrolled(world);
    const anew = await act(world, (ctx) => renewRecoveryCodes(ctx, HOLDER));
    expect(await verify(world, codes[0] ?? "")).toBe("code-wrong");
    expect(await verify(world, anew.recoveryCodes[0] ?? "")).toBe("recovery");
  });

  it("and the app count for nothing once the second factor is removed", async () => {
    const world = await makeWorld();
    const { code, codes } = await enrolled(world);
    await act(world, (ctx) => removeSecondFactor(ctx, HOLDER));
    expect(await secondFactorOf(world.db.read, HOLDER)).toBe("none");
    expect(await verify(world, code())).toBe("code-wrong");
    expect(await verify(world, codes[0] ?? "")).toBe("code-wrong");
  });
});

describe("what is stored", () => {
  it("holds neither the seed nor a recovery code in a form that can be read, not even in an open database", async () => {
    const world = await makeWorld({ plain: true });
    const { secret, codes } = await enrolled(world);
    const begun = (await begin(world)).secret;
    const names = ["kroniek.db", "kroniek.db-wal"];
    const file = Buffer.concat(names.map((name) => readFileSync(join(world.env.dataDir, name))));
    expect(file.includes(HOLDER.id)).toBe(true);
    for (const text of [secret, begun, ...codes].flatMap((each) => [each, each.replace(/[\s-]/g, "")])) {
      expect(file.includes(text)).toBe(false);
      expect(file.includes(text.toUpperCase())).toBe(false);
    }
    for (const each of [secret, begun]) expect(file.includes(seedOf(each))).toBe(false);
    const [factor] = await world.db.read.select().from(secondFactors);
    expect(Buffer.from(factor?.seedSealed ?? "", "base64url").length).toBe(12 + 20 + 16);
    const rows = await world.db.read.select().from(recoveryCodes);
    for (const { hash } of rows) expect(Buffer.from(hash, "base64url").length).toBe(32);
  });

  it("of one account is of no use in the row of another", async () => {
    const world = await makeWorld();
    const other: Holder = { kind: "employee", id: "other" };
    const { code } = await enrolled(world);
    await enrolled(world, other);
    const rows = await world.db.read.select().from(secondFactors);
    const mine = rows.find((row) => row.holderId === HOLDER.id);
    await world.db.write((tx) => tx.update(secondFactors).set({ seedSealed: mine?.seedSealed ?? "" }));
    const given = code();
    await expect(act(world, (ctx) => verifySecondFactor(ctx, other, given, null))).rejects.toThrow();
    expect(await verify(world, given)).toBe("app");
  });
});

it("a second factor is required of everyone, but in a demo", () => {
  expect([mustHave({ demo: false }), mustHave({ demo: true })]).toEqual([true, false]);
});
