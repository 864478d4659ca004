import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { POST } from "@/app/api/caren-letters/[invitationId]/route";
import { carenInvitations } from "@/db/schema/caren";
import { clientAddresses, clients } from "@/db/schema/clients";
import { sweepInvitations } from "@/inngest/caren";
import { reasonOf } from "@/server/access/perform";
import { shredLetters } from "@/server/caren/letter-file";
import { unwrapKey } from "@/server/files/wrap";
import { apiWith, entriesOf, makeEmployee, openSession } from "../access/people";
import { cookieOf, ORIGIN, OWN_HEADERS, serveWorld } from "../api/post";
import { guest, knownCode, letterOf, makeCarenHouse, OWN } from "./house";

const DAY = 86_400_000;
const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);

describe("an invitation", () => {
  it("is a sealed letter whose code is stored only as a hash, and counts its days in words that fit", async () => {
    const { world, office, invite } = await makeCarenHouse();
    const { invitationId } = await invite();
    const pdf = await letterOf(world, invitationId);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const [row] = await world.db.read.select().from(carenInvitations);
    const [name] = readdirSync(join(world.env.dataDir, "letters"));
    expect(name).toBe(row?.letterFile);
    expect(readFileSync(join(world.env.dataDir, "letters", name ?? "")).includes("%PDF")).toBe(false);
    expect(JSON.stringify(row)).not.toMatch(/[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}/);
    const page = await office.caren.client({ clientId: OWN });
    expect(page).toMatchObject({
      status: "invited",
      daysLeft: 42,
      invitations: [{ state: "open", hasLetter: true }],
    });
    world.clock.advance(41 * DAY + 1);
    expect((await office.caren.client({ clientId: OWN })).daysLeft).toBe(1);
  });

  it("ends the one before it, and a double click is one", async () => {
    const { world, office, invite } = await makeCarenHouse();
    const first = await invite();
    const code = await knownCode(world, first.invitationId);
    world.clock.advance(1);
    const again = { clientId: OWN, requestKey: "one-and-the-same" };
    const [a, b] = await Promise.all([office.caren.invite(again), office.caren.invite(again)]);
    expect(a).toEqual(b);
    const { invitations } = await office.caren.client({ clientId: OWN });
    expect(invitations.map(({ state }) => state)).toEqual(["open", "replaced"]);
    expect(await said((await guest(world)).portalCaren.redeem({ code }))).toBe("caren-code-wrong");
    expect(await said(letterOf(world, first.invitationId))).toBe("caren-letter-gone");
  });

  it("is revoked once, its letter unreadable at once and gone after the job, and its trace stays", async () => {
    const { world, office, invite } = await makeCarenHouse();
    const { invitationId } = await invite();
    const code = await knownCode(world, invitationId);
    await office.caren.revoke({ clientId: OWN, invitationId });
    const [row] = await world.db.read.select().from(carenInvitations);
    expect(() => unwrapKey(world.keys, row?.letterFile ?? "", row?.letterKey ?? "")).toThrow();
    expect(world.sent.map(({ name }) => name)).toContain("caren/invitation.ended");
    expect(await said(office.caren.revoke({ clientId: OWN, invitationId }))).toBe("caren-invitation-gone");
    expect(await said((await guest(world)).portalCaren.redeem({ code }))).toBe("caren-code-wrong");
    expect(await shredLetters(world)).toBe(1);
    expect(readdirSync(join(world.env.dataDir, "letters"))).toEqual([]);
    expect(await office.caren.client({ clientId: OWN })).toMatchObject({
      status: "not-linked",
      invitations: [{ state: "revoked", hasLetter: false }],
    });
  });

  it("is over after 42 days, noted or not, and a clock set back does not revive what was noted", async () => {
    const { world, office, invite } = await makeCarenHouse();
    const { invitationId } = await invite();
    const code = await knownCode(world, invitationId);
    world.clock.advance(42 * DAY);
    expect(await office.caren.client({ clientId: OWN })).toMatchObject({
      status: "not-linked",
      invitations: [{ state: "expired" }],
    });
    expect(await said(letterOf(world, invitationId))).toBe("caren-letter-gone");
    expect(await said((await guest(world)).portalCaren.redeem({ code }))).toBe("caren-code-wrong");
    expect(await sweepInvitations(world)).toEqual({ expired: 1, used: 0, shredded: 1 });
    world.clock.advance(-30 * DAY);
    expect(await said((await guest(world)).portalCaren.redeem({ code }))).toBe("caren-code-wrong");
    expect(await office.caren.client({ clientId: OWN })).toMatchObject({ status: "not-linked" });
  });

  it("is not made without an address, for who died, or for who is linked; and only by who may", async () => {
    const { world, office, invite } = await makeCarenHouse();
    expect(await said(invite("20004"))).toBe("caren-no-address");
    await world.db.write((tx) =>
      tx.update(clients).set({ deathDate: "2026-01-01" }).where(eq(clients.number, 20003)),
    );
    expect(await said(invite("20003"))).toBe("caren-deceased");
    const { invitationId } = await invite();
    await (await guest(world)).portalCaren.redeem({ code: await knownCode(world, invitationId) });
    expect(await said(invite())).toBe("caren-linked");
    const viewer = await apiWith(world, { tasks: ["caren.view"], reach: "own" });
    expect(await said(viewer.caren.invite({ clientId: "20002", requestKey: "not-allowed" }))).toBe(
      "task-missing",
    );
    expect(await said(viewer.caren.client({ clientId: "20003" }))).toBe("not-found");
    expect(await office.caren.client({ clientId: OWN })).toMatchObject({ status: "linked" });
  });

  it("goes to the address for post, and the page of it names no other client", async () => {
    const { world, office, invite } = await makeCarenHouse();
    await world.db.write((tx) =>
      tx.insert(clientAddresses).values({
        ...{ id: "post", clientId: "client-own", kind: "post", street: "Postbus", houseNumber: "12" },
        ...{ postcode: "9999 ZZ", city: "Verderop", fromDate: "2020-01-01" },
      }),
    );
    await invite();
    const { invitations } = await office.caren.client({ clientId: OWN });
    expect(invitations[0]?.address).toBe("Postbus 12, 9999 ZZ  VERDEROP");
  });

  it("leaves a row in the log for each act, without a code or an address in it", async () => {
    const { world, office, invite } = await makeCarenHouse();
    const rows = await entriesOf(world, async () => {
      const { invitationId } = await invite();
      await letterOf(world, invitationId);
      await office.caren.revoke({ clientId: OWN, invitationId });
    });
    expect(rows.map(({ event }) => event)).toEqual([
      "caren.invited",
      "caren.letter-downloaded",
      "caren.invitation-revoked",
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Dorpsweg|Kanarie/);
    expect(existsSync(join(world.env.dataDir, "letters"))).toBe(true);
    const [newest] = await world.db.read
      .select()
      .from(carenInvitations)
      .orderBy(desc(carenInvitations.madeAt));
    expect(newest?.ended).toBe("revoked");
  });
});

it("gives the letter to who may invite that client, and to nobody else: 404, logged", async () => {
  const { world, invite } = await makeCarenHouse();
  serveWorld(world);
  const { invitationId } = await invite("20003");
  const ask = async (holding: Parameters<typeof makeEmployee>[1][number], id = invitationId) => {
    const cookie = await cookieOf(world, await openSession(world, await makeEmployee(world, [holding])));
    const request = new Request(`${ORIGIN}/api/caren-letters/${id}`, {
      method: "POST",
      headers: { ...OWN_HEADERS, cookie },
    });
    let status = 0;
    const rows = await entriesOf(world, async () => {
      status = (await POST(request, { params: Promise.resolve({ invitationId: id }) })).status;
    });
    return [status, ...rows.map(({ outcome }) => outcome)];
  };
  expect(await ask({ tasks: ["caren.invite"], reach: "beside" })).toEqual([200, "done"]);
  expect(await ask({ tasks: ["caren.invite"], reach: "own" })).toEqual([404, "refused"]);
  expect(await ask({ tasks: ["caren.view", "caren.edit"], reach: "everywhere" })).toEqual([404, "refused"]);
  expect(await ask({ tasks: ["caren.invite"], reach: "everywhere" }, "none")).toEqual([404, "refused"]);
});
