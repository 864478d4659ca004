import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { carenInvitations } from "@/db/schema/caren";
import { clients } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { reasonOf } from "@/server/access/perform";
import { newCode } from "@/server/caren/rules";
import { apiAs, signInPortal } from "../access/people";
import { guest, knownCode, mailCount, makeCarenHouse, OWN, PASSWORD, stranger } from "./house";

const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);

/** A house with one open invitation for client `own`, and its code. */
async function invitedHouse() {
  const house = await makeCarenHouse();
  const { invitationId } = await house.invite();
  return { ...house, invitationId, code: await knownCode(house.world, invitationId) };
}

describe("redeeming a code", () => {
  it("of many at once links one, who is beheerder; the letter is used up", async () => {
    const { world, office, code } = await invitedHouse();
    const people = await Promise.all(Array.from({ length: 5 }, (_, at) => guest(world, `Gast ${at}`)));
    const answers = await Promise.all(
      people.map((each) => said(each.portalCaren.redeem({ code, relation: "zoon" }))),
    );
    expect(answers.toSorted()).toEqual([...Array(4).fill("caren-code-wrong"), "done"]);
    expect(await world.db.read.select().from(portalRelations)).toMatchObject([
      { kind: "network", carenRole: "manager", relation: "zoon", endedAt: null },
    ]);
    const page = await office.caren.client({ clientId: OWN });
    expect(page).toMatchObject({ status: "linked", invitations: [{ state: "redeemed", hasLetter: false }] });
    expect(page.links).toMatchObject([{ role: "manager", name: expect.stringMatching(/^Gast \d, zoon$/) }]);
  });

  it("makes an account with the code alone, which then signs in as any other", async () => {
    const { world, code } = await invitedHouse();
    const join = (fields: object) =>
      stranger(world).then((api) =>
        api.portalCaren.join({
          ...{ code, name: "Theo van der Meulen", email: "Theo@Post.example", newPassword: PASSWORD },
          ...fields,
        }),
      );
    expect(await said(join({ code: newCode() }))).toBe("caren-code-wrong");
    expect(await said(join({ name: "", email: "geen adres" }))).toBe("form-invalid");
    expect(await world.db.read.$count(portalAccounts)).toBe(0);
    expect(await said(join({}))).toBe("done");
    expect(await world.db.read.select().from(portalAccounts)).toMatchObject([
      { email: "theo@post.example", name: "Theo van der Meulen", agreedAt: null },
    ]);
    expect(await said(join({}))).toBe("caren-code-wrong");
  });

  it("does not use up the code when the address has an account, or who has the link already asks", async () => {
    const { world, office, code, invite } = await invitedHouse();
    const theo = await guest(world);
    const [account] = await world.db.read.select().from(portalAccounts);
    const join = { code, name: "Theo", email: account?.email ?? "", newPassword: PASSWORD };
    expect(await said((await stranger(world)).portalCaren.join(join))).toBe("caren-account-exists");
    await theo.portalCaren.redeem({ code });
    const second = await invite("20002");
    await theo.portalCaren.redeem({ code: await knownCode(world, second.invitationId) });
    expect(
      (await world.db.read.select().from(portalRelations)).map(({ clientId }) => clientId).sort(),
    ).toEqual(["client-below", "client-own"]);
    expect((await office.caren.dashboard()).totals).toMatchObject({
      clients: 5,
      byStatus: { linked: 2, invited: 0, "not-linked": 3, unknown: 0 },
    });
  });

  it("is throttled: of a thousand wrong codes ten are looked at, and the right one waits too", async () => {
    const { world, code } = await invitedHouse();
    const theo = await guest(world);
    const counts: Record<string, number> = {};
    for (let tried = 0; tried < 1_000; tried += 200) {
      const answers = await Promise.all(
        Array.from({ length: 200 }, () => said(theo.portalCaren.redeem({ code: newCode() }))),
      );
      for (const answer of answers) counts[String(answer)] = (counts[String(answer)] ?? 0) + 1;
    }
    expect(counts).toEqual({ "caren-code-wrong": 10, "too-many-attempts": 990 });
    expect(await said(theo.portalCaren.redeem({ code }))).toBe("too-many-attempts");
    expect(await world.db.read.$count(carenInvitations, eq(carenInvitations.ended, "redeemed"))).toBe(0);
    world.clock.advance(15 * 60_000);
    expect(await said((await guest(world)).portalCaren.redeem({ code }))).toBe("done");
  });
});

it("the letter of who was merged into another opens nothing", async () => {
  const { world, code } = await invitedHouse();
  const mergedIntoId = "client-below";
  await world.db.write((tx) => tx.update(clients).set({ mergedIntoId }).where(eq(clients.id, "client-own")));
  expect(await said((await guest(world)).portalCaren.redeem({ code }))).toBe("caren-code-wrong");
});

describe("a link", () => {
  it("ends with a reason, is kept as what was, and the client can be invited again", async () => {
    const { world, office, code, invite } = await invitedHouse();
    const session = await signInPortal(world, [], { name: "Theo", passwordHash: "x" });
    await (await apiAs(world, session)).portalCaren.redeem({ code });
    const [link] = (await office.caren.client({ clientId: OWN })).links;
    const ended = { clientId: OWN, linkId: link?.id ?? "" };
    expect(await said(office.caren.unlink({ ...ended, reason: " " }))).toBe("form-invalid");
    expect(await said(office.caren.unlink({ ...ended, clientId: "20002", reason: "x" }))).toBe(
      "caren-link-gone",
    );
    await office.caren.unlink({ ...ended, reason: "Op verzoek van de cliënt" });
    expect(await said(office.caren.unlink({ ...ended, reason: "nogmaals" }))).toBe("caren-link-gone");
    expect(await said((await apiAs(world, session)).portal.client({ clientId: OWN }))).toBe("not-found");
    expect(await office.caren.client({ clientId: OWN })).toMatchObject({
      status: "not-linked",
      links: [],
      former: [{ name: "Theo", endReason: "Op verzoek van de cliënt" }],
    });
    expect(await said(invite())).toBe("done");
  });

  it("that is the last ends who was only invited by it: nobody is linked later by themselves", async () => {
    const { world, office, code } = await invitedHouse();
    const session = await signInPortal(world, [], { name: "Theo", passwordHash: "x" });
    await (await apiAs(world, session)).portalCaren.redeem({ code });
    const theo = await apiAs(world, session);
    await theo.portalCaren.addMember({ clientId: OWN, name: "Kees", email: "kees@post.example" });
    const [link] = (await office.caren.client({ clientId: OWN })).links;
    await office.caren.unlink({ clientId: OWN, linkId: link?.id ?? "", reason: "Op verzoek" });
    // What Kees does with the mail he got: he chooses a password.
    await world.db.write((tx) =>
      tx
        .update(portalAccounts)
        .set({ passwordHash: "x" })
        .where(eq(portalAccounts.email, "kees@post.example")),
    );
    expect(await office.caren.client({ clientId: OWN })).toMatchObject({
      status: "not-linked",
      links: [],
      former: expect.arrayContaining([expect.objectContaining({ name: "Kees" })]),
    });
  });

  it("of a beheerder who goes passes on to who was added first; members change nothing", async () => {
    const { world, office, code } = await invitedHouse();
    const session = await signInPortal(world, [], { name: "Theo", passwordHash: "x" });
    await (await apiAs(world, session)).portalCaren.redeem({ code });
    const theo = await apiAs(world, session);
    const anna = await signInPortal(world, [], {
      name: "Anna",
      passwordHash: "x",
      email: "anna@post.example",
    });
    const mails = await mailCount(world);
    await theo.portalCaren.addMember({ clientId: OWN, name: "Anna", email: "ANNA@post.example" });
    expect(await mailCount(world)).toBe(mails + 1);
    const annas = await apiAs(world, anna);
    const { mayChange, people } = await annas.portalCaren.network({ clientId: OWN });
    expect([mayChange, people.map(({ name, role }) => `${name} ${role}`).sort()]).toEqual([
      false,
      ["Anna member", "Theo manager"],
    ]);
    const theos = people.find(({ name }) => name === "Theo")?.relationId ?? "";
    expect(await said(annas.portalCaren.removeMember({ clientId: OWN, relationId: theos }))).toBe(
      "caren-not-manager",
    );
    expect(await said(annas.portalCaren.addMember({ clientId: OWN, name: "X", email: "x@y.example" }))).toBe(
      "caren-not-manager",
    );
    await theo.portalCaren.removeMember({ clientId: OWN, relationId: theos });
    expect(await office.caren.client({ clientId: OWN })).toMatchObject({
      status: "linked",
      links: [{ name: "Anna", role: "manager" }],
    });
  });
});
