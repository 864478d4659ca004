import type { RequestListener } from "node:http";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { DELETE, GET, PUT } from "@/app/api/caren/v1/[...path]/route";
import { auditEntries } from "@/db/schema/audit";
import { carenCommands, carenInvitations } from "@/db/schema/caren";
import { sweepInvitations } from "@/inngest/caren";
import { reasonOf } from "@/server/access/perform";
import { bringOrders } from "@/server/caren/orders";
import { serveWorld } from "../api/post";
import { guest, knownCode, makeCarenHouse, OWN } from "./house";
import { drip, LIARS, link, listen, setCaren, TOKEN, text } from "./liars";

const route = { DELETE, GET, PUT };
const open = new Set<{ stop(): Promise<void> }>();
const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);

afterEach(async () => {
  for (const server of open) await server.stop();
  open.clear();
});

async function at(answer: RequestListener): Promise<string> {
  const server = await listen(answer);
  open.add(server);
  return server.url;
}

/** Our own portal behind a real socket: the routes as Next would call them. */
const portal: RequestListener = async (incoming, outgoing) => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? "", "http://localhost");
  const path = url.pathname.replace("/api/caren/v1/", "").split("/").map(decodeURIComponent);
  const method = incoming.method as "GET" | "PUT" | "DELETE";
  const request = new Request(url, {
    method,
    headers: { authorization: incoming.headers.authorization ?? "" },
    ...(method !== "GET" && { body: Buffer.concat(chunks) }),
  });
  const response = await route[method](request, { params: Promise.resolve({ path }) });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
};

describe("a Caren elsewhere", () => {
  it("that is not there or lies makes everyone Onbekend, also right after it told the truth", async () => {
    const { world, office } = await makeCarenHouse();
    const status = async () => {
      const { totals, caren } = await office.caren.dashboard();
      return [caren.state, totals.byStatus.linked, totals.byStatus.unknown];
    };
    for (const [name, answer] of Object.entries(LIARS)) {
      let lies = false;
      const truth = text(JSON.stringify({ links: [link] }));
      await setCaren(world, await at((...all) => (lies ? answer : truth)(...all)));
      expect([name, ...(await status())]).toEqual([name, "reachable", 1, 0]);
      lies = true;
      expect([name, ...(await status())]).toEqual([name, "silent", 0, 5]);
    }
    await setCaren(world, "http://127.0.0.1:1");
    expect(await status()).toEqual(["silent", 0, 5]);
    const { lines, total } = await office.caren.list({ status: "unknown" });
    expect([total, new Set(lines.map((line) => line.status))]).toEqual([5, new Set(["unknown"])]);
    expect((await office.caren.client({ clientId: OWN })).status).toBe("unknown");
  });

  it("that is slow is given up, by all who wait at once, and after three times not asked for half a minute", async () => {
    const { world, office } = await makeCarenHouse();
    let asked = 0;
    await setCaren(
      world,
      await at((request, response) => {
        asked += 1;
        drip(request, response);
      }),
    );
    const pages = await Promise.all([
      office.caren.dashboard(),
      office.caren.locations(),
      office.caren.list({}),
    ]);
    expect(pages.map(({ caren }) => caren.state)).toEqual(["silent", "silent", "silent"]);
    expect(asked).toBe(1);
    await office.caren.dashboard();
    await office.caren.dashboard();
    expect(asked).toBe(3);
    for (let again = 0; again < 20; again++)
      expect((await office.caren.dashboard()).caren.state).toBe("silent");
    expect(asked).toBe(3);
    world.clock.advance(30_000);
    await office.caren.dashboard();
    expect(asked).toBe(4);
  }, 20_000);

  it("that is another of our portals is told of invitations and ends links, and notes what was used", async () => {
    const { world, office, invite } = await makeCarenHouse();
    serveWorld(world);
    await setCaren(world, await at(portal));
    const { invitationId } = await invite();
    expect(await bringOrders(world)).toEqual({ told: 1, waiting: 0 });
    const code = await knownCode(world, invitationId);
    await (await guest(world)).portalCaren.redeem({ code });
    const { status, links } = await office.caren.client({ clientId: OWN });
    expect([status, links]).toMatchObject([
      "linked",
      [{ name: "Theo Gast", role: "manager", ending: false }],
    ]);
    await office.caren.unlink({ clientId: OWN, linkId: links[0]?.id ?? "", reason: "Verhuisd" });
    expect((await office.caren.client({ clientId: OWN })).links).toMatchObject([{ ending: true }]);
    expect(await bringOrders(world)).toEqual({ told: 2, waiting: 0 });
    expect(await office.caren.client({ clientId: OWN })).toMatchObject({
      status: "not-linked",
      links: [],
      former: [{ endReason: "Verhuisd", endedBy: "Systeem" }],
    });
  });

  it("keeps what is to be told while it is silent, and has a letter shredded that was used there", async () => {
    const { world, invite } = await makeCarenHouse();
    let answer = text("", 503);
    await setCaren(world, await at((...all) => answer(...all)));
    const { invitationId } = await invite();
    expect(await bringOrders(world)).toEqual({ told: 0, waiting: 1 });
    answer = text("", 204);
    expect(await bringOrders(world)).toEqual({ told: 1, waiting: 0 });
    expect(await world.db.read.select().from(carenCommands)).toMatchObject([{ ended: "done", attempts: 2 }]);
    answer = text(JSON.stringify({ links: [{ ...link, invitationId }] }));
    expect(await sweepInvitations(world)).toEqual({ expired: 0, used: 1, shredded: 1 });
    expect(await world.db.read.select().from(carenInvitations)).toMatchObject([
      { ended: "redeemed", letterFile: null, letterKey: null },
    ]);
  });
});

describe("our own portal as a Caren", () => {
  it("answers nobody without the token, and nothing that is not in its contract", async () => {
    const { world } = await makeCarenHouse();
    serveWorld(world);
    const ask = async (method: "GET" | "PUT" | "DELETE", path: string, token?: string, body?: unknown) => {
      const request = new Request(`http://localhost:3000/api/caren/v1/${path}`, {
        method,
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return (await route[method](request, { params: Promise.resolve({ path: path.split("/") }) })).status;
    };
    expect(await ask("GET", "links", TOKEN)).toBe(404);
    world.env.caren = { token: TOKEN, elsewhere: undefined };
    for (const wrong of [undefined, "", TOKEN.slice(1), `${TOKEN}x`, "x".repeat(5_000)])
      expect([wrong?.length, await ask("GET", "links", wrong)]).toEqual([wrong?.length, 401]);
    expect(await ask("DELETE", "links/x", "wrong", { reason: "x" })).toBe(401);
    const refused = await world.db.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.outcome, "refused"));
    expect(refused.map(({ event }) => event)).toEqual([
      ...Array<string>(5).fill("caren.links-served"),
      "caren.order-served",
    ]);
    expect(await ask("GET", "links", TOKEN)).toBe(200);
    const invitation = {
      ...{ clientId: "client-own", codeHash: "0".repeat(64) },
      expiresAt: "2027-01-01T00:00:00.000Z",
    };
    const tried = [
      ["PUT", "links", {}],
      ["GET", "links/x/y", undefined],
      ["DELETE", "links/none", { reason: "x" }],
      ["DELETE", "invitations/none", undefined],
      ["PUT", "invitations/x", { ...invitation, clientId: "nobody" }],
    ] as const;
    for (const [method, path, body] of tried)
      expect([path, await ask(method, path, TOKEN, body)]).toEqual([path, 404]);
    expect(await ask("PUT", "invitations/x", TOKEN, { ...invitation, codeHash: "no hash" })).toBe(422);
    expect(await ask("DELETE", "links/x", TOKEN, { reason: "" })).toBe(422);
    expect(await ask("PUT", "invitations/x", TOKEN, invitation)).toBe(204);
    expect(await ask("PUT", "invitations/x", TOKEN, invitation)).toBe(204);
    expect(await ask("PUT", "invitations/x", TOKEN, { ...invitation, codeHash: "1".repeat(64) })).toBe(409);
    expect(await ask("DELETE", "invitations/x", TOKEN)).toBe(204);
    expect(await ask("DELETE", "invitations/x", TOKEN)).toBe(204);
  });

  it("stops hearing an address that keeps trying, logs no more of it, and still hears the right token", async () => {
    const { world } = await makeCarenHouse();
    serveWorld(world);
    world.env.caren = { token: TOKEN, elsewhere: undefined };
    const ask = async (token: string, source: string) => {
      const headers = { authorization: `Bearer ${token}`, "x-forwarded-for": source };
      const request = new Request("http://localhost:3000/api/caren/v1/links", { headers });
      return (await route.GET(request, { params: Promise.resolve({ path: ["links"] }) })).status;
    };
    const answers: number[] = [];
    for (let turn = 0; turn < 40; turn++) answers.push(await ask(`guess-${turn}`, "192.0.2.7"));
    expect(answers).toEqual([...Array<number>(30).fill(401), ...Array<number>(10).fill(429)]);
    const rows = world.db.read.$count(auditEntries, eq(auditEntries.outcome, "refused"));
    expect(await rows).toBe(30);
    expect(await ask("a guess", "192.0.2.8")).toBe(401);
    expect(await ask(TOKEN, "192.0.2.7")).toBe(200);
    world.clock.advance(16 * 60_000);
    expect(await ask("a guess", "192.0.2.7")).toBe(401);
  });

  it("is not a Caren that can be chosen without an address, and settings of two at once keep the first", async () => {
    const { world, office } = await makeCarenHouse();
    const on = { messagesToNetwork: true, messagesToClient: true, version: 0 };
    expect(await said(office.caren.changeSettings({ ...on, driver: "http" }))).toBe("caren-no-base-url");
    expect(await office.caren.changeSettings({ ...on, driver: "embedded" })).toEqual({ version: 1 });
    expect(await said(office.caren.changeSettings({ ...on, driver: "none" }))).toBe("caren-settings-changed");
    await office.caren.changeSettings({ ...on, driver: "none", version: 1 });
    expect((await office.caren.dashboard()).caren.state).toBe("not-used");
    expect(await said(office.caren.invite({ clientId: OWN, requestKey: "not-in-use" }))).toBe(
      "caren-not-used",
    );
    expect(world.env.caren.elsewhere).toBeUndefined();
  });
});
