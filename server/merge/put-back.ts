import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { consentDecisions, consentStatements } from "@/db/schema/consent";
import type { MergeRow } from "./service";
import type { Homes } from "./since";

/**
 * Takes away the decisions a merge made; every other one stands where it was again. Proof filed with one since is proof
 * of the decision it said again.
 */
export async function takeBackDecisions(tx: Tx, merge: MergeRow, homes: Homes): Promise<void> {
  const ids = [...(homes.get("consent_decisions") ?? [])].flatMap(([key, home]) =>
    home === "made" ? [key] : [],
  );
  const made = await tx
    .select()
    .from(consentDecisions)
    .where(inArray(consentDecisions.id, ids))
    .orderBy(asc(consentDecisions.sequence));
  const additions = [...merge.plan.consents];
  for (const { id, partyId } of made) {
    const at = additions.findIndex((each) => each.partyId === partyId);
    const [addition] = additions.splice(at, 1);
    if (at < 0 || !addition) throw new Error("A decision of a merge that is not in its plan.");
    const clientId = addition.from.side === "left" ? merge.survivorId : merge.retiredId;
    const said = and(
      eq(consentDecisions.clientId, clientId),
      eq(consentDecisions.partyId, partyId),
      eq(consentDecisions.sequence, addition.from.sequence),
    );
    const [source] = await tx.select({ id: consentDecisions.id }).from(consentDecisions).where(said);
    if (!source) throw new Error("A decision that was said again is not there.");
    await tx
      .update(consentStatements)
      .set({ clientId, decisionId: source.id })
      .where(eq(consentStatements.decisionId, id));
    await tx.delete(consentDecisions).where(eq(consentDecisions.id, id));
  }
}

/**
 * Who had the same with both kept only that with the survivor. Where it was ended since, that was access to both: an undo
 * gives nobody back what was taken from them.
 */
export async function endWhatEnded(tx: Tx, { plan, survivorId }: MergeRow): Promise<void> {
  for (const { id, same } of plan.relations.stays)
    await tx.run(sql`
      UPDATE portal_relations SET (ended_at, ended_by, end_reason) =
        (SELECT o.ended_at, o.ended_by, o.end_reason FROM portal_relations o WHERE o.id = ${same})
      WHERE id = ${id} AND ended_at IS NULL`);
  for (const id of plan.roles.stays)
    await tx.run(sql`
      UPDATE dossier_roles AS t SET (ended_at, ended_by, end_reason) =
        (SELECT o.ended_at, o.ended_by, o.end_reason FROM dossier_roles o
          WHERE o.client_id = ${survivorId} AND o.employee_id = t.employee_id ORDER BY o.ended_at DESC LIMIT 1)
      WHERE id = ${id} AND ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM dossier_roles o
        WHERE o.client_id = ${survivorId} AND o.employee_id = t.employee_id AND o.ended_at IS NULL)`);
}
