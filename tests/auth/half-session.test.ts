import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { employees } from "@/db/schema/access";
import { sessions } from "@/db/schema/auth";
import { type ChangeCtx, perform, reasonOf } from "@/server/access/perform";
import { makeContext } from "@/server/api/context";
import { createCaller } from "@/server/api/root";
import { exchangeSession, findHalfSession } from "@/server/auth/half-session";
import { findSession } from "@/server/auth/session";
import { DECLARED } from "../access/declared";
import { entriesOf, makeEmployee, makePlaces, openSession } from "../access/people";
import { cookieOf } from "../api/post";
import { makeWorld, type TestWorld } from "../world";
import { makeAccount, PASSWORD, trySignIn } from "./accounts";
import { appWith } from "./app";

const MINUTE = 60_000;
const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);

/** The API as the browser that holds this session's cookie may use it. */
async function browserOf(world: TestWorld, session: string) {
  const headers = new Headers({ cookie: await cookieOf(world, session), "x-forwarded-for": "192.0.2.7" });
  return createCaller(await makeContext(world, headers));
}

async function exchange(world: TestWorld, session: string): Promise<string> {
  const half = await findHalfSession(world, session, "employee");
  const caller = { actor: { kind: "anonymous" }, accessPoint: "web", source: null } as const;
  const act = { tasks: [], audit: { coveredBy: "second-factor.given" }, kind: "mutation" } as const;
  return perform(world, caller, act, { kind: "open" }, (ctx: ChangeCtx) => exchangeSession(ctx, half));
}

/** A right password, outside a demo. */
async function halfSignedIn() {
  const world = await makeWorld({ demo: false });
  const id = await makeAccount(world);
  const half = (await trySignIn(world)) ?? "";
  return { world, id, half };
}

/** An account with a second factor, and the code its app shows now. */
async function withFactor(options: { demo: boolean }) {
  const world = await makeWorld(options);
  const id = await makeAccount(world);
  const own = await browserOf(world, await openSession(world, id));
  const { secret } = await own.secondFactor.begin({ password: PASSWORD });
  const app = appWith(secret);
  const { recoveryCodes } = await own.secondFactor.confirm({ code: app(world.clock.now()) });
  world.clock.advance(MINUTE);
  return { world, id, own, recoveryCodes, code: () => app(world.clock.now()) };
}

describe("a session with the right password only", () => {
  const made = {} as Awaited<ReturnType<typeof halfSignedIn>>;
  beforeAll(async () => {
    const world = await makeWorld({ demo: false, keep: true });
    await makePlaces(world);
    const id = await makeAccount(world);
    Object.assign(made, { world, id, half: (await trySignIn(world)) ?? "" });
    return () => world.close();
  });

  it("is what a right password gives outside a demo, and the log says that a step follows", async () => {
    const { world } = made;
    const rows = await entriesOf(world, () => trySignIn(world));
    expect(rows.map(({ event, outcome, detail }) => [event, outcome, detail])).toEqual([
      ["sign-in", "done", "second factor follows"],
    ]);
    expect(await findSession(world, made.half)).toBeUndefined();
  });

  it.each(Object.entries(DECLARED).filter(([, { door }]) => door !== "open"))(
    "is told at %s that it is not signed in, and nothing changes",
    async (path, declared) => {
      const { world, half } = made;
      let at: unknown = await browserOf(world, half);
      for (const step of path.split(".")) at = (at as Record<string, unknown>)[step];
      const target = { clientId: "20001", locationIds: ["own"] };
      const call = (at as (input: unknown) => Promise<unknown>)({ ...declared.input?.(), ...target });
      expect(await said(call)).toBe("not-signed-in");
    },
  );

  it("finds at the open doors only what a stranger finds", async () => {
    const { world, half } = made;
    expect((await (await browserOf(world, half)).account.signInPage()).signedIn).toBe(false);
  });

  it("cannot be exchanged for a full one", async () => {
    const { world, half } = made;
    expect(await said(exchange(world, half))).toBe("not-signed-in");
  });
});

describe("the second step", () => {
  it("is getting an app, for who has none: then the session is exchanged once, for another", async () => {
    const { world, id, half } = await halfSignedIn();
    const other = await openSession(world, id);
    const colleague = await openSession(world, await makeEmployee(world, []));
    const browser = await browserOf(world, half);
    expect(await browser.secondFactor.step()).toBe("enrol");
    expect(await said(browser.secondFactor.give({ code: "123456" }))).toBe("code-wrong");
    const { secret } = await browser.secondFactor.beginFirst();
    const code = appWith(secret)(world.clock.now());
    expect((await browser.secondFactor.confirmFirst({ code })).recoveryCodes).toHaveLength(10);
    expect(await findSession(world, other)).toBeUndefined();
    expect(await findSession(world, colleague)).toBeDefined();
    expect(await findSession(world, half)).toBeUndefined();
    const tries = await Promise.allSettled([exchange(world, half), exchange(world, half)]);
    const opened = tries.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(opened).toHaveLength(1);
    const [full = ""] = opened;
    expect(full).not.toBe(half);
    expect((await findSession(world, full))?.actor.id).toBe(id);
    expect(await said(exchange(world, half))).toBe("not-signed-in");
    expect(await (await browserOf(world, full)).secondFactor.step()).toBe("none");
  });

  it("is asked of who turned it on, in a demo too, and a password alone gets no other app", async () => {
    const { world, code } = await withFactor({ demo: true });
    const half = (await trySignIn(world)) ?? "";
    const browser = await browserOf(world, half);
    expect(await browser.secondFactor.step()).toBe("verify");
    expect(await said(browser.secondFactor.beginFirst())).toBe("not-signed-in");
    expect(await said(browser.secondFactor.confirmFirst({ code: code() }))).toBe("not-signed-in");
    expect(await browser.secondFactor.give({ code: code() })).toEqual({ by: "app", codesLeft: 10 });
    const anew = await browserOf(world, half);
    expect(await said(anew.secondFactor.give({ code: code() }))).toBe("not-signed-in");
    expect(await findSession(world, await exchange(world, half))).toBeDefined();
  });

  it("lets one of twenty sessions in that bring the same code together", async () => {
    const { world, code } = await withFactor({ demo: true });
    const halves = [];
    for (let count = 0; count < 20; count++) halves.push((await trySignIn(world)) ?? "");
    const given = code();
    const answers = await Promise.all(
      halves.map(async (half) => said((await browserOf(world, half)).secondFactor.give({ code: given }))),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    const exchanged = await Promise.all(halves.map((half) => said(exchange(world, half))));
    expect(exchanged.filter((answer) => answer === "done")).toHaveLength(1);
  });

  it("cannot be guessed: after five wrong codes the right one is refused alike, for a quarter of an hour", async () => {
    const { world, code, recoveryCodes } = await withFactor({ demo: true });
    const browser = await browserOf(world, (await trySignIn(world)) ?? "");
    for (let count = 0; count < 5; count++)
      expect(await said(browser.secondFactor.give({ code: "000000" }))).toBe("code-wrong");
    const rows = await entriesOf(world, async () => {
      expect(await said(browser.secondFactor.give({ code: code() }))).toBe("code-wrong");
      expect(await said(browser.secondFactor.give({ code: recoveryCodes[0] ?? "" }))).toBe("code-wrong");
    });
    expect(rows.map(({ event, outcome, detail }) => [event, outcome, detail])).toEqual(
      Array(2).fill(["second-factor.given", "failed", "code-wrong"]),
    );
    world.clock.advance(15 * MINUTE);
    const later = await browserOf(world, (await trySignIn(world)) ?? "");
    expect(await said(later.secondFactor.give({ code: code() }))).toBe("done");
  });

  it("is over after a quarter of an hour, when the account is switched off, and when the session was ended", async () => {
    const { world, id, half } = await halfSignedIn();
    const found = () => findHalfSession(world, half, "employee");
    expect((await found())?.holder).toEqual({ kind: "employee", id });
    expect(await findHalfSession(world, half, "portal")).toBeUndefined();
    world.clock.advance(15 * MINUTE);
    expect(await found()).toBeDefined();
    world.clock.advance(1);
    expect(await found()).toBeUndefined();
    world.clock.advance(-MINUTE);
    const set = (disabledAt: number | null) =>
      world.db.write((tx) => tx.update(employees).set({ disabledAt }).where(eq(employees.id, id)));
    await set(1);
    expect(await found()).toBeUndefined();
    await set(null);
    await world.db.write((tx) => tx.update(sessions).set({ endedAt: 1 }));
    expect(await found()).toBeUndefined();
  });
});

describe("one's own second factor", () => {
  it("asks the password for every change, and each ends the other sessions and is told by mail", async () => {
    const { world, id, own } = await withFactor({ demo: true });
    const password = "not mine at all";
    for (const act of [own.secondFactor.begin, own.secondFactor.renewCodes, own.secondFactor.turnOff])
      expect(await said(act({ password }))).toBe("password-wrong");
    for (const act of [own.secondFactor.renewCodes, own.secondFactor.turnOff]) {
      const other = await openSession(world, id);
      world.sent.length = 0;
      await act({ password: PASSWORD });
      expect(await findSession(world, other)).toBeUndefined();
      expect(world.sent).toHaveLength(1);
    }
    expect(await own.account.page()).toMatchObject({ secondFactor: { since: null, codesLeft: 0 } });
    const half = (await trySignIn(world)) ?? "";
    expect(await findSession(world, half)).toBeDefined();
  });

  it("is on as the page says, and cannot be turned off outside a demo", async () => {
    const { world, own } = await withFactor({ demo: false });
    const since = world.clock.now() - MINUTE;
    expect(await own.account.page()).toMatchObject({
      secondFactor: { since, codesLeft: 10, required: true },
    });
    expect(await said(own.secondFactor.turnOff({ password: PASSWORD }))).toBe("second-factor-needed");
  });
});

describe("the time a session has left", () => {
  it("is told without lengthening it, and lengthened by saying so, up to twelve hours", async () => {
    const world = await makeWorld();
    const session = await openSession(world, await makeAccount(world));
    const api = async () => (await browserOf(world, session)).account;
    world.clock.advance(14 * MINUTE);
    for (let count = 0; count < 2; count++)
      expect(await (await api()).timeLeft()).toEqual({ leftMs: MINUTE, canStay: true });
    expect(await (await api()).stay()).toEqual({ leftMs: 15 * MINUTE, canStay: true });
    expect(await (await api()).timeLeft()).toEqual({ leftMs: 15 * MINUTE, canStay: true });
    for (let minutes = 14; minutes < 12 * 60 - 15; minutes += 14) {
      world.clock.advance(14 * MINUTE);
      await (await api()).stay();
    }
    expect((await (await api()).timeLeft()).canStay).toBe(false);
    world.clock.advance(14 * MINUTE);
    expect(await said((await api()).stay())).toBe("not-signed-in");
  });
});
