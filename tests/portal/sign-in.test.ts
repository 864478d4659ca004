import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { employees } from "@/db/schema/access";
import { sessions } from "@/db/schema/auth";
import { mails } from "@/db/schema/mails";
import { portalAccounts } from "@/db/schema/portal";
import { reasonOf } from "@/server/access/perform";
import { SESSION_COOKIE } from "@/server/auth/cookie";
import { hashPassword } from "@/server/auth/password";
import { reserveAttempt } from "@/server/auth/throttle";
import { entriesOf, makeEmployee, openSession } from "../access/people";
import { cookieOf } from "../api/post";
import { trySignIn } from "../auth/accounts";
import { appWith } from "../auth/app";
import { browser, GUEST, guestAt, mailedCode, makeHouse, PASSWORD, PORTAL_COOKIE, written } from "./guest";

const MINUTE = 60_000;
const OTHER = "heel andere woorden nu";
const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);

describe("signing in to the portal", () => {
  it("sets a cookie of its own that no script reads, and a wrong password, unknown address or idle account none", async () => {
    const house = await makeHouse();
    const { guest } = await guestAt(house);
    const given = (await guest.signIn()).headers.get("set-cookie") ?? "";
    expect(given).toMatch(
      new RegExp(`^${PORTAL_COOKIE}=[^;]+; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=43200$`),
    );
    await house.invite("own", { email: "stil@post.example" });
    const answers = [];
    for (const [password, email] of [
      ["mis", GUEST],
      [PASSWORD, "niemand@post.example"],
      [PASSWORD, "stil@post.example"],
    ]) {
      const response = await browser(house.world).signIn(password, email);
      answers.push([response.status, response.headers.get("set-cookie"), await response.text()]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.slice(0, 2)).toEqual([403, null]);
  });

  it("is logged, refused or not, without the address", async () => {
    const house = await makeHouse();
    const { accountId } = await guestAt(house);
    const rows = await entriesOf(house.world, async () => {
      await browser(house.world).signIn("mis");
      await browser(house.world).signIn();
      await browser(house.world).signIn("mis", "niemand@post.example");
    });
    expect(rows.map(({ event, outcome, objects }) => [event, outcome, objects])).toEqual([
      ["portal.signed-in", "failed", [`portal:${accountId}`]],
      ["portal.signed-in", "done", [`portal:${accountId}`]],
      ["portal.signed-in", "failed", []],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/gast|niemand|post\.example/);
  });

  it("locks an account after ten wrong passwords, apart from the employee's with that same address", async () => {
    const house = await makeHouse();
    await guestAt(house);
    const passwordHash = await hashPassword(PASSWORD);
    await makeEmployee(house.world, [], { email: GUEST, passwordHash });
    for (let at = 0; at < 10; at++) await browser(house.world, { source: `192.0.2.${at}` }).signIn("mis");
    expect((await browser(house.world).signIn()).status).toBe(403);
    expect(await trySignIn(house.world, { email: GUEST })).toBeDefined();
    house.world.clock.advance(15 * MINUTE);
    expect((await browser(house.world).signIn()).status).toBe(200);
    for (let at = 0; at < 10; at++)
      await trySignIn(house.world, { email: GUEST, password: "mis", source: null });
    expect(await trySignIn(house.world, { email: GUEST, source: null })).toBeUndefined();
    expect((await browser(house.world).signIn()).status).toBe(200);
  });

  it("locks an address after a hundred tries, whoever they are for", async () => {
    const house = await makeHouse();
    await guestAt(house);
    const source = "198.51.100.1";
    for (let at = 0; at < 99; at++) await reserveAttempt(house.world, `portal:x${at}@post.example`, source);
    expect((await browser(house.world, { source }).signIn("mis", "x@post.example")).status).toBe(403);
    expect((await browser(house.world, { source }).signIn()).status).toBe(403);
    expect((await browser(house.world).signIn()).status).toBe(200);
  });

  it("knows no demo account outside a demo, and no account that was switched off", async () => {
    const house = await makeHouse();
    const { guest } = await guestAt(house);
    const set = (fields: Partial<typeof portalAccounts.$inferInsert>) =>
      house.world.db.write((tx) => tx.update(portalAccounts).set(fields));
    await set({ disabledAt: 1 });
    expect((await browser(house.world).signIn()).status).toBe(403);
    expect(await said((await guest.api()).portal.me())).toBe("not-signed-in");
    await set({ disabledAt: null, demo: true });
    expect((await browser(house.world).signIn()).status).toBe(200);
    house.world.demo = false;
    expect((await browser(house.world).signIn()).status).toBe(403);
  });

  it("asks for a second factor outside a demo: until it is given there is no door but that one", async () => {
    const house = await makeHouse({ demo: false });
    await house.invite("own");
    const guest = browser(house.world);
    await (await guest.api()).portal.activate({ code: await mailedCode(house.world), newPassword: PASSWORD });
    expect(await (await guest.signIn()).json()).toEqual({ next: "/caren/login/second-factor" });
    const before = guest.jar.cookie ?? "";
    const half = await guest.api();
    expect(await said(half.portal.me())).toBe("not-signed-in");
    expect(await said(half.portal.agree())).toBe("not-signed-in");
    expect(await half.secondFactor.step()).toBe("none");
    expect(await half.portalSecondFactor.step()).toBe("enrol");
    expect((await guest.step("exchange")).status).toBe(403);
    const { secret } = await half.portalSecondFactor.beginFirst();
    const app = appWith(secret);
    await half.portalSecondFactor.confirmFirst({ code: app(house.world.clock.now()) });
    expect(await (await guest.step("exchange")).json()).toEqual({ next: "/caren" });
    expect(await (await guest.api()).portal.me()).toMatchObject({ agreed: false });
    // The cookie from before the second factor is of no use any more.
    const old = await browser(house.world, { cookie: before }).api();
    expect(await old.portalSecondFactor.step()).toBe("none");
    expect(await said(old.portal.me())).toBe("not-signed-in");
    house.world.clock.advance(5 * MINUTE);
    const again = browser(house.world);
    await again.signIn();
    expect(await (await again.api()).portalSecondFactor.step()).toBe("verify");
    await (await again.api()).portalSecondFactor.give({ code: app(house.world.clock.now()) });
    expect((await again.step("exchange")).status).toBe(200);
    expect(await said((await again.api()).portal.me())).toBe("done");
  });
});

describe("a session in the portal", () => {
  it("ends after thirty idle minutes and not before, for good, and a polling page does not keep it", async () => {
    const house = await makeHouse();
    const { guest } = await guestAt(house);
    house.world.clock.advance(30 * MINUTE);
    expect(await (await guest.api()).portal.timeLeft()).toMatchObject({ leftMs: 0 });
    expect(await said((await guest.api()).portal.clients())).toBe("done");
    house.world.clock.advance(29 * MINUTE);
    expect(await (await guest.api()).portal.timeLeft()).toMatchObject({ leftMs: MINUTE });
    house.world.clock.advance(MINUTE + 1);
    expect(await said((await guest.api()).portal.clients())).toBe("not-signed-in");
    house.world.clock.advance(-10 * MINUTE);
    expect(await said((await guest.api()).portal.clients())).toBe("not-signed-in");
  });

  it("opens no door of employees, and theirs none of the portal; one browser may hold both", async () => {
    const house = await makeHouse();
    const { guest } = await guestAt(house);
    const staff = await openSession(house.world, await makeEmployee(house.world, []));
    const portalCookie = guest.jar.cookie ?? "";
    const staffCookie = await cookieOf(house.world, staff);
    const doors = async (cookie: string) => {
      const api = await browser(house.world, { cookie }).api();
      return [await said(api.account.me()), await said(api.portal.me())];
    };
    const value = (cookie: string) => cookie.slice(cookie.indexOf("=") + 1);
    expect(await doors(portalCookie)).toEqual(["not-signed-in", "done"]);
    expect(await doors(staffCookie)).toEqual(["done", "not-signed-in"]);
    expect(await doors(`${staffCookie}; ${portalCookie}`)).toEqual(["done", "done"]);
    // Each under the other's name.
    expect(await doors(`${SESSION_COOKIE}=${value(portalCookie)}`)).toEqual([
      "not-signed-in",
      "not-signed-in",
    ]);
    expect(await doors(`${PORTAL_COOKIE}=${value(staffCookie)}`)).toEqual(["not-signed-in", "not-signed-in"]);
  });

  it("is ended by signing out, which has the browser forget, and leaves the employee's in that browser", async () => {
    const house = await makeHouse();
    const { guest } = await guestAt(house);
    const before = guest.jar.cookie ?? "";
    const staff = await cookieOf(
      house.world,
      await openSession(house.world, await makeEmployee(house.world, [])),
    );
    guest.jar.cookie = `${staff}; ${before}`;
    const response = await guest.step("sign-out");
    expect(response.headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect(response.headers.get("set-cookie")).toMatch(new RegExp(`^${PORTAL_COOKIE}=; .*Max-Age=0$`));
    const api = await browser(house.world, { cookie: `${staff}; ${before}` }).api();
    expect([await said(api.portal.me()), await said(api.account.me())]).toEqual(["not-signed-in", "done"]);
  });

  it("is neither opened nor ended by a request of another site", async () => {
    const house = await makeHouse();
    const { guest } = await guestAt(house);
    const { POST } = await import("@/app/api/portal-session/[step]/route");
    for (const step of ["sign-in", "exchange", "sign-out"])
      for (const headers of [
        { origin: "https://evil.example" },
        { "content-type": "text/plain" },
        { "x-kroniek": "0" },
      ]) {
        const all = {
          ...{ host: "localhost:3000", origin: "http://localhost:3000", "x-kroniek": "1" },
          ...{ "content-type": "application/json", cookie: guest.jar.cookie ?? "", ...headers },
        };
        const body = JSON.stringify({ email: GUEST, password: PASSWORD });
        const length = { "content-length": String(body.length) };
        const request = new Request("http://localhost:3000/x", {
          method: "POST",
          headers: { ...all, ...length },
          body,
        });
        expect((await POST(request, { params: Promise.resolve({ step }) })).status).toBe(403);
      }
    expect(await house.world.db.read.$count(sessions, eq(sessions.stage, "full"))).toBe(2);
    expect(await said((await guest.api()).portal.me())).toBe("done");
  });
});

describe("the yes of a first sign-in", () => {
  it("comes before anything of a client, is kept with its moment, and logged", async () => {
    const house = await makeHouse();
    const { guest } = await guestAt(house, false);
    const api = await guest.api();
    expect(await api.portal.clients()).toEqual([]);
    expect(await said(api.portal.client({ clientId: "20001" }))).toBe("not-found");
    const rows = await entriesOf(house.world, () => api.portal.agree());
    expect(rows).toMatchObject([{ event: "portal.agreed", outcome: "done" }]);
    const agreedAt = house.world.clock.now();
    house.world.clock.advance(MINUTE);
    await (await guest.api()).portal.agree();
    expect((await (await guest.api()).portal.account()).agreedAt).toBe(agreedAt);
    expect(await (await guest.api()).portal.clients()).toMatchObject([
      { number: 20001, relations: [{ kind: "involved", label: "Betrokkene", relation: "buurvrouw" }] },
    ]);
  });

  it("said no to signs out and shows nothing; taken back later it shows nothing any more, anywhere", async () => {
    const house = await makeHouse();
    const { guest } = await guestAt(house, false);
    await (await guest.api()).portal.decline();
    expect(await said((await guest.api()).portal.me())).toBe("not-signed-in");
    await guest.signIn();
    const elsewhere = browser(house.world);
    await elsewhere.signIn();
    await (await guest.api()).portal.agree();
    expect(await said((await elsewhere.api()).portal.client({ clientId: "20001" }))).toBe("done");
    await (await guest.api()).portal.endAgreement();
    expect(await said((await elsewhere.api()).portal.client({ clientId: "20001" }))).toBe("not-signed-in");
    await elsewhere.signIn();
    expect(await (await elsewhere.api()).portal.me()).toMatchObject({ agreed: false });
    expect(await (await elsewhere.api()).portal.clients()).toEqual([]);
  });
});

describe("a password of the portal", () => {
  it("that was forgotten is chosen anew by a link of one hour, once; sessions end and the owner is told", async () => {
    const house = await makeHouse();
    const { guest } = await guestAt(house);
    const stranger = await browser(house.world).api();
    await stranger.portal.askNewPassword({ email: GUEST.toUpperCase() });
    const [mail] = await written(house.world);
    expect(mail).toMatchObject({
      kind: "portal-password",
      usefulUntil: house.world.clock.now() + 60 * MINUTE,
    });
    expect(mail?.text).toContain("/caren/new-password#");
    const code = await mailedCode(house.world);
    house.world.clock.advance(1_000);
    const choose = () => said(stranger.portal.resetPassword({ code, newPassword: OTHER }));
    expect((await Promise.all([choose(), choose()])).toSorted()).toEqual(["done", "link-invalid"]);
    expect(await said((await guest.api()).portal.me())).toBe("not-signed-in");
    expect((await guest.signIn(PASSWORD)).status).toBe(403);
    expect((await guest.signIn(OTHER)).status).toBe(200);
    const [told] = await written(house.world);
    expect(told?.kind).toBe("portal-password-set");
    expect(told?.text).toContain("/caren/login/forgotten");
  });

  it("is asked for with the same answer by who has none: an unknown address, one not active, an employee's", async () => {
    const house = await makeHouse();
    await house.invite("own");
    await makeEmployee(house.world, [], { email: "zorg@post.example", passwordHash: "x" });
    const before = await house.world.db.read.$count(mails);
    const api = await browser(house.world).api();
    for (const email of [GUEST, "niemand@post.example", "zorg@post.example"])
      expect(await said(api.portal.askNewPassword({ email }))).toBe("done");
    expect(await house.world.db.read.$count(mails)).toBe(before);
    // The link of the invitation still works: asking for another took nothing away.
    const code = await mailedCode(house.world);
    expect(await said(api.portal.activate({ code, newPassword: PASSWORD }))).toBe("done");
  });

  it("is changed with the old one, and leaves the employee with that address as they were", async () => {
    const house = await makeHouse();
    const { guest } = await guestAt(house);
    const employee = await makeEmployee(house.world, [], { email: GUEST, passwordHash: "staff" });
    const elsewhere = browser(house.world);
    await elsewhere.signIn();
    const change = async (password: string, newPassword: string) =>
      said((await guest.api()).portal.changePassword({ password, newPassword }));
    expect(await change("mis", OTHER)).toBe("password-wrong");
    expect(await change(PASSWORD, "kort")).toBe("password-too-short");
    expect(await change(PASSWORD, OTHER)).toBe("done");
    expect(await said((await guest.api()).portal.me())).toBe("done");
    expect(await said((await elsewhere.api()).portal.me())).toBe("not-signed-in");
    const [person] = await house.world.db.read.select().from(employees).where(eq(employees.id, employee));
    expect(person?.passwordHash).toBe("staff");
    const { sessions: open } = await (await guest.api()).portal.account();
    expect(open).toMatchObject([{ current: true }]);
  });
});
