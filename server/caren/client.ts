import { and, desc, eq } from "drizzle-orm";
import { carenCommands, carenInvitations } from "@/db/schema/caren";
import { clients } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { placesOf } from "../clients/list";
import { clientHeader } from "../clients/view";
import { DomainError } from "../core/errors";
import { addressText } from "./address";
import { askCaren, carenSettingsOf } from "./gateway";
import { ownLinks } from "./links";
import { saidOf } from "./list";
import { daysLeft } from "./rules";
import { carenStatus } from "./status-sql";

type Invitation = typeof carenInvitations.$inferSelect;

/** How an invitation stands: open, or how and when it ended. One that is over is verlopen, noted or not. */
export function invitationState(row: Pick<Invitation, "ended" | "expiresAt">, now: number) {
  if (row.ended !== null) return row.ended;
  return row.expiresAt <= now ? ("expired" as const) : ("open" as const);
}

function invitationView(row: Invitation, now: number) {
  const state = invitationState(row, now);
  return {
    id: row.id,
    madeAt: row.madeAt,
    madeBy: row.madeBy,
    expiresAt: row.expiresAt,
    state,
    endedAt: state === "open" ? null : (row.endedAt ?? row.expiresAt),
    endedBy: row.endedBy,
    address: row.address,
    hasLetter: state === "open" && row.letterFile !== null,
  };
}

/** Links that have ended, of our own portal: who, when, by whom and why. */
async function formerLinks(ctx: Ctx, client: ReachedClient) {
  const rows = await ctx.db
    .select({ relation: portalRelations, name: portalAccounts.name })
    .from(portalRelations)
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    .where(and(eq(portalRelations.clientId, client.id), eq(portalRelations.kind, "network")))
    .orderBy(desc(portalRelations.madeAt));
  return rows.map(({ relation, name }) => ({
    id: relation.id,
    name: relation.relation ? `${name}, ${relation.relation}` : name,
    madeAt: relation.madeAt,
    endedAt: relation.endedAt,
    endedBy: relation.endedBy,
    endReason: relation.endReason,
  }));
}

/** Everything about one client and Caren: who it is, how it stands, invitations, links, and what was before. */
export async function viewCarenClient(ctx: Ctx, client: ReachedClient) {
  const answer = await askCaren(ctx.world);
  const [found] = await ctx.db
    .select({ row: clients, status: carenStatus(answer, ctx.now) })
    .from(clients)
    .where(eq(clients.id, client.id));
  if (!found) throw new DomainError("not-found");
  const invitations = await ctx.db
    .select()
    .from(carenInvitations)
    .where(eq(carenInvitations.clientId, client.id))
    .orderBy(desc(carenInvitations.madeAt), desc(carenInvitations.id));
  const open = invitations.find((row) => invitationState(row, ctx.now) === "open");
  const links = !answer.known
    ? []
    : answer.links === "here"
      ? await ownLinks(ctx.db, client.id)
      : answer.links.filter(({ clientId }) => clientId === client.id);
  const places = await placesOf(ctx.db, [client.id], ctx.day);
  const settings = await carenSettingsOf(ctx.db);
  const waiting = await ctx.db
    .select({ kind: carenCommands.kind, subjectId: carenCommands.subjectId, ended: carenCommands.ended })
    .from(carenCommands)
    .where(eq(carenCommands.clientId, client.id));
  const {
    number,
    titledName,
    birthDate,
    age,
    maskedBsn,
    places: at,
  } = clientHeader(found.row, places.get(client.id) ?? [], ctx.day, ctx.world.keys);
  return {
    caren: saidOf(answer, ctx.now),
    person: { number, titledName, birthDate, age, maskedBsn, places: at, email: found.row.email },
    status: found.status,
    /** Whole days, rounded up; 0 unless an invitation is open */
    daysLeft: open ? daysLeft(open.expiresAt, ctx.now) : 0,
    address: await addressText(ctx, client.id),
    messagesOn: settings.messagesToNetwork || settings.messagesToClient,
    invitations: invitations.map((row) => invitationView(row, ctx.now)),
    links: links.map(({ id, name, role, since }) => ({
      ...{ id, name, role, since },
      /** A Caren elsewhere was told to end it, and has not done so yet */
      ending: waiting.some((each) => each.kind === "unlink" && each.subjectId === id && each.ended === null),
    })),
    former: await formerLinks(ctx, client),
    may: { invite: ctx.allows("caren.invite"), edit: ctx.allows("caren.edit") },
  };
}
