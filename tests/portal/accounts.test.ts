import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accountLinks } from "@/db/schema/auth";
import { contacts } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { reasonOf } from "@/server/access/perform";
import { endRelation, portalPeopleOf, resendActivation } from "@/server/portal/accounts";
import { browser, GUEST, guestAt, mailedCode, makeHouse, PASSWORD, written } from "./guest";

const DAY = 86_400_000;
const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);

describe("an invitation to the portal", () => {
  it("makes one account an address, however it is written, and mails a link that names nobody", async () => {
    const { world, invite } = await makeHouse();
    const first = await invite("own");
    const second = await invite("below", { email: ` ${GUEST.toUpperCase()} `, name: "Een ander" });
    expect(second.accountId).toBe(first.accountId);
    expect(await world.db.read.select().from(portalAccounts)).toMatchObject([
      { email: GUEST, name: "Kanarie Gast", passwordHash: null, agreedAt: null },
    ]);
    const [mail] = await written(world);
    expect(mail).toMatchObject({ kind: "portal-activation", usefulUntil: world.clock.now() + 14 * DAY });
    expect(mail?.text).toContain(`${world.env.publicUrl}/caren/activate#`);
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/kanarie|gast|2000\d/i);
  });

  it("is refused for who is that to the client now, in any number at once, and not for who was", async () => {
    const { world, invite, withClient } = await makeHouse();
    const all = await Promise.all(Array.from({ length: 5 }, () => said(invite("own"))));
    expect(all.toSorted()).toEqual(["done", ...Array(4).fill("portal-already")]);
    const [relation] = await world.db.read.select().from(portalRelations);
    await withClient("own", (ctx, client) => endRelation(ctx, client, relation?.id ?? "", null));
    expect(await said(invite("own"))).toBe("done");
    expect(await said(invite("own", { kind: "network" }))).toBe("done");
  });

  it("mails who is active already that something was added, and no link that opens the account", async () => {
    const house = await makeHouse();
    await guestAt(house);
    expect(await house.invite("below")).toMatchObject({ alreadyActive: true });
    const [mail] = await written(house.world);
    expect(mail?.kind).toBe("portal-added");
    expect(mail?.text).toContain("/caren\n");
    expect(await house.world.db.read.$count(accountLinks)).toBe(0);
  });

  it("makes nobody a representative without a power that is recorded for this client and holds today", async () => {
    const { world, invite } = await makeHouse();
    const add = (id: string, client: string, fields: Partial<typeof contacts.$inferInsert> = {}) =>
      world.db.write((tx) =>
        tx.insert(contacts).values({ id, clientId: `client-${client}`, name: "X", ...fields }),
      );
    await add("none", "own");
    await add("elsewhere", "below", { representation: "mentor" });
    await add("over", "own", { representation: "mentor", untilDate: "2026-11-21" });
    await add("later", "own", { representation: "mentor", fromDate: "2026-11-22" });
    await add("holds", "own", { representation: "mentor", fromDate: "2026-11-21", untilDate: "2026-11-22" });
    const answers: unknown[] = [];
    for (const contactId of [undefined, "none", "elsewhere", "over", "later", "holds"])
      answers.push(await said(invite("own", { kind: "representative", ...(contactId && { contactId }) })));
    expect(answers).toEqual([...Array(5).fill("portal-no-power"), "done"]);
  });

  it("is refused for an account that was switched off", async () => {
    const { world, invite } = await makeHouse();
    await invite("own");
    await world.db.write((tx) => tx.update(portalAccounts).set({ disabledAt: 1 }));
    expect(await said(invite("below"))).toBe("portal-account-off");
  });
});

describe("a relation", () => {
  it("ends at the next click, once, for this client only, and is ended through its own client only", async () => {
    const house = await makeHouse();
    const { relationId, guest } = await guestAt(house);
    await house.invite("below");
    const see = async (clientId: string) => said((await guest.api()).portal.client({ clientId }));
    expect([await see("20001"), await see("20002"), await see("20003")]).toEqual([
      "done",
      "done",
      "not-found",
    ]);
    const end = (name: "own" | "below") =>
      said(house.withClient(name, (ctx, client) => endRelation(ctx, client, relationId, "verhuisd")));
    expect(await end("below")).toBe("portal-relation-gone");
    expect(await end("own")).toBe("done");
    expect(await end("own")).toBe("portal-relation-gone");
    expect([await see("20001"), await see("20002")]).toEqual(["not-found", "done"]);
    const shown = await (await guest.api()).portal.clients();
    expect(shown.map(({ number }) => number)).toEqual([20002]);
    expect(await portalPeopleOf(house.world.db.read, "client-own")).toMatchObject([
      {
        email: GUEST,
        activated: true,
        agreed: true,
        endReason: "verhuisd",
        endedAt: house.world.clock.now(),
      },
    ]);
  });

  it("that was the last of an account nobody activated takes its link along; another keeps it", async () => {
    const { world, invite, withClient } = await makeHouse();
    const { relationId } = await invite("own");
    const other = await invite("below");
    await withClient("own", (ctx, client) => endRelation(ctx, client, relationId, null));
    expect(await world.db.read.$count(accountLinks)).toBe(1);
    await withClient("below", (ctx, client) => endRelation(ctx, client, other.relationId, null));
    expect(await world.db.read.$count(accountLinks)).toBe(0);
  });
});

describe("the activation link", () => {
  const activate = async (house: Awaited<ReturnType<typeof makeHouse>>, code: string) =>
    said((await browser(house.world).api()).portal.activate({ code, newPassword: PASSWORD }));

  it("opens the account once, also of many at the same moment", async () => {
    const house = await makeHouse();
    await house.invite("own");
    const code = await mailedCode(house.world);
    const all = await Promise.all([activate(house, code), activate(house, code), activate(house, code)]);
    expect(all.toSorted()).toEqual(["done", "link-invalid", "link-invalid"]);
    expect((await browser(house.world).signIn()).status).toBe(200);
  });

  it("is not used up by opening its page, as a mail scanner does, nor by a password that is refused", async () => {
    const house = await makeHouse();
    await house.invite("own");
    const code = await mailedCode(house.world);
    const scanner = await browser(house.world).api();
    for (let at = 0; at < 3; at++) await scanner.portal.signInPage();
    expect(await said(scanner.portal.activate({ code, newPassword: "kort" }))).toBe("password-too-short");
    expect(await activate(house, code)).toBe("done");
  });

  it("lasts fourteen days to the millisecond", async () => {
    const house = await makeHouse();
    await house.invite("own");
    const code = await mailedCode(house.world);
    house.world.clock.advance(14 * DAY);
    expect(await activate(house, code)).toBe("link-invalid");
    house.world.clock.advance(-1);
    expect(await activate(house, code)).toBe("done");
  });

  it("ends when a newer one is sent, which needs an account that is not active and a relation that lives", async () => {
    const house = await makeHouse();
    const { relationId } = await house.invite("own");
    const old = await mailedCode(house.world);
    house.world.clock.advance(1_000);
    const resend = (name: "own" | "below") =>
      said(house.withClient(name, (ctx, client) => resendActivation(ctx, client, relationId)));
    expect(await resend("below")).toBe("portal-relation-gone");
    expect(await resend("own")).toBe("done");
    expect(await activate(house, old)).toBe("link-invalid");
    const { portal } = await browser(house.world).api();
    const code = await mailedCode(house.world);
    expect(await said(portal.activate({ code, newPassword: GUEST }))).toBe("password-own");
    expect(await activate(house, code)).toBe("done");
    expect(await resend("own")).toBe("portal-active");
  });

  it("of an employee opens nothing here, nor that of the portal anything there", async () => {
    const house = await makeHouse();
    await house.invite("own");
    const code = await mailedCode(house.world);
    const stranger = await browser(house.world).api();
    expect(await said(stranger.account.activate({ code, newPassword: PASSWORD }))).toBe("link-invalid");
    expect(await said(stranger.portal.resetPassword({ code, newPassword: PASSWORD }))).toBe("link-invalid");
    await house.world.db.write((tx) =>
      tx
        .update(accountLinks)
        .set({ purpose: "activation" })
        .where(eq(accountLinks.purpose, "portal-activation")),
    );
    expect(await said(stranger.account.activate({ code, newPassword: PASSWORD }))).toBe("link-invalid");
  });
});
