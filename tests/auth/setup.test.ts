import { describe, expect, it } from "vitest";
import { employees, grants } from "@/db/schema/access";
import { accountLinks } from "@/db/schema/auth";
import { seedStart } from "@/db/seed/start";
import { reasonOf } from "@/server/access/perform";
import { makeSetupLink, needsSetup } from "@/server/auth/setup";
import { apiAs, entriesOf, openSession } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { makeAccount, PASSWORD, trySignIn } from "./accounts";

const HOUR = 3_600_000;
const EMAIL = "Eerste@Kroniek.Example";

async function empty(): Promise<TestWorld> {
  const world = await makeWorld({ demo: false });
  await seedStart(world);
  return world;
}

const codeOf = (link: string) => link.split("#")[1] ?? "";

async function setUp(world: TestWorld, code: string, password = PASSWORD) {
  const api = await apiAs(world);
  return api.account.setUp({ code, name: "Eerste", email: EMAIL, password }).then(() => "made", reasonOf);
}

describe("the set-up link", () => {
  it("makes the first administrator, who can then sign in and hand out rights, but sees no dossier", async () => {
    const world = await empty();
    expect(await needsSetup(world)).toBe(true);
    expect(await setUp(world, codeOf(await makeSetupLink(world)))).toBe("made");
    expect(await needsSetup(world)).toBe(false);
    expect(await trySignIn(world, { email: EMAIL })).toBeDefined();
    const [person] = await world.db.read.select().from(employees);
    const me = await (await apiAs(world, await openSession(world, person?.id ?? ""))).account.me();
    expect(me.tasks).toContain("Medewerkers en rollen beheren");
    expect(me.seesClients).toBe(false);
  });

  it("works once", async () => {
    const world = await empty();
    const code = codeOf(await makeSetupLink(world));
    const both = await Promise.all([setUp(world, code), setUp(world, code)]);
    expect(both.sort()).toEqual(["link-invalid", "made"]);
    expect(await setUp(world, code)).toBe("link-invalid");
    expect(await world.db.read.$count(employees)).toBe(1);
    // Nor when the one it made is gone again.
    await world.db.write(async (tx) => {
      await tx.delete(grants);
      await tx.delete(employees);
    });
    expect(await setUp(world, code)).toBe("link-invalid");
  });

  it("works within the hour", async () => {
    const world = await empty();
    const code = codeOf(await makeSetupLink(world));
    world.clock.advance(HOUR);
    expect(await setUp(world, code)).toBe("link-invalid");
    world.clock.advance(-1);
    expect(await setUp(world, code)).toBe("made");
  });

  it("ends when a newer one is made, and does nothing once there is an employee", async () => {
    const world = await empty();
    const first = codeOf(await makeSetupLink(world));
    const second = codeOf(await makeSetupLink(world));
    expect(await setUp(world, first)).toBe("link-invalid");
    await makeAccount(world);
    expect(await setUp(world, second)).toBe("link-invalid");
    expect(await world.db.read.$count(employees)).toBe(1);
  });

  it("survives a password that is refused, so that one can try again", async () => {
    const world = await empty();
    const code = codeOf(await makeSetupLink(world));
    expect(await setUp(world, code, "kort")).toBe("password-too-short");
    expect(await setUp(world, code, "wachtwoord1234")).toBe("password-common");
    expect(await setUp(world, code, EMAIL)).toBe("password-own");
    expect(await setUp(world, code)).toBe("made");
  });

  it("cannot be guessed: codes are long, stored as a hash, and travel behind the # where no log sees them", async () => {
    const world = await empty();
    const link = await makeSetupLink(world);
    expect(new URL(link).hash.length).toBeGreaterThan(30);
    expect(new URL(link).search).toBe("");
    expect(JSON.stringify(await world.db.read.select().from(accountLinks))).not.toContain(codeOf(link));
    for (const code of ["", "x", "%", codeOf(link).toLowerCase(), codeOf(link).slice(0, -1)]) {
      expect(await setUp(world, code)).not.toBe("made");
    }
  });

  it("leaves one row each time, and no password or code in it", async () => {
    const world = await empty();
    const code = codeOf(await makeSetupLink(world));
    const rows = await entriesOf(world, async () => {
      await setUp(world, "wrong");
      await setUp(world, code);
    });
    expect(rows.map(({ event, outcome }) => [event, outcome])).toEqual([
      ["setup.done", "failed"],
      ["setup.done", "done"],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${code}|${PASSWORD}`));
  });
});
