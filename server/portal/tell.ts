import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { ChangeCtx } from "../access/perform";
import { livesOn } from "../access/reach";
import { queueMail } from "../mail/queue";

/**
 * Tells the client, who represents them and all betrokkenen, as far as they use the portal, that something changed in
 * who has access (DOMAIN.md 5): one mail a person.
 * @param changeId of the change: the same change again sends nothing more
 */
export async function tellAround(ctx: ChangeCtx, clientId: string, changeId: string): Promise<void> {
  const people = await ctx.tx
    .selectDistinct({ id: portalAccounts.id, email: portalAccounts.email })
    .from(portalRelations)
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    .where(
      and(
        eq(portalRelations.clientId, clientId),
        inArray(portalRelations.kind, ["client", "representative", "involved"]),
        livesOn(ctx.day),
        isNull(portalAccounts.disabledAt),
        isNotNull(portalAccounts.passwordHash),
      ),
    );
  for (const { id, email } of people)
    await queueMail(ctx, {
      kind: "sharing-changed",
      to: email,
      values: { link: `${ctx.world.env.publicUrl}/caren` },
      requestKey: `sharing-changed/${changeId}/${id}`,
    });
}
