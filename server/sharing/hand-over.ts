import type { z } from "zod";
import { CAPPED, type DossierRole } from "../access/dossier-roles";
import type { ChangeCtx } from "../access/perform";
import { explain } from "../access/policy";
import { findClient, type ReachedClient } from "../access/reach";
import { selfOf } from "../auth/own";
import { DomainError } from "../core/errors";
import { tellAround } from "../portal/tell";
import type { OneRole, TransferOwnership } from "./input";
import { tellRoleChanged } from "./mails";
import { counts, rolesIn } from "./people";
import { stateOn } from "./rules";
import { canHold, end, give, givenBefore, othersRole, rowIdFor, sceneOf } from "./scene";

/**
 * Hands the dossier over to someone who has a role in it; the old owner becomes Collaborator by itself (DOMAIN.md 5).
 * @throws DomainError `not-found`, `sharing-changed`, `sharing-not-owner`, `sharing-own-role`, `sharing-account-off`,
 * `sharing-without-task`, `request-reused`
 */
export async function transferOwnership(
  ctx: ChangeCtx,
  client: ReachedClient,
  { rowId, requestKey }: z.output<typeof TransferOwnership>,
): Promise<void> {
  const nextId = rowIdFor(ctx, client, requestKey);
  if (await givenBefore(ctx, nextId, ({ role }) => role === "owner")) return;
  const scene = await sceneOf(ctx, client);
  const { row, person } = othersRole(ctx, scene, rowId);
  const owns = scene.hand.role === "owner" && scene.hand.allows("dossier.share");
  if (!owns || !scene.owner) throw new DomainError("sharing-not-owner");
  if (person.disabledAt !== null) throw new DomainError("sharing-account-off");
  if (!counts({ row, person }, ctx.day)) throw new DomainError("sharing-changed");
  if (!(await canHold(ctx, person.id, "owner"))) throw new DomainError("sharing-without-task");
  const today = { fromDate: ctx.day, untilDate: null };
  const stays = rowIdFor(ctx, client, `${requestKey}/collaborator`);
  await end(ctx, scene.owner.row.id, scene.self.signed, "transferred");
  await end(ctx, row.id, scene.self.signed, "changed");
  // Before the owner: the row of the log then names what was handed over.
  await give(ctx, client, scene, {
    ...{ rowId: stays, employeeId: scene.self.id, role: "collaborator" },
    ...today,
  });
  const left = { ...scene, all: scene.all.filter((each) => each !== scene.owner) };
  await give(ctx, client, left, { rowId: nextId, employeeId: person.id, role: "owner", ...today });
  await tellRoleChanged(ctx, person, nextId);
  await tellAround(ctx, client.id, nextId);
}

/**
 * Takes someone's role away. Once it is, taking it again is nothing.
 * @throws DomainError `not-found`, `sharing-changed`, `sharing-own-role`, `sharing-owner-stays`
 */
export async function removeRole(
  ctx: ChangeCtx,
  client: ReachedClient,
  { rowId }: z.output<typeof OneRole>,
): Promise<void> {
  const scene = await sceneOf(ctx, client);
  if (!scene.hand.allows("dossier.share")) throw new DomainError("sharing-changed");
  if (scene.all.some(({ row }) => row.id === rowId && row.endReason === "removed")) return;
  const { row, person } = othersRole(ctx, scene, rowId);
  await end(ctx, row.id, scene.self.signed, "removed");
  if (person.disabledAt === null) await tellRoleChanged(ctx, person, `${row.id}/ended`);
  ctx.touch("employee", person.id);
  ctx.detail(`role ${row.role}`);
  await tellAround(ctx, client.id, `${row.id}/ended`);
}

/**
 * Leaves a dossier: one's own role ends. An owner hands it over first, and may then leave. Leaving twice is leaving once.
 * Who would be able to do more by leaving, because their role takes away what their reach gives, asks the owner.
 * @throws DomainError `not-found`, `sharing-changed`, `sharing-owner-stays`, `sharing-leave-caps`
 */
export async function leaveDossier(
  ctx: ChangeCtx,
  client: ReachedClient,
  { rowId }: z.output<typeof OneRole>,
): Promise<void> {
  const { id, name, title } = selfOf(ctx);
  const all = await rolesIn(ctx.tx, client.id);
  const own = all.find(({ row, person }) => row.id === rowId && person.id === id)?.row;
  if (!own) throw new DomainError("not-found");
  if (own.endReason === "left") return;
  if (stateOn(own, ctx.day) === "over") throw new DomainError("sharing-changed");
  if (own.role === "owner") throw new DomainError("sharing-owner-stays");
  const handedOver = all.some(({ row, person }) => person.id === id && row.endReason === "transferred");
  if (!handedOver && (await capsReach(ctx, client))) throw new DomainError("sharing-leave-caps");
  await end(ctx, own.id, `${name}, ${title}`, "left");
  ctx.touch("employee", id);
  ctx.detail(`role ${own.role}`);
  await tellAround(ctx, client.id, `${own.id}/ended`);
}

/** Whether one's role in a dossier takes away a task that one would have there without it. */
async function capsReach(ctx: ChangeCtx, client: ReachedClient): Promise<boolean> {
  const found = await findClient(ctx.tx, String(client.number), ctx.day);
  if (ctx.actor.kind !== "employee" || !found) return false;
  const without = { ...ctx.actor, dossierRoles: new Map<string, DossierRole>() };
  const place = { kind: "client", id: found.id, locations: found.locations } as const;
  return CAPPED.some((task) => !ctx.allows(task) && explain(without, task, place).allowed);
}
