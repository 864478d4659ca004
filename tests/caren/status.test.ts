import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { carenInvitations } from "@/db/schema/caren";
import { clients } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { CarenAnswer } from "@/server/caren/gateway";
import { carenStatusOf, codeHashOf, daysLeft, newCode, readCode } from "@/server/caren/rules";
import { carenStatus } from "@/server/caren/status-sql";
import { makePlaces } from "../access/people";
import { makeWorld, START, type TestWorld } from "../world";

const DAY = 86_400_000;
const CLIENT = "client-own";

/** Everything that decides a status, and whether it makes a link or an open invitation. */
const facts = fc.record({
  links: fc.array(
    fc.record({
      kind: fc.constantFrom("network", "network", "involved", "client"),
      ended: fc.boolean(),
      off: fc.boolean(),
      active: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  invitation: fc.option(
    fc.record({ ended: fc.boolean(), expiresIn: fc.constantFrom(-DAY, -1, 0, 1, DAY, 42 * DAY) }),
    { nil: undefined },
  ),
  answer: fc.constantFrom("here", "elsewhere", "elsewhere-linked", "silent", "not-used"),
});
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

function answerOf(answer: string): CarenAnswer {
  const link = { id: "l", name: "Iemand", role: "manager", since: 0, invitationId: null } as const;
  if (answer === "silent" || answer === "not-used") return { known: false, why: answer };
  if (answer === "here") return { known: true, links: "here" };
  return { known: true, links: [{ ...link, clientId: answer === "elsewhere" ? "client-below" : CLIENT }] };
}

describe("the status of a client", () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await makeWorld({ keep: true });
    await makePlaces(world);
  });
  afterAll(() => world.close());

  const store = ({ links, invitation }: Facts) =>
    world.db.write(async (tx) => {
      await tx.delete(portalRelations);
      await tx.delete(portalAccounts);
      await tx.delete(carenInvitations);
      for (const [index, { kind, ended, off, active }] of links.entries()) {
        const accountId = `account-${index}`;
        const person = { id: accountId, email: `${index}@post.example`, name: "Iemand", createdAt: START };
        const state = { passwordHash: active ? "x" : null, disabledAt: off ? START : null };
        await tx.insert(portalAccounts).values({ ...person, ...state });
        await tx.insert(portalRelations).values({
          ...{ id: `relation-${index}`, accountId, clientId: CLIENT, kind: kind as "network" },
          ...{ madeAt: START, madeBy: "Iemand", endedAt: ended ? START : null },
        });
      }
      if (!invitation) return;
      await tx.insert(carenInvitations).values({
        ...{ id: "invitation", clientId: CLIENT, codeHash: "x", madeAt: START, madeBy: "Iemand" },
        ...{ address: "", expiresAt: START + invitation.expiresIn, endedAt: invitation.ended ? START : null },
      });
    });

  it("is in the database what the pure rule says, whatever there is", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(facts, async (given) => {
        await store(given);
        const answer = answerOf(given.answer);
        const { links, invitation } = given;
        const here = links.some(
          ({ kind, ended, off, active }) => kind === "network" && !ended && !off && active,
        );
        const expected = carenStatusOf(
          {
            known: answer.known,
            linked: given.answer === "here" ? here : given.answer === "elsewhere-linked",
            invitedUntil: invitation && !invitation.ended ? START + invitation.expiresIn : null,
          },
          START,
        );
        const [row] = await world.db.read
          .select({ status: carenStatus(answer, START) })
          .from(clients)
          .where(eq(clients.id, CLIENT));
        expect(row?.status).toBe(expected);
        seen.add(expected);
      }),
      { numRuns: 150, seed: 8 },
    );
    expect([...seen].sort()).toEqual(["invited", "linked", "not-linked", "unknown"]);
  });
});

describe("a code", () => {
  it("is what was made however it is typed, and never what it is not", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.constantFrom("", " ", "-", "  "), (lower, gap) => {
        const code = newCode();
        const typed = code.replaceAll("-", gap);
        expect(readCode(lower ? typed.toLowerCase() : typed)).toBe(code);
        expect(readCode(code.replaceAll("0", "o").replaceAll("1", "l"))).toBe(code);
        expect(readCode(code.slice(1))).toBeUndefined();
        expect(codeHashOf(code)).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: 50 },
    );
    for (const wrong of ["", "UUUU-UUUU-UUUU-UUUU", "x".repeat(10_000), "7K3Q-7K3Q-7K3Q-7K3!"])
      expect(readCode(wrong)).toBeUndefined();
    expect(new Set(Array.from({ length: 2_000 }, newCode)).size).toBe(2_000);
  });

  it("has days left that are rounded up, to the last one", () => {
    expect(
      [42 * DAY, 12 * DAY - 1, DAY + 1, DAY, 1, 0, -DAY].map((left) => daysLeft(START + left, START)),
    ).toEqual([42, 12, 2, 1, 1, 0, 0]);
  });
});
