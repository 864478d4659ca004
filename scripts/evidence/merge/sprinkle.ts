import { randomUUID } from "node:crypto";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { employees } from "@/db/schema/access";
import { consentDecisions, parties } from "@/db/schema/consent";
import { drafts, partVisits } from "@/db/schema/dossier/drafts";
import { exports } from "@/db/schema/exports";
import { importedResources } from "@/db/schema/interchange";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { dossierRoles } from "@/db/schema/sharing";
import { dayOf } from "@/server/core/clock";
import type { World } from "@/server/core/world";
import type { Chance } from "./chance";

const DAY = 86_400_000;

/**
 * Puts what the demo has of few clients with any two: drafts and imported resources that both have, roles of the same
 * person in both, two owners, the same account in the portal, decisions that differ. All of it as it could be.
 * @param worker who works on after the merge: without a role of their own, which might let them do less
 */
export async function sprinkle(
  world: World,
  ids: readonly [string, string],
  chance: Chance,
  worker: string,
): Promise<void> {
  const now = world.clock.now();
  const staff = await world.db.read
    .select({ id: employees.id })
    .from(employees)
    .where(ne(employees.id, worker));
  const accounts = await world.db.read.select({ id: portalAccounts.id }).from(portalAccounts);
  const known = await world.db.read.select({ id: parties.id }).from(parties);
  const shared = randomUUID();
  await world.db.write(async (tx) => {
    for (const clientId of ids) {
      const someone = () => chance.of(staff).id;
      if (chance.is(0.5)) {
        const values = { employeeId: someone(), clientId, part: "reports", entryId: "", version: 0 };
        await tx
          .insert(drafts)
          .values({ ...values, values: {}, savedAt: now })
          .onConflictDoNothing();
      }
      if (chance.is(0.5))
        await tx
          .insert(partVisits)
          .values({ employeeId: someone(), clientId, part: "reports", seenAt: now })
          .onConflictDoNothing();
      if (chance.is(0.5)) {
        const resource = {
          source: "https://elsewhere.example",
          resourceType: "Organization",
          role: "kept",
        } as const;
        await tx.insert(importedResources).values({
          ...{ ...resource, id: randomUUID(), clientId, json: "{}", importedAt: now },
          resourceId: chance.is(0.6) ? shared : randomUUID(),
        });
      }
      if (chance.is(0.3)) {
        const asked = { requestedById: someone(), requestedByName: "Iemand", requestedAt: now };
        await tx.insert(exports).values({
          ...{ id: randomUUID(), clientId, scope: "complete", purpose: "internal", requestKey: randomUUID() },
          ...{ ...asked, status: "failed", failure: "export-cancelled", failedAt: now },
        });
      }
      if (chance.is(0.6)) {
        const open = and(eq(dossierRoles.clientId, clientId), isNull(dossierRoles.endedAt));
        const owned = (await tx.$count(dossierRoles, and(open, eq(dossierRoles.role, "owner")))) > 0;
        const given = { fromDate: "2026-01-01", givenAt: now, givenBy: "Iemand" };
        await tx
          .insert(dossierRoles)
          .values({
            ...{ id: randomUUID(), clientId, employeeId: someone(), ...given },
            role: owned ? chance.of(["collaborator", "viewer"] as const) : "owner",
          })
          .onConflictDoNothing();
      }
      if (chance.is(0.5))
        await tx
          .insert(portalRelations)
          .values({
            ...{ id: randomUUID(), clientId, accountId: chance.of(accounts).id, kind: "involved" },
            ...{ relation: "buurvrouw", madeAt: now, madeBy: "Iemand" },
          })
          .onConflictDoNothing();
      for (const { id: partyId } of known) {
        if (!chance.is(0.4)) continue;
        const [last] = await tx
          .select({ sequence: sql<number>`coalesce(max(${consentDecisions.sequence}), 0)` })
          .from(consentDecisions)
          .where(and(eq(consentDecisions.clientId, clientId), eq(consentDecisions.partyId, partyId)));
        await tx.insert(consentDecisions).values({
          ...{ id: randomUUID(), clientId, partyId, sequence: (last?.sequence ?? 0) + 1, partyVersion: 1 },
          ...{ answer: chance.of(["yes", "no", "withdrawn"] as const), decidedOn: dayOf(now), deciders: [] },
          fromDate: dayOf(now + (chance.is(0.3) ? 30 : -30) * DAY),
          untilDate: chance.is(0.3) ? dayOf(now + 60 * DAY) : null,
          ...{ recordedAt: now, recordedBy: "Iemand", requestKey: randomUUID() },
        });
      }
    }
  });
}
