import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { employees } from "@/db/schema/access";
import { perform, reasonOf } from "@/server/access/perform";
import { hashPassword } from "@/server/auth/password";
import { beginEnrolment, confirmEnrolment, secondFactorOf } from "@/server/auth/second-factor";
import { findSession } from "@/server/auth/session";
import { entriesOf } from "../access/people";
import { appWith } from "../auth/app";
import type { TestWorld } from "../world";
import { mailTexts, makeHouse, type Worker, worker } from "./house";

const PASSWORD = "vier losse woorden hier";
const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);
const factorOf = (world: TestWorld, id: string) => secondFactorOf(world.db.read, { kind: "employee", id });

async function enrol(world: TestWorld, { id }: Worker): Promise<void> {
  const caller = { actor: { kind: "anonymous" }, accessPoint: "web", source: null } as const;
  const act = { tasks: [], audit: "second-factor.turned-on", kind: "mutation" } as const;
  const holder = { kind: "employee", id } as const;
  await perform(world, caller, act, { kind: "open" }, async (ctx) => {
    const { secret } = await beginEnrolment(ctx, holder, "x");
    await confirmEnrolment(ctx, holder, appWith(secret)(ctx.now), null);
  });
}

describe("a colleague's second factor", () => {
  it("is taken away by who manages rights, with their own password: sessions end, by mail and in the log", async () => {
    const { world, admin } = await makeHouse();
    const passwordHash = await hashPassword(PASSWORD);
    await world.db.write((tx) =>
      tx.update(employees).set({ passwordHash }).where(eq(employees.id, admin.id)),
    );
    const colleague = await worker(world, ["dossier.view"]);
    await enrol(world, colleague);
    await enrol(world, admin);
    const api = (await admin.api()).employees;
    expect(await api.view({ employeeId: colleague.id })).toMatchObject({ secondFactor: "confirmed" });

    const wrong = api.removeSecondFactor({ employeeId: colleague.id, password: "not mine" });
    expect(await said(wrong)).toBe("password-wrong");
    const own = api.removeSecondFactor({ employeeId: admin.id, password: PASSWORD });
    expect(await said(own)).toBe("second-factor-own");
    expect(await factorOf(world, colleague.id)).toBe("confirmed");
    expect(await factorOf(world, admin.id)).toBe("confirmed");
    expect(await findSession(world, colleague.session)).toBeDefined();

    const rows = await entriesOf(world, () =>
      api.removeSecondFactor({ employeeId: colleague.id, password: PASSWORD }),
    );
    expect(rows.map(({ event, outcome, objects }) => [event, outcome, objects])).toEqual([
      ["second-factor.removed", "done", [`employee:${colleague.id}`]],
    ]);
    expect(await factorOf(world, colleague.id)).toBe("none");
    expect(await findSession(world, colleague.session)).toBeUndefined();
    expect((await mailTexts(world)).filter((text) => text.includes("/login"))).toHaveLength(1);
  });
});
