import { describe, expect, it } from "vitest";
import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import * as exportRoute from "@/app/api/exports/[exportId]/route";
import * as trpcRoute from "@/app/api/trpc/[trpc]/route";
import { auditEntries } from "@/db/schema/audit";
import { exports } from "@/db/schema/exports";
import { makeEmployee, makePlaces, openSession } from "../access/people";
import { makeWorld } from "../world";
import { cookieOf, input, ORIGIN, post, type Sent, serveWorld } from "./post";

async function victim() {
  const world = await makeWorld();
  await makePlaces(world);
  serveWorld(world);
  const id = await makeEmployee(world, [{ tasks: ["dossier.export"], reach: "everywhere" }]);
  const cookie = await cookieOf(world, await openSession(world, id));
  const send = (headers: Sent["headers"]) =>
    post({
      path: "export.request",
      cookie,
      headers,
      body: input({ clientId: "20001", requestKey: "key-of-page" }),
    });
  const executed = async () =>
    (await world.db.read.$count(exports)) + (await world.db.read.$count(auditEntries));
  return { world, cookie, send, executed };
}

const ORIGINS = [
  ORIGIN,
  undefined,
  "null",
  "",
  "https://evil.example",
  "http://evil.example:3000",
  "http://localhost:3001",
  "http://localhost.evil.example:3000",
  "http://localhost:3000.evil.example",
  "http://sub.localhost:3000",
  "https://localhost",
];
const SITES = ["same-origin", undefined, "same-site", "cross-site", "none", ""];
const TYPES = [
  "application/json",
  undefined,
  "text/plain",
  "text/plain;charset=UTF-8",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "application/octet-stream",
  "text/plain; application/json",
  "application/jsonx",
];
const OWN = ["1", undefined, "0", "true"];

describe("a request another site could have caused", () => {
  it("is never executed, whatever its origin, content type and headers; our own page's is", async () => {
    const { send, executed } = await victim();
    let tried = 0;
    for (const origin of ORIGINS) {
      for (const site of SITES) {
        for (const type of TYPES) {
          for (const own of OWN) {
            const ours = origin === ORIGIN && (site === "same-origin" || site === undefined);
            if (ours && type === "application/json" && own === "1") continue;
            tried += 1;
            const headers = {
              origin,
              "sec-fetch-site": site,
              "content-type": type,
              "x-kroniek": own,
            };
            const { status } = await send(headers);
            if (status !== 403) expect.fail(`${JSON.stringify(headers)} was answered ${status}`);
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(2_000);
    expect(await executed()).toBe(0);
    expect((await send({})).status).toBe(200);
    expect(await executed()).toBe(2);
  });

  it("cannot hide its method, nor ask by GET", async () => {
    expect(Object.keys(trpcRoute).sort()).toEqual(["POST"]);
    expect(Object.keys(exportRoute).sort()).toEqual(["POST"]);
    expect(Object.keys(authRoute).sort()).toEqual(["GET", "POST"]);
    const { send, executed } = await victim();
    const hidden = { origin: undefined, "x-http-method-override": "POST", "x-method-override": "POST" };
    expect((await send(hidden)).status).toBe(403);
    expect(await executed()).toBe(0);
  });

  it("does not pass by naming itself the host", async () => {
    const { send, executed } = await victim();
    const forwarded = { origin: "https://evil.example", "x-forwarded-host": "evil.example" };
    expect((await send(forwarded)).status).toBe(403);
    expect((await send({ origin: "http://null", host: undefined })).status).toBe(403);
    expect(await executed()).toBe(0);
  });

  it("does not pass by a name of someone else's that leads here, and does by this machine's own names", async () => {
    const { send, executed } = await victim();
    for (const host of [
      "evil.example",
      "evil.example:3000",
      "192.0.2.1:3000",
      "127.evil.example",
      "0.0.0.0:3000",
    ])
      for (const scheme of ["http", "https"])
        expect((await send({ host, origin: `${scheme}://${host}` })).status, host).toBe(403);
    expect(await executed()).toBe(0);
    for (const host of ["localhost:3117", "127.0.0.1:3117", "127.0.0.1", "[::1]:3117"])
      expect((await send({ host, origin: `http://${host}` })).status, host).toBe(200);
    expect((await send({ host: "127.0.0.1:3117", origin: "http://127.0.0.1:3118" })).status).toBe(403);
  });

  it("passes by the configured address, whatever the host is called behind the proxy", async () => {
    const { world, send } = await victim();
    serveWorld({ ...world, env: { ...world.env, publicUrl: "https://dossier.example" } });
    expect((await send({ host: "kroniek:3000", origin: "https://dossier.example" })).status).toBe(200);
    for (const origin of [
      "http://dossier.example",
      "https://dossier.example:444",
      "https://dossier.example/",
    ])
      expect((await send({ host: "dossier.example", origin })).status, origin).toBe(403);
  });

  it("does not download an export either", async () => {
    const { cookie, executed } = await victim();
    for (const origin of ORIGINS.slice(1)) {
      const headers = { cookie, host: "localhost:3000", ...(origin !== undefined && { origin }) };
      const asked = new Request(`${ORIGIN}/api/exports/x`, { method: "POST", headers });
      const answer = await exportRoute.POST(asked, { params: Promise.resolve({ exportId: "x" }) });
      expect(answer.status).toBe(403);
    }
    expect(await executed()).toBe(0);
  });
});
