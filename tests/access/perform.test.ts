import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { installation } from "@/db/schema/installation";
import {
  type Act,
  type Caller,
  type ChangeCtx,
  perform,
  performOnClient,
  reasonOf,
} from "@/server/access/perform";
import { loadEmployee } from "@/server/access/reach";
import { DomainError } from "@/server/core/errors";
import { makeWorld, type TestWorld } from "../world";
import {
  apiAs,
  CLIENTS,
  contextOf,
  entriesOf,
  makeEmployee,
  makePlaces,
  newestEntry,
  openSession,
  PASTED_BSN,
  takeTask,
  UNKNOWN,
} from "./people";

const look: Act = { tasks: ["dossier.view"], audit: "client.viewed", kind: "query" };
const change: Act = { tasks: ["dossier.view"], audit: "export.requested", kind: "mutation" };
const poll: Act = { ...look, audit: { coveredBy: "client.viewed" } };
const none = { kind: "none" } as const;

async function begin(): Promise<{ world: TestWorld; caller: Caller; employeeId: string }> {
  const world = await makeWorld();
  await makePlaces(world);
  const employeeId = await makeEmployee(world, [{ tasks: ["dossier.view"], reach: "own" }]);
  const { caller } = await contextOf(world, await openSession(world, employeeId));
  return { world, caller, employeeId };
}

const note = (ctx: ChangeCtx) => ctx.tx.insert(installation).values({ name: "note", value: "written" });
const noted = (world: TestWorld) => world.db.read.$count(installation);

/** From now on the database refuses every audit row. */
const breakLog = (world: TestWorld) =>
  world.db.write((tx) =>
    tx.run(sql`CREATE TRIGGER broken BEFORE INSERT ON audit_entries BEGIN SELECT RAISE(ABORT, 'full'); END`),
  );

describe("when the log cannot be written", () => {
  it("a change is undone and fails", async () => {
    const { world, caller } = await begin();
    await breakLog(world);
    await expect(perform(world, caller, change, none, note)).rejects.toThrow();
    expect(await noted(world)).toBe(0);
  });

  it("what a query read does not leave", async () => {
    const { world, caller } = await begin();
    await breakLog(world);
    const answer = await perform(world, caller, look, none, async () => "secret").catch(() => "nothing");
    expect(answer).toBe("nothing");
  });

  it("a refusal is still a refusal, not an answer", async () => {
    const { world } = await begin();
    await breakLog(world);
    const { caller } = await contextOf(world);
    await expect(perform(world, caller, look, none, async () => "secret")).rejects.toThrow();
  });

  it("events of the change are not sent either", async () => {
    const { world, caller } = await begin();
    await breakLog(world);
    const accepted: string[] = [];
    world.accept = async (tx, events) => {
      for (const { name } of events) await tx.insert(installation).values({ name, value: "event" });
      accepted.push(...events.map(({ name }) => name));
    };
    const send = async (ctx: ChangeCtx) => ctx.emit({ name: "some/event", data: {} });
    await expect(perform(world, caller, change, none, send)).rejects.toThrow();
    expect(accepted).toEqual(["some/event"]);
    expect(await noted(world)).toBe(0);
  });
});

describe("an act", () => {
  it("is stored with its trace, in one transaction, and the trace says who, what and by which right", async () => {
    const { world, caller, employeeId } = await begin();
    await performOnClient(world, caller, change, "20001", async (ctx) => {
      ctx.touch("export", "e-1");
      ctx.purpose("transfer");
      ctx.detail("complete");
      await note(ctx);
    });
    expect(await noted(world)).toBe(1);
    expect(await newestEntry(world)).toMatchObject({
      at: world.clock.now(),
      event: "export.requested",
      action: "C",
      outcome: "done",
      actor: `employee:${employeeId}`,
      actorName: "Iemand",
      role: expect.stringMatching(/^rol /),
      clientId: "client-own",
      objects: ["client:client-own", "export:e-1"],
      purpose: "transfer",
      task: "dossier.view",
      emergency: false,
      accessPoint: "web",
      source: "192.0.2.7",
      detail: "complete",
    });
  });

  it("that fails is undone, and its failure is one row", async () => {
    const { world, caller } = await begin();
    const rows = await entriesOf(world, () =>
      perform(world, caller, change, none, async (ctx) => {
        await note(ctx);
        throw new DomainError("export-running");
      }),
    );
    expect(await noted(world)).toBe(0);
    expect(rows.map(({ outcome, detail }) => [outcome, detail])).toEqual([["failed", "export-running"]]);
  });

  it("that fails unforeseen is logged as such, without its message", async () => {
    const { world, caller } = await begin();
    const [row] = await entriesOf(world, () =>
      perform(world, caller, look, none, () => Promise.reject(new Error("Verhoeven has dementia"))),
    );
    expect(row).toMatchObject({ outcome: "failed", detail: "internal" });
    expect(JSON.stringify(row)).not.toContain("Verhoeven");
  });

  it("inside an act is refused, in a query and in a change, and nothing of either is stored", async () => {
    const { world, caller } = await begin();
    for (const outer of [look, change]) {
      for (const inner of [look, change, poll]) {
        const nested = perform(world, caller, outer, none, () =>
          perform(world, caller, inner, none, async () => "inner"),
        );
        await expect(nested).rejects.toThrow(/act inside an act/);
      }
    }
    const done = await world.db.read.$count(auditEntries, eq(auditEntries.outcome, "done"));
    expect(done).toBe(0);
    expect(await perform(world, caller, look, none, async () => "after")).toBe("after");
  });

  it("that only looks cannot write, nor send", async () => {
    const { world, caller } = await begin();
    const tries: ((ctx: ChangeCtx) => Promise<unknown>)[] = [
      async (ctx: ChangeCtx) => ctx.tx.insert(installation).values({ name: "a", value: "b" }),
      async (ctx: ChangeCtx) => ctx.emit({ name: "some/event", data: {} }),
      async (ctx: ChangeCtx) => ctx.db.all(sql`INSERT INTO installation (name, value) VALUES ('a', 'b')`),
    ];
    for (const attempt of tries) await expect(perform(world, caller, look, none, attempt)).rejects.toThrow();
    expect(await noted(world)).toBe(0);
    expect(world.sent).toEqual([]);
  });
});

describe("a poll", () => {
  it("leaves no row when it is let in, and one when it is refused or fails", async () => {
    const { world, caller } = await begin();
    expect(await entriesOf(world, () => perform(world, caller, poll, none, async () => 1))).toEqual([]);
    const stranger = (await contextOf(world)).caller;
    const refused = await entriesOf(world, () => perform(world, stranger, poll, none, async () => 1));
    expect(refused.map(({ outcome }) => outcome)).toEqual(["refused"]);
    const failing = () => Promise.reject(new DomainError("not-found"));
    const failed = await entriesOf(world, () => perform(world, caller, poll, none, failing));
    expect(failed.map(({ outcome }) => outcome)).toEqual(["failed"]);
  });
});

describe("a client", () => {
  const knock = (world: TestWorld, caller: Caller, number: string) =>
    performOnClient(world, caller, look, number, async () => "let in").catch(reasonOf);

  it("out of reach and one nobody has get the same answer, and both are in the log", async () => {
    const { world, caller } = await begin();
    const rows = await entriesOf(world, async () => {
      expect(await knock(world, caller, String(CLIENTS.beside))).toBe("not-found");
      expect(await knock(world, caller, UNKNOWN)).toBe("not-found");
    });
    expect(rows.map(({ clientId, objects }) => [clientId, objects])).toEqual([
      ["client-beside", ["client:client-beside"]],
      [null, [`client-number:${UNKNOWN}`]],
    ]);
  });

  it("number that is a pasted BSN or a name is refused without being written down", async () => {
    const { world, caller } = await begin();
    for (const pasted of [PASTED_BSN, "99999001", "Verhoeven", ""]) {
      const rows = await entriesOf(world, () => knock(world, caller, pasted));
      expect(rows.map(({ objects, detail }) => [objects, detail])).toEqual([[[], "not-found"]]);
    }
  });

  it("is closed at the next call once the right is gone from the database", async () => {
    const { world, employeeId } = await begin();
    const session = await openSession(world, employeeId);
    const open = async () => (await apiAs(world, session)).clients.header({ clientId: "20001" });
    await expect(open()).resolves.toMatchObject({ number: 20001 });
    await takeTask(world, employeeId);
    await expect(open()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a set of locations", () => {
  const at = (world: TestWorld, caller: Caller, ids: string[]) =>
    perform(world, caller, look, { kind: "locations", ids }, async () => "let in").catch(reasonOf);

  it("must be in reach altogether; one beside it or one nobody has refuses all", async () => {
    const { world, caller } = await begin();
    expect(await at(world, caller, ["own"])).toBe("let in");
    expect(await at(world, caller, ["own", "below", "own"])).toBe("let in");
    expect(await at(world, caller, ["own", "beside"])).toBe("not-found");
    expect(await at(world, caller, ["own", "no such place"])).toBe("not-found");
  });

  it("that does not exist is refused to someone with reach everywhere too, and is not written down", async () => {
    const { world } = await begin();
    const id = await makeEmployee(world, [{ tasks: ["dossier.view"], reach: "everywhere" }]);
    const { caller } = await contextOf(world, await openSession(world, id));
    const rows = await entriesOf(world, async () => {
      expect(await at(world, caller, [PASTED_BSN])).toBe("not-found");
    });
    expect(JSON.stringify(rows)).not.toContain(PASTED_BSN);
  });
});

describe("the system", () => {
  const system = { actor: { kind: "system" }, accessPoint: "engine", source: null } as const;

  it("may write its own events, and does nothing on anyone's behalf", async () => {
    const { world } = await begin();
    const own: Act = { tasks: [], audit: "export.deleted", kind: "mutation" };
    await performOnClient(world, system, own, "20001", note);
    expect(await newestEntry(world)).toMatchObject({
      actor: "systeem",
      role: "systeem",
      event: "export.deleted",
    });
    for (const act of [look, change, poll, { ...own, audit: "client.bsn-revealed" } as const]) {
      const refused = await performOnClient(world, system, act, "20001", async () => "let in").catch(
        reasonOf,
      );
      expect(refused).toBe("not-found");
    }
  });
});

it("a job acts with the rights its requester has now, and says for whom", async () => {
  const { world, employeeId } = await begin();
  const job = async () => {
    const actor = await loadEmployee(world.db.read, employeeId, world.clock.now());
    if (!actor) throw new Error("The requester is gone.");
    const caller: Caller = {
      actor,
      accessPoint: "engine",
      source: null,
      onBehalfOf: `employee:${employeeId}`,
    };
    return performOnClient(world, caller, look, "20001", async () => "let in").catch(reasonOf);
  };
  expect(await job()).toBe("let in");
  expect(await newestEntry(world)).toMatchObject({
    onBehalfOf: `employee:${employeeId}`,
    accessPoint: "engine",
  });
  await takeTask(world, employeeId);
  expect(await job()).toBe("task-missing");
});

describe("what an act opened", () => {
  const opened = () => {
    const closed: string[] = [];
    return { closed, open: (name: string) => ({ close: async () => void closed.push(name) }) };
  };

  it("is closed when the act is run again or fails, and is the caller's when it succeeds", async () => {
    const { world, caller } = await begin();
    const { closed, open } = opened();
    const { write } = world.db;
    // As after BUSY: the first run of a job is undone, and the second counts.
    const twice: typeof write = (work, ...rest) =>
      write(
        async (tx) => {
          await work(tx);
          return work(tx);
        },
        ...rest,
      );
    let runs = 0;
    const work = async (ctx: ChangeCtx) => ctx.hold(open(`run ${++runs}`));
    await perform({ ...world, db: { ...world.db, write: twice } }, caller, change, none, work);
    expect(closed).toEqual(["run 1"]);
    const failing = (act: Act) =>
      perform(world, caller, act, none, async (ctx) => {
        ctx.hold(open(act.kind));
        throw new DomainError("not-found");
      });
    await expect(failing(change)).rejects.toThrow();
    await expect(failing(look)).rejects.toThrow();
    expect(closed).toEqual(["run 1", "mutation", "query"]);
  });

  it("is closed when its row cannot be written", async () => {
    const { world, caller } = await begin();
    const { closed, open } = opened();
    await breakLog(world);
    await expect(perform(world, caller, look, none, async (ctx) => ctx.hold(open("x")))).rejects.toThrow();
    expect(closed).toEqual(["x"]);
  });
});
