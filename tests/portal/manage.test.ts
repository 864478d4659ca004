import { eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { employees } from "@/db/schema/access";
import { accountLinks, sessions } from "@/db/schema/auth";
import { mails } from "@/db/schema/mails";
import { portalAccounts } from "@/db/schema/portal";
import { secondFactors } from "@/db/schema/second-factor";
import { reasonOf } from "@/server/access/perform";
import { hashPassword } from "@/server/auth/password";
import { findPortalSession } from "@/server/auth/portal-session";
import { secondFactorOf } from "@/server/auth/second-factor";
import {
  apiAs,
  apiWith,
  canaryOf,
  entriesOf,
  makeEmployee,
  openSession,
  signInPortal,
} from "../access/people";
import { GUEST, guestAt, makeHouse, PASSWORD, written } from "./guest";

const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);
const MANAGES = [{ tasks: ["access.manage"], reach: "everywhere" }] as const;

describe("portal accounts, for who manages accounts", () => {
  it("are found by name or address and state, a page at a time, with how many clients and never which", async () => {
    const { world } = await makeHouse();
    await signInPortal(
      world,
      [
        { kind: "involved", to: "own" },
        { kind: "involved", to: "below" },
        { kind: "network", to: "below" },
        { kind: "involved", to: "beside", ended: true },
      ],
      { name: "Anna Actief", email: "anna@post.example", passwordHash: "x" },
    );
    await signInPortal(world, [], { name: "bert genodigd" });
    await signInPortal(world, [], { name: "Cato 100%", disabledAt: 5 });
    const api = (await apiWith(world, ...MANAGES)).portalAccounts;
    const all = await api.list({});
    expect(all.lines.map(({ name, state, clients }) => [name, state, clients])).toEqual([
      ["Anna Actief", "active", 2],
      ["bert genodigd", "invited", 0],
      ["Cato 100%", "off", 0],
    ]);
    const names = async (input: Parameters<typeof api.list>[0]) =>
      (await api.list(input)).lines.map(({ name }) => name);
    expect(await names({ search: "post actief" })).toEqual(["Anna Actief"]);
    expect(await names({ search: "0%" })).toEqual(["Cato 100%"]);
    expect(await names({ state: "invited" })).toEqual(["bert genodigd"]);
    const first = await api.list({ size: 2 });
    expect(first.total).toBe(3);
    expect(await names({ size: 2, after: first.next })).toEqual(["Cato 100%"]);
    const seen = JSON.stringify([all, await api.view({ accountId: all.lines[0]?.id ?? "" })]);
    expect(seen).not.toMatch(new RegExp(`${canaryOf("own")}|client-|2000\\d`));
  });

  it("are managed as far as the reach goes that covers every client they are something to", async () => {
    const { world } = await makeHouse();
    await signInPortal(world, [{ kind: "involved", to: "below" }], { name: "Binnen" });
    const both = [
      { kind: "involved", to: "own" },
      { kind: "involved", to: "beside" },
    ] as const;
    await signInPortal(world, both, { name: "Half" });
    await signInPortal(world, [], { name: "Nergens" });
    const near = (await apiWith(world, { tasks: ["access.manage"], reach: "own" })).portalAccounts;
    expect((await near.list({})).lines.map(({ name }) => name)).toEqual(["Binnen"]);
    const everyone = await world.db.read.select().from(portalAccounts);
    const half = everyone.find(({ name }) => name === "Half")?.id ?? "";
    const answers = [
      near.view({ accountId: half }),
      near.disable({ accountId: half, version: 1 }),
      near.resendActivation({ accountId: half, requestKey: "key-key-key" }),
    ];
    for (const each of answers) expect(await said(each)).toBe("portal-account-gone");
  });

  it("are switched off at once, with every link, and on again without them", async () => {
    const house = await makeHouse();
    const { world } = house;
    const { guest, accountId } = await guestAt(house);
    const api = (await apiWith(world, ...MANAGES)).portalAccounts;
    await (await guest.api()).portal.askNewPassword({ email: GUEST });
    expect(await world.db.read.$count(accountLinks)).toBe(1);
    // Three: whoever invited, whoever manages, and the guest.
    expect(await world.db.read.$count(sessions, isNull(sessions.endedAt))).toBe(3);
    const rows = await entriesOf(world, () => api.disable({ accountId, version: 1 }));
    expect(rows.map(({ event, outcome, objects }) => [event, outcome, objects])).toEqual([
      ["portal-account.disabled", "done", [`portal:${accountId}`]],
    ]);
    expect(await world.db.read.$count(sessions, isNull(sessions.endedAt))).toBe(2);
    expect(await said((await guest.api()).portal.clients())).toBe("not-signed-in");
    expect((await guest.signIn()).ok).toBe(false);
    expect(await world.db.read.$count(accountLinks)).toBe(0);
    expect(await said(api.enable({ accountId, version: 1 }))).toBe("portal-account-changed");
    await api.enable({ accountId, version: 2 });
    expect(await said((await guest.api()).portal.clients())).toBe("not-signed-in");
    expect((await guest.signIn()).ok).toBe(true);
  });

  it("lose a second factor only by the password of who takes it away; sessions end, and they are told", async () => {
    const { world } = await makeHouse({ demo: false });
    const passwordHash = await hashPassword(PASSWORD);
    const admin = await makeEmployee(world, MANAGES, { passwordHash });
    const api = (await apiAs(world, await openSession(world, admin))).portalAccounts;
    const session = await signInPortal(world, [{ kind: "involved", to: "own" }], { passwordHash: "x" });
    const [account] = await world.db.read.select().from(portalAccounts);
    const accountId = account?.id ?? "";
    const seed = { id: "factor", seedSealed: "x", createdAt: 1, confirmedAt: 1 };
    await world.db.write((tx) =>
      tx.insert(secondFactors).values({ ...seed, holderKind: "portal", holderId: accountId }),
    );
    expect(await api.view({ accountId })).toMatchObject({ secondFactor: "confirmed" });
    expect(await said(api.removeSecondFactor({ accountId, password: "not mine" }))).toBe("password-wrong");
    expect(await findPortalSession(world, session)).toBeDefined();
    await api.removeSecondFactor({ accountId, password: PASSWORD });
    expect(await secondFactorOf(world.db.read, { kind: "portal", id: accountId })).toBe("none");
    expect(await findPortalSession(world, session)).toBeUndefined();
    const [mail] = await written(world);
    expect(mail).toMatchObject({ kind: "portal-second-factor-removed", toSealed: expect.anything() });
    expect(mail?.text).toContain("/caren/login\n");
    expect(await world.db.read.$count(employees, eq(employees.id, admin))).toBe(1);
  });

  it("get their activation mail again, once a request and only while there is something to activate", async () => {
    const house = await makeHouse();
    const { world } = house;
    const { accountId } = await house.invite("own");
    const api = (await apiWith(world, ...MANAGES)).portalAccounts;
    for (let time = 0; time < 2; time++) await api.resendActivation({ accountId, requestKey: "once-only" });
    expect(await world.db.read.$count(mails)).toBe(2);
    expect(await world.db.read.$count(accountLinks)).toBe(1);
    const set = (fields: Partial<typeof portalAccounts.$inferInsert>) =>
      world.db.write((tx) => tx.update(portalAccounts).set(fields));
    await set({ passwordHash: "x" });
    const again = () => said(api.resendActivation({ accountId, requestKey: "another-one" }));
    expect(await again()).toBe("portal-active");
    await set({ passwordHash: null, disabledAt: 1 });
    expect(await again()).toBe("portal-account-off");
  });
});
