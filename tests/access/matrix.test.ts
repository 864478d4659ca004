import { describe, expect, it } from "vitest";
import { z } from "zod";
import { reasonOf } from "@/server/access/perform";
import { onClient, onClientPair, open } from "@/server/api/procedure";
import { appRouter } from "@/server/api/root";
import { t } from "@/server/api/trpc";
import { makeWorld } from "../world";
import { DECLARED } from "./declared";
import { differences, runMatrix } from "./matrix";
import { apiWith, CLIENTS, contextOf, entriesOf, makeEmployee, makePlaces, openSession } from "./people";

describe("every procedure", () => {
  it("declares the door, tasks and event that the table says, and none is missing", () => {
    expect(differences(appRouter, DECLARED)).toEqual([]);
  });

  it("would fail this test without a declaration, without a line, or with another task or event", () => {
    const undeclared = t.router({ secret: t.procedure.query(() => 1) });
    expect(differences(undeclared, {})).toEqual(["secret declares nothing"]);
    const unlisted = t.router({ extra: open({ audit: "sign-in" }).query(() => 1) });
    expect(differences(unlisted, {})).toEqual(["extra is not in the table"]);
    const gone = { "no.such": { door: "self", kind: "query", tasks: [], event: "sign-in" } } as const;
    expect(differences(t.router({}), gone)).toHaveLength(1);
    const weaker = { extra: { door: "self", kind: "query", tasks: [], event: "sign-in" } } as const;
    expect(differences(unlisted, weaker)).toHaveLength(1);
  });

  it("answers and logs as its declaration says, whoever knocks, about whichever client, with whatever input", async () => {
    const world = await makeWorld();
    const { procedures, cells, mismatches, rows } = await runMatrix(world);
    expect(mismatches).toEqual([]);
    expect(rows.missing).toBe(0);
    expect(rows.found).toBe(rows.expected);
    expect(procedures).toBe(Object.keys(DECLARED).length);
    expect(cells).toBeGreaterThan(procedures * 7);
  }, 400_000);

  it("would be caught with a wrong line: the matrix can fail", async () => {
    const world = await makeWorld();
    const header = DECLARED["clients.header"];
    if (!header) throw new Error("The table has no clients.header.");
    const wrong = {
      "clients.header": { ...header, tasks: ["client.merge"] as const, event: "sign-in" as const },
    };
    const { mismatches, rows } = await runMatrix(world, wrong);
    expect(rows.missing).toBeGreaterThan(0);
    expect(mismatches.some((line) => line.includes("answered task-missing, not done"))).toBe(true);
    expect(mismatches.some((line) => line.includes("logged as client.opened"))).toBe(true);
  });
});

describe("a procedure about two clients", () => {
  const tasks = ["client.merge", "dossier.edit"] as const;
  const Words = z.object({ words: z.string() });
  const router = t.router({
    look: onClientPair({ tasks, audit: "client.viewed" })
      .input(Words)
      .query(({ ctx }) => [ctx.client.number, ctx.other.number]),
    change: onClientPair({ tasks, audit: "client.changed", proof: true })
      .input(Words)
      .mutation(({ ctx }) => [ctx.client.number, ctx.other.number]),
  });
  const pair = { door: "onClientPair", tasks, input: () => ({ words: "" }), bad: { words: 1 } } as const;
  const look = { ...pair, kind: "query", event: "client.viewed" } as const;
  const change = { ...pair, kind: "mutation", event: "client.changed", proof: true } as const;

  it("needs its tasks with both, whichever comes first, and tells nothing of the one out of reach", async () => {
    const { mismatches, rows } = await runMatrix(await makeWorld(), { look, change }, router);
    expect(mismatches).toEqual([]);
    expect(rows.missing).toBe(0);
  }, 100_000);

  it("would be caught when it went by the first client only: the matrix can fail", async () => {
    const first = t.router({ look: onClient({ tasks, audit: "client.viewed" }).query(() => 1) });
    const { mismatches } = await runMatrix(await makeWorld(), { look }, first);
    expect(mismatches.some((line) => line.includes("client 20001 and 20003: answered done"))).toBe(true);
  }, 100_000);

  it("gives both in the order they were asked for", async () => {
    const world = await makeWorld();
    await makePlaces(world);
    const who = await makeEmployee(world, [{ tasks, reach: "everywhere" }]);
    const caller = router.createCaller(await contextOf(world, await openSession(world, who)));
    expect(await caller.look({ clientId: "20003", otherId: "20001", words: "" })).toEqual([20003, 20001]);
  });

  it.each([
    ["nothing", undefined],
    ["one client only", { clientId: "20001" }],
    ["the other only", { otherId: "20001" }],
    ["numbers", { clientId: 20001, otherId: 20003 }],
    ["a list", { clientId: ["20001", "20003"] }],
  ])("with %s is refused, in one logged row", async (_name, input) => {
    const world = await makeWorld();
    await makePlaces(world);
    const who = await makeEmployee(world, [{ tasks, reach: "everywhere" }]);
    const caller = router.createCaller(await contextOf(world, await openSession(world, who)));
    const call = caller.look as unknown as (given: unknown) => Promise<unknown>;
    const rows = await entriesOf(world, async () => {
      expect(["not-found", "input-invalid"]).toContain(await call(input).then(() => "done", reasonOf));
    });
    expect(rows.map(({ clientId }) => clientId)).toEqual([null]);
  });
});

describe("odd input at the door", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a number", 5],
    ["text", "20001"],
    ["a list", [{ clientId: "20001" }]],
    ["a number as id", { clientId: 20001 }],
    ["an object as id", { clientId: { toString: () => "20001" } }],
    ["a list as id", { clientId: ["20001"] }],
    ["no id", {}],
  ])("%s is refused, in one logged row", async (_name, input) => {
    const world = await makeWorld();
    await makePlaces(world);
    const api = await apiWith(world, { tasks: ["dossier.export", "dossier.view"], reach: "everywhere" });
    for (const procedure of [api.clients.header, api.export.request, api.dossier.entries]) {
      const call = procedure as unknown as (given: unknown) => Promise<unknown>;
      const rows = await entriesOf(world, async () => {
        const reason = await call(input).then(() => "done", reasonOf);
        expect(["not-found", "input-invalid"]).toContain(reason);
      });
      expect(rows).toHaveLength(1);
      expect(rows[0]?.clientId).toBeNull();
    }
  });

  it("gives the same answer, to the letter, for a client out of reach and one nobody has", async () => {
    const world = await makeWorld();
    await makePlaces(world);
    const api = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
    const said = (clientId: string) =>
      api.clients.header({ clientId }).then(
        () => "let in",
        (error: { code: string; message: string }) => `${error.code} ${error.message}`,
      );
    const beside = await said(String(CLIENTS.beside));
    expect(beside).toMatch(/^NOT_FOUND /);
    expect(await said("29999")).toBe(beside);
  });

  it("asks who is at the door before it reads what they brought", async () => {
    const world = await makeWorld();
    await makePlaces(world);
    const context = await contextOf(world);
    const rows = await entriesOf(world, () =>
      appRouter.createCaller(context).dossier.entries({ clientId: "20001", part: "x".repeat(500) }),
    );
    expect(rows.map(({ outcome, detail }) => [outcome, detail])).toEqual([["refused", "not-signed-in"]]);
  });
});
