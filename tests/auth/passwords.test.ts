import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { employees } from "@/db/schema/access";
import { accountLinks } from "@/db/schema/auth";
import { mails } from "@/db/schema/mails";
import { reasonOf } from "@/server/access/perform";
import { createCaller } from "@/server/api/root";
import { findSession } from "@/server/auth/session";
import { apiAs, contextOf, entriesOf, openSession } from "../access/people";
import { mailedCode } from "../employees/house";
import { makeWorld, type TestWorld } from "../world";
import { EMAIL, makeAccount, PASSWORD, trySignIn } from "./accounts";

const OTHER = "heel andere woorden nu";
const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);

async function withAccount(fields: Parameters<typeof makeAccount>[1] = {}) {
  const world = await makeWorld({ demo: false });
  return { world, id: await makeAccount(world, fields), stranger: await apiAs(world) };
}

/** A stranger at an address of their own. */
async function strangerAt(world: TestWorld, source: string) {
  const context = await contextOf(world);
  return createCaller({ ...context, caller: { ...context.caller, source } });
}

describe("a forgotten password", () => {
  it("is chosen anew by the mailed link, once: every session ends, and the owner is told", async () => {
    const { world, id, stranger } = await withAccount();
    const session = await openSession(world, id);
    await stranger.account.askNewPassword({ email: ` ${EMAIL}`.trim().toUpperCase() });
    const code = await mailedCode(world, id);
    expect(await findSession(world, session)).toBeDefined();
    expect(await said(stranger.account.resetPassword({ code, newPassword: EMAIL }))).toBe("password-own");
    const choose = () => said(stranger.account.resetPassword({ code, newPassword: OTHER }));
    expect((await Promise.all([choose(), choose()])).toSorted()).toEqual(["done", "link-invalid"]);
    expect(await findSession(world, session)).toBeUndefined();
    expect(await trySignIn(world)).toBeUndefined();
    expect(await trySignIn(world, { password: OTHER })).toBeDefined();
    const kinds = (await world.db.read.select().from(mails)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["new-password", "password-set"]);
  });

  it("is answered alike for an address nobody has, one switched off and one not activated: nothing is left of it", async () => {
    const { world, id, stranger } = await withAccount();
    const rows: unknown[] = [];
    const answers: unknown[] = [await stranger.account.askNewPassword({ email: EMAIL })];
    await world.db.write((tx) => tx.delete(mails));
    await world.db.write((tx) => tx.delete(accountLinks));
    const ask = async (email: string) => {
      const [row] = await entriesOf(world, async () =>
        answers.push(await stranger.account.askNewPassword({ email })),
      );
      rows.push([row?.event, row?.outcome, row?.detail, row?.objects]);
    };
    await ask("niemand@kroniek.example");
    await world.db.write((tx) =>
      tx.update(employees).set({ passwordHash: null }).where(eq(employees.id, id)),
    );
    await ask(EMAIL);
    await world.db.write((tx) => tx.update(employees).set({ passwordHash: "x", disabledAt: 1 }));
    await ask(EMAIL);
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
      new Set([JSON.stringify(["account.password-asked", "done", null, []])]),
    );
    // What a stranger reads is the same, also of an address that has an account.
    expect(answers).toEqual([undefined, undefined, undefined, undefined]);
    expect(await world.db.read.$count(mails)).toBe(0);
    expect(await world.db.read.$count(accountLinks)).toBe(0);
  });

  it("is not asked for with a demo account outside a demo", async () => {
    const { world, stranger } = await withAccount({ demo: true });
    await stranger.account.askNewPassword({ email: EMAIL });
    expect(await world.db.read.$count(mails)).toBe(0);
  });

  it("is mailed three times a quarter for one account, and thirty from one address, with the same answer after", async () => {
    const { world } = await withAccount();
    for (let at = 0; at < 5; at++) {
      const stranger = await strangerAt(world, `192.0.2.${at}`);
      expect(await said(stranger.account.askNewPassword({ email: EMAIL }))).toBe("done");
    }
    expect(await world.db.read.$count(mails)).toBe(3);
    const { world: other } = await withAccount();
    const busy = await strangerAt(other, "192.0.2.50");
    for (let at = 0; at < 30; at++) await busy.account.askNewPassword({ email: `x${at}@kroniek.example` });
    await busy.account.askNewPassword({ email: EMAIL });
    expect(await other.db.read.$count(mails)).toBe(0);
    await (await strangerAt(other, "192.0.2.51")).account.askNewPassword({ email: EMAIL });
    expect(await other.db.read.$count(mails)).toBe(1);
  });

  it("has a link of one hour, ended by a newer one", async () => {
    const { world, id, stranger } = await withAccount();
    await stranger.account.askNewPassword({ email: EMAIL });
    const first = await mailedCode(world, id);
    world.clock.advance(1_000);
    await stranger.account.askNewPassword({ email: EMAIL });
    const second = await mailedCode(world, id);
    const choose = (code: string) => said(stranger.account.resetPassword({ code, newPassword: OTHER }));
    expect(await choose(first)).toBe("link-invalid");
    world.clock.advance(3_600_000);
    expect(await choose(second)).toBe("link-invalid");
    world.clock.advance(-1);
    expect(await choose(second)).toBe("done");
  });

  it("opens the account at once, however often the old password was guessed", async () => {
    const { world, id, stranger } = await withAccount();
    for (let at = 0; at < 11; at++) await trySignIn(world, { password: "mis", source: null });
    expect(await trySignIn(world, { source: null })).toBeUndefined();
    await stranger.account.askNewPassword({ email: EMAIL });
    await stranger.account.resetPassword({ code: await mailedCode(world, id), newPassword: OTHER });
    expect(await trySignIn(world, { password: OTHER, source: null })).toBeDefined();
  });

  it("cannot be guessed by code: sixty tries a quarter from one address, refused and logged", async () => {
    const { world } = await withAccount();
    const stranger = await strangerAt(world, "192.0.2.60");
    const guess = () => said(stranger.account.resetPassword({ code: "x", newPassword: "kort" }));
    for (let at = 0; at < 60; at++) expect(await guess()).toBe("password-too-short");
    const rows = await entriesOf(world, async () => expect(await guess()).toBe("too-many-attempts"));
    expect(rows).toMatchObject([{ event: "account.password-reset", outcome: "failed" }]);
  });
});

describe("one's own password", () => {
  it("is changed with the old one, however fresh the sign-in: other sessions end, this one stays", async () => {
    const { world, id } = await withAccount();
    const here = await openSession(world, id);
    const elsewhere = await openSession(world, id);
    const api = await apiAs(world, here);
    expect(await said(api.account.changePassword({ password: "mis", newPassword: OTHER }))).toBe(
      "password-wrong",
    );
    expect(await said(api.account.changePassword({ password: PASSWORD, newPassword: "kort" }))).toBe(
      "password-too-short",
    );
    expect(await said(api.account.changePassword({ password: PASSWORD, newPassword: EMAIL }))).toBe(
      "password-own",
    );
    expect(await findSession(world, elsewhere)).toBeDefined();
    const rows = await entriesOf(world, () =>
      api.account.changePassword({ password: PASSWORD, newPassword: OTHER }),
    );
    expect(rows).toMatchObject([{ event: "account.password-changed", outcome: "done" }]);
    expect(JSON.stringify(rows)).not.toContain(OTHER);
    expect(await findSession(world, elsewhere)).toBeUndefined();
    expect(await findSession(world, here)).toBeDefined();
    expect(await trySignIn(world, { password: OTHER })).toBeDefined();
  });
});

describe("one's own sessions", () => {
  it("are listed, this one marked, and the others ended at a word; those of others stay", async () => {
    const { world, id } = await withAccount();
    const here = await openSession(world, id);
    await openSession(world, id);
    const otherId = await makeAccount(world, { email: "ander@kroniek.example" });
    const other = await openSession(world, otherId);
    const api = await apiAs(world, here);
    const page = await api.account.page();
    expect(page.sessions.map(({ current }) => current).toSorted()).toEqual([false, true]);
    expect(JSON.stringify(page)).not.toContain(here);
    await api.account.endOtherSessions();
    expect((await api.account.page()).sessions).toHaveLength(1);
    expect(await findSession(world, other)).toBeDefined();
  });
});
