import { randomBytes } from "node:crypto";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { POST } from "@/app/api/exports/[exportId]/route";
import { exports } from "@/db/schema/exports";
import { destroyExport } from "@/inngest/export";
import { performOnClient } from "@/server/access/perform";
import { overwriteKey } from "@/server/export/lifecycle";
import { exportPath } from "@/server/export/paths";
import { KEPT_MS } from "@/server/export/rules";
import { openDownload } from "@/server/export/service";
import { CLIENTS, contextOf, makeEmployee, openSession, takeTask } from "../access/people";
import { ask, cookieOf, entriesOf, type House, makeHouse, readyExport, rowOf } from "./house";

let house: House;
beforeEach(async () => {
  house = await makeHouse();
});

const ORIGIN = "http://localhost:3000";
type Headers = Record<string, string>;

/** The button on the page: a POST of a form, from the page's own origin. */
async function press(exportId: string, sessionId?: string, headers: Headers = {}, method = "POST") {
  const cookie = sessionId === undefined ? undefined : await cookieOf(house.world, sessionId);
  const request = new Request(`${ORIGIN}/api/exports/${exportId}`, {
    method,
    headers: {
      host: "localhost:3000",
      origin: ORIGIN,
      "sec-fetch-site": "same-origin",
      ...(cookie && { cookie }),
      ...headers,
    },
  });
  return POST(request, { params: Promise.resolve({ exportId }) });
}

const sessionWith = async (reach: "own" | "beside", task: "dossier.export" | "dossier.view") =>
  openSession(house.world, await makeEmployee(house.world, [{ tasks: [task], reach }]));

test("streams the very bytes, as a file named after number and moment, to be kept nowhere", async () => {
  const content = randomBytes(700_001);
  const id = await readyExport(house, "own", content);
  const response = await press(id, house.sessionId);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toEqual({
    "cache-control": "no-store",
    "content-disposition":
      "attachment; filename=\"dossier-20001-20261121-1000.zip\"; filename*=UTF-8''dossier-20001-20261121-1000.zip",
    "content-length": "700001",
    "content-type": "application/zip",
    "x-content-type-options": "nosniff",
  });
  expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
});

test("each download is counted and logged under its own text", async () => {
  const id = await readyExport(house);
  const entries = await entriesOf(house.world, async () => {
    await (await press(id, house.sessionId)).arrayBuffer();
    await (await press(id, house.sessionId)).arrayBuffer();
  });
  expect(entries.map(({ event, outcome, purpose }) => [event, outcome, purpose])).toEqual([
    ["export.downloaded", "done", "client-request"],
    ["export.downloaded", "done", "client-request"],
  ]);
  expect(entries[0]?.objects).toContain(`export:${id}`);
  expect((await rowOf(house.world, id)).downloads).toBe(2);
});

test("whoever holds the task on that client may download it, not only who asked", async () => {
  const id = await readyExport(house);
  expect((await press(id, await sessionWith("own", "dossier.export"))).status).toBe(200);
});

test.each([
  ["with the task elsewhere", () => sessionWith("beside", "dossier.export"), "refused", "not-found"],
  [
    "with every sight of the dossier but no task",
    () => sessionWith("own", "dossier.view"),
    "refused",
    "task-missing",
  ],
] as const)("someone %s gets 404, and it is logged", async (_, session, outcome, detail) => {
  const id = await readyExport(house);
  const sessionId = await session();
  const entries = await entriesOf(house.world, async () => {
    expect((await press(id, sessionId)).status).toBe(404);
  });
  expect(entries.map((entry) => [entry.event, entry.outcome, entry.detail])).toEqual([
    ["export.downloaded", outcome, detail],
  ]);
  expect((await rowOf(house.world, id)).downloads).toBe(0);
});

test("a right taken away since counts at the next download", async () => {
  const id = await readyExport(house);
  await takeTask(house.world, house.exporterId);
  expect((await press(id, house.sessionId)).status).toBe(404);
});

test("a stranger gets 401, an ended session too, and both are logged", async () => {
  const id = await readyExport(house);
  const entries = await entriesOf(house.world, async () => {
    expect((await press(id)).status).toBe(401);
    house.world.clock.advance(16 * 60_000);
    expect((await press(id, house.sessionId)).status).toBe(401);
  });
  expect(entries.map(({ event, outcome, actor }) => [event, outcome, actor])).toEqual([
    ["export.downloaded", "refused", "anoniem"],
    ["export.downloaded", "refused", "anoniem"],
  ]);
});

test.each([
  ["one that is being made", async () => (await house.api.export.request(ask())).exportId],
  [
    "one whose day is over, swept or not",
    async () => {
      const id = await readyExport(house);
      house.world.clock.advance(KEPT_MS);
      return id;
    },
  ],
  [
    "one that was destroyed, also after the clock was set back",
    async () => {
      const id = await readyExport(house);
      house.world.clock.advance(KEPT_MS);
      await destroyExport(house.world, id);
      house.world.clock.advance(-KEPT_MS);
      return id;
    },
  ],
  [
    "one whose key was shredded when a crash came, after the clock was set back",
    async () => {
      const id = await readyExport(house);
      house.world.clock.advance(KEPT_MS);
      await overwriteKey(house.world, id);
      house.world.clock.advance(-KEPT_MS);
      return id;
    },
  ],
  [
    "one whose file is gone",
    async () => {
      const id = await readyExport(house);
      rmSync(exportPath(house.world.env.dataDir, id));
      return id;
    },
  ],
  ["an id nobody has", async () => "01a20011-0000-7000-8000-000000000000"],
  ["something that is no id", async () => "../../keys/blob"],
])("%s gives 404 and a Dutch sentence, and is logged", async (_, make) => {
  const id = await make();
  const session = await openSession(house.world, house.exporterId);
  const entries = await entriesOf(house.world, async () => {
    const response = await press(id, session);
    expect([response.status, response.headers.get("content-disposition")]).toEqual([404, null]);
    expect(await response.json()).toEqual({ error: { message: expect.stringMatching(/\.$/) } });
  });
  expect(entries.map(({ event, outcome }) => [event, outcome === "done"])).toEqual([
    ["export.downloaded", false],
  ]);
});

test("a millisecond before its day is over it is still given", async () => {
  const id = await readyExport(house);
  house.world.clock.advance(KEPT_MS - 1);
  const session = await openSession(house.world, house.exporterId);
  expect((await press(id, session)).status).toBe(200);
});

test("an export under another client's number is not reachable by a right on that client", async () => {
  const id = await readyExport(house, "below");
  const elsewhere = await makeEmployee(house.world, [{ tasks: ["dossier.export"], reach: "beside" }]);
  expect((await press(id, await openSession(house.world, elsewhere))).status).toBe(404);
  await house.world.db.write((tx) =>
    tx.update(exports).set({ clientId: "client-beside" }).where(eq(exports.id, id)),
  );
  expect((await press(id, house.sessionId)).status).toBe(404);
});

test("a download that does not come to its end leaves no file open", async () => {
  const { world, exporterId } = house;
  const id = await readyExport(house, "own");
  const { caller } = await contextOf(world, await openSession(world, exporterId));
  const act = { tasks: ["dossier.export"], audit: "export.downloaded", kind: "mutation" } as const;
  let opened: Awaited<ReturnType<typeof openDownload>> | undefined;
  const attempt = performOnClient(world, caller, act, String(CLIENTS.own), async (ctx, client) => {
    opened = await openDownload(ctx, client, id);
    throw new Error("undone");
  });
  await expect(attempt).rejects.toThrow("undone");
  await expect(opened?.file.chunks().next()).rejects.toThrow();
});

test("the id of one client's export behind the door of another: gone, also for who may export both", async () => {
  const { world, exporterId } = house;
  const id = await readyExport(house, "below");
  const { caller } = await contextOf(world, await openSession(world, exporterId));
  const act = { tasks: ["dossier.export"], audit: "export.downloaded", kind: "mutation" } as const;
  const attempt = performOnClient(world, caller, act, String(CLIENTS.own), (ctx, client) =>
    openDownload(ctx, client, id),
  );
  await expect(attempt).rejects.toMatchObject({ reason: "export-gone" });
  const canary = "Kanarie-van-Dijk";
  const entries = await entriesOf(world, async () => {
    const odd = performOnClient(world, caller, act, String(CLIENTS.own), (ctx, client) =>
      openDownload(ctx, client, canary),
    );
    await expect(odd).rejects.toMatchObject({ reason: "export-gone" });
  });
  expect([entries.length, JSON.stringify(entries).includes(canary)]).toEqual([1, false]);
});

test.each<[string, Headers, string]>([
  ["from another site", { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" }, "POST"],
  ["from a sandboxed page", { origin: "null" }, "POST"],
  ["from a sister site", { "sec-fetch-site": "same-site" }, "POST"],
  ["of a link (GET)", {}, "GET"],
])("a request %s gets 403 and no bytes, whatever the session", async (_, headers, method) => {
  const id = await readyExport(house);
  const response = await press(id, house.sessionId, headers, method);
  expect([response.status, response.headers.get("content-disposition")]).toEqual([403, null]);
  expect((await rowOf(house.world, id)).downloads).toBe(0);
});

test("a request without an origin is foreign", async () => {
  const id = await readyExport(house);
  const cookie = await cookieOf(house.world, house.sessionId);
  const request = new Request(`${ORIGIN}/api/exports/${id}`, { method: "POST", headers: { cookie } });
  expect((await POST(request, { params: Promise.resolve({ exportId: id }) })).status).toBe(403);
});

test("a file changed on disk breaks the download instead of giving other bytes", async () => {
  const id = await readyExport(house, "own", randomBytes(600_000));
  const path = exportPath(house.world.env.dataDir, id);
  const bytes = readFileSync(path);
  bytes[400_000] = (bytes[400_000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const response = await press(id, house.sessionId);
  await expect(response.arrayBuffer()).rejects.toThrow();
});

test("deletion while a download runs: the stream ends whole or breaks, and a new one is refused", async () => {
  const content = randomBytes(3_000_000);
  const id = await readyExport(house, "own", content);
  house.world.clock.advance(KEPT_MS - 1);
  const session = await openSession(house.world, house.exporterId);
  const response = await press(id, session);
  const reader = response.body?.getReader();
  const first = await reader?.read();
  house.world.clock.advance(1);
  expect(await destroyExport(house.world, id)).toBe(true);
  expect(() => statSync(exportPath(house.world.env.dataDir, id))).toThrow();
  expect((await press(id, session)).status).toBe(404);
  const pieces = [Buffer.from(first?.value ?? [])];
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read())
    pieces.push(Buffer.from(next.value));
  expect(Buffer.concat(pieces).equals(content)).toBe(true);
});
