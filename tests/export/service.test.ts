import { beforeEach, describe, expect, test } from "vitest";
import { performOnClient } from "@/server/access/perform";
import { hashPassword } from "@/server/auth/password";
import { EXPORT_REQUESTED } from "@/server/export/events";
import { dueOn } from "@/server/export/input";
import { failExport } from "@/server/export/lifecycle";
import { exportFileName, KEPT_MS } from "@/server/export/rules";
import { apiAs, apiWith, CLIENTS, makeEmployee, newestEntry, openSession, UNKNOWN } from "../access/people";
import { ask, entriesOf, type House, makeHouse, OWN, readyExport, rowOf } from "./house";

let house: House;
beforeEach(async () => {
  house = await makeHouse();
});

const refusedWith = (reason: string) => ({ cause: { reason } });

describe("asking for an export", () => {
  test("a click alone asks for the whole dossier, for the client, and sends one event with ids only", async () => {
    const { exportId } = await house.api.export.request(ask());
    const row = await rowOf(house.world, exportId);
    expect(row).toMatchObject({
      scope: "complete",
      purpose: "client-request",
      purposeNote: null,
      clientAskedOn: "2026-11-21",
      requestedByName: "Sanne Kuipers",
      status: "pending",
    });
    expect(house.world.sent).toEqual([
      { name: EXPORT_REQUESTED, id: `export-${exportId}`, data: { exportId } },
    ]);
  });

  test("it is in the log under its own text, with purpose and scope and nothing of the note", async () => {
    await house.api.export.request({
      ...ask(),
      note: "voor haar dochter",
      purpose: "transfer",
      scope: "current",
    });
    const entry = await newestEntry(house.world);
    expect(entry).toMatchObject({ event: "export.requested", purpose: "transfer", detail: "current" });
    expect(JSON.stringify(entry)).not.toContain("dochter");
  });

  test("one at a time per client; another client's runs beside it", async () => {
    await house.api.export.request(ask());
    await expect(house.api.export.request(ask())).rejects.toMatchObject(refusedWith("export-running"));
    await expect(house.api.export.request(ask(String(CLIENTS.below)))).resolves.toBeDefined();
  });

  test("two clicks at the same moment are one export and one refusal", async () => {
    const answers = await Promise.allSettled([
      house.api.export.request(ask()),
      house.api.export.request(ask()),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(house.world.sent).toHaveLength(1);
  });

  test("the same click sent twice gets the same answer, also after it is Klaar, and one event", async () => {
    const first = ask();
    const { exportId } = await house.api.export.request(first);
    expect(await house.api.export.request(first)).toEqual({ exportId });
    expect(house.world.sent).toHaveLength(1);
  });

  test("the same key with other choices is refused: it would else be told that those are being made", async () => {
    const first = ask();
    await house.api.export.request(first);
    await expect(house.api.export.request({ ...first, scope: "current" })).rejects.toMatchObject(
      refusedWith("request-reused"),
    );
    expect(house.world.sent).toHaveLength(1);
  });

  test("someone else's request key, or one used for another client, gives nothing away", async () => {
    const first = ask();
    await house.api.export.request(first);
    const other = await apiWith(house.world, { tasks: ["dossier.export"], reach: "own" });
    for (const attempt of [
      other.export.request(first),
      house.api.export.request({ ...first, clientId: String(CLIENTS.below) }),
    ]) {
      await expect(attempt).rejects.toMatchObject(refusedWith("export-running"));
    }
  });

  test.each([
    ["without the task", { tasks: ["dossier.view"], reach: "own" }, OWN, "task-missing"],
    ["with the task elsewhere", { tasks: ["dossier.export"], reach: "beside" }, OWN, "not-found"],
    ["for a client that does not exist", { tasks: ["dossier.export"], reach: "own" }, UNKNOWN, "not-found"],
    [
      "for a client who moved away",
      { tasks: ["dossier.export"], reach: "own" },
      String(CLIENTS.left),
      "not-found",
    ],
  ] as const)("is refused %s, and logged", async (_, holding, number, reason) => {
    const api = await apiWith(house.world, holding);
    const entries = await entriesOf(house.world, async () => {
      await expect(api.export.request(ask(number))).rejects.toMatchObject(refusedWith(reason));
    });
    expect(entries.map(({ event, outcome, detail }) => [event, outcome, detail])).toEqual([
      ["export.requested", "refused", reason],
    ]);
    expect(house.world.sent).toEqual([]);
  });

  test("a stranger is told to sign in", async () => {
    const api = await apiAs(house.world);
    await expect(api.export.request(ask())).rejects.toMatchObject(refusedWith("not-signed-in"));
  });
});

describe("the proof that one is who one says", () => {
  const password = "een lange zin om mee te werken";

  test("counts for five minutes; after that the password is asked for, and a right one counts again", async () => {
    const { world } = house;
    const passwordHash = await hashPassword(password);
    const id = await makeEmployee(world, [{ tasks: ["dossier.export"], reach: "own" }], { passwordHash });
    const session = await openSession(world, id);
    world.clock.advance(5 * 60_000);
    await (await apiAs(world, session)).export.request(ask());
    world.clock.advance(1);
    const below = String(CLIENTS.below);
    const request = async (fields: { password?: string } = {}) =>
      (await apiAs(world, session)).export.request({ ...ask(below), ...fields });
    await expect(request()).rejects.toMatchObject(refusedWith("password-needed"));
    await expect(request({ password: "iets anders dan dat" })).rejects.toMatchObject(
      refusedWith("password-wrong"),
    );
    expect(await newestEntry(world)).toMatchObject({ event: "export.requested", outcome: "failed" });
    await expect(request({ password })).resolves.toBeDefined();
  });

  test("a clock set back does not make an old proof fresh", async () => {
    house.world.clock.advance(-3_600_000);
    const api = await apiAs(house.world, house.sessionId);
    await expect(api.export.request(ask())).rejects.toMatchObject(refusedWith("password-needed"));
  });
});

describe("what the page shows", () => {
  const fail = (exportId: string) =>
    performOnClient(
      house.world,
      { actor: { kind: "system" }, accessPoint: "engine", source: null },
      { tasks: [], audit: "export.failed", kind: "mutation" },
      OWN,
      (ctx) => failExport(ctx, exportId, "export-disk-full"),
    );

  test("newest first, each under its heading: generated for its day, deleted after it", async () => {
    const { world } = house;
    const first = await readyExport(house);
    world.clock.advance(60_000);
    const second = await readyExport(house);
    world.clock.advance(KEPT_MS - 60_000);
    const shown = await (await apiAs(world, await openSession(world, house.exporterId))).export.list({
      clientId: OWN,
    });
    expect(shown.map(({ id, heading, downloadable }) => [id, heading, downloadable])).toEqual([
      [second, "generated", true],
      [first, "deleted", false],
    ]);
  });

  test("a failed one says why in words, and a new one may be asked for", async () => {
    const { exportId } = await house.api.export.request(ask());
    await fail(exportId);
    const [shown] = await house.api.export.list({ clientId: OWN });
    expect(shown).toMatchObject({ status: "failed", heading: "generated", downloadable: false });
    expect(shown?.failure).toMatch(/te weinig ruimte .* Er is niets bewaard\./);
    await expect(house.api.export.request(ask())).resolves.toBeDefined();
  });

  test("never the key, wrapped or not, nor who knows what else is in the row", async () => {
    const exportId = await readyExport(house);
    const { wrappedKey, requestKey } = await rowOf(house.world, exportId);
    const shown = JSON.stringify([
      await house.api.export.list({ clientId: OWN }),
      await house.api.export.poll({ clientId: OWN }),
    ]);
    expect(shown).toContain(exportId);
    expect([shown.includes(wrappedKey ?? "?"), shown.includes(requestKey)]).toEqual([false, false]);
  });

  test("a poll gives state and counts only, and leaves no row in the log", async () => {
    await house.api.export.request(ask());
    const entries = await entriesOf(house.world, async () => {
      const { exports: polled } = await house.api.export.poll({ clientId: OWN });
      expect(polled.map((each) => Object.keys(each).sort())).toEqual([
        ["deletedAt", "heading", "id", "part", "rowsDone", "rowsKnown", "status"],
      ]);
    });
    expect(entries).toEqual([]);
  });

  test("opening the page and the list are two rows of the log", async () => {
    const entries = await entriesOf(house.world, async () => {
      await house.api.export.page({ clientId: OWN });
      await house.api.export.list({ clientId: OWN });
    });
    expect(entries.map(({ event, outcome }) => [event, outcome])).toEqual([
      ["export.page-viewed", "done"],
      ["export.listed", "done"],
    ]);
  });
});

test.each([
  ["2026-11-21", "2026-12-21"],
  ["2026-01-31", "2026-02-28"],
  ["2028-01-31", "2028-02-29"],
  ["2026-12-31", "2027-01-31"],
  ["2026-03-31", "2026-04-30"],
])("a copy asked for on %s is due on %s", (asked, due) => {
  expect(dueOn(asked)).toBe(due);
});

test("a file is named after number and moment only", () => {
  expect(exportFileName(10001, "21-11-2026 10.05")).toBe("dossier-10001-20261121-1005.zip");
});
