import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { carenCommands, carenInvitations } from "@/db/schema/caren";
import { clients } from "@/db/schema/clients";
import type { ChangeCtx } from "../access/perform";
import type { World } from "../core/world";
import { askCaren } from "./gateway";
import { type CarenOrder, CarenSilent, tell } from "./http";
import { endInvitation } from "./letter-file";

type Command = typeof carenCommands.$inferSelect;

/** After a day nobody tells it any more: the page shows that it did not work. */
const GIVE_UP_MS = 86_400_000;

async function orderOf(db: Reader, { kind, subjectId, reason }: Command): Promise<CarenOrder | undefined> {
  if (kind === "unlink") return { kind, id: subjectId, reason: reason ?? "" };
  if (kind === "end-invitation") return { kind, id: subjectId };
  const [row] = await db.select().from(carenInvitations).where(eq(carenInvitations.id, subjectId));
  // Ended before it was told: there is nothing to tell.
  if (!row || row.endedAt !== null) return undefined;
  const { id, clientId, codeHash, expiresAt } = row;
  return { kind, id, clientId, codeHash, expiresAt };
}

/**
 * Tells a Caren elsewhere what is still to be told, in the order it was asked, until it is silent: what comes after a
 * silence waits for the next time.
 */
export async function bringOrders(world: World): Promise<{ told: number; waiting: number }> {
  const { elsewhere } = world.env.caren;
  const waiting = await world.db.read
    .select()
    .from(carenCommands)
    .where(isNull(carenCommands.endedAt))
    .orderBy(asc(carenCommands.askedAt), asc(carenCommands.id));
  let told = 0;
  for (const command of waiting) {
    const now = world.clock.now();
    const close = (ended: "done" | "failed" | null) =>
      world.db.write((tx) =>
        tx
          .update(carenCommands)
          .set({ attempts: command.attempts + 1, ...(ended && { ended, endedAt: now }) })
          .where(eq(carenCommands.id, command.id)),
      );
    try {
      const order = await orderOf(world.db.read, command);
      const said = order && elsewhere ? await tell(elsewhere, order) : "refused";
      await close(said === "done" || !order ? "done" : "failed");
      told += 1;
    } catch (error) {
      if (!(error instanceof CarenSilent)) throw error;
      await close(now - command.askedAt > GIVE_UP_MS ? "failed" : null);
      break;
    }
  }
  return { told, waiting: waiting.length - told };
}

/** Open invitations a Caren elsewhere has seen used, with the number of their client; none while it is silent. */
export async function usedElsewhere(world: World): Promise<{ id: string; number: string }[]> {
  const answer = await askCaren(world);
  if (!answer.known || answer.links === "here") return [];
  const used = new Set(answer.links.map(({ invitationId }) => invitationId));
  const open = await world.db.read
    .select({ id: carenInvitations.id, number: clients.number })
    .from(carenInvitations)
    .innerJoin(clients, eq(clients.id, carenInvitations.clientId))
    .where(and(isNull(carenInvitations.endedAt), isNotNull(carenInvitations.letterFile)));
  return open.filter(({ id }) => used.has(id)).map(({ id, number }) => ({ id, number: String(number) }));
}

/** Notes that an invitation was used at a Caren elsewhere: its letter goes. */
export async function noteUsed(ctx: ChangeCtx, invitationId: string): Promise<boolean> {
  const [row] = await ctx.tx.select().from(carenInvitations).where(eq(carenInvitations.id, invitationId));
  if (!row || row.endedAt !== null) return false;
  ctx.touch("invitation", row.id);
  return endInvitation(ctx.tx, row, { ended: "redeemed", at: ctx.now, by: null });
}
