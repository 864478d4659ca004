import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { clients, contacts } from "@/db/schema/clients";
import { makeWorld } from "../world";
import { apiAs, makePlaces, signInPortal } from "./people";

/** The test clock stands on 21 November 2026. */
describe("who represents a client in the portal", () => {
  it("does so as long as the power that is recorded, and one over minors until the eighteenth birthday", async () => {
    const world = await makeWorld();
    await makePlaces(world);
    const session = await signInPortal(world, [{ kind: "representative", to: "own" }]);
    const opens = async () => {
      const api = await apiAs(world, session);
      return api.portal.client({ clientId: "20001" }).then(
        () => true,
        () => false,
      );
    };
    const record = (values: Partial<typeof contacts.$inferInsert>) =>
      world.db.write((tx) => tx.update(contacts).set({ fromDate: null, untilDate: null, ...values }));
    const born = (birthDate: string | null) =>
      world.db.write((tx) => tx.update(clients).set({ birthDate }).where(eq(clients.number, 20001)));
    const answers: [string, boolean][] = [];
    const note = async (what: string) => answers.push([what, await opens()]);
    await note("a power without dates");
    await record({ fromDate: "2026-11-22" });
    await note("from tomorrow");
    await record({ untilDate: "2026-11-21" });
    await note("until today");
    await record({ representation: null });
    await note("no power any more");
    await record({ representation: "administrator" });
    await note("a power over money only");
    await record({ representation: "parent" });
    await note("a parent of someone grown up");
    await born("2008-11-22");
    await note("a parent on the day before the eighteenth birthday");
    await born("2008-11-21");
    await note("a parent on that day");
    await born(null);
    await note("a parent of someone whose age is not known");
    expect(answers).toEqual([
      ["a power without dates", true],
      ["from tomorrow", false],
      ["until today", false],
      ["no power any more", false],
      ["a power over money only", false],
      ["a parent of someone grown up", false],
      ["a parent on the day before the eighteenth birthday", true],
      ["a parent on that day", false],
      ["a parent of someone whose age is not known", false],
    ]);
  });
});
