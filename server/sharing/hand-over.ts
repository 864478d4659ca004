import type { z } from "zod";
import type { ChangeCtx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { selfOf } from "../auth/own";
import { DomainError } from "../core/errors";
import type { OneRole, TransferOwnership } from "./input";
import { tellAround, tellInvited } from "./mails";
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
  await tellInvited(ctx, person, nextId);
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
  ctx.touch("employee", person.id);
  ctx.detail(`role ${row.role}`);
  await tellAround(ctx, client.id, `${row.id}/ended`);
}

/**
 * Leaves a dossier: one's own role ends. An owner hands it over first. Leaving twice is leaving once.
 * @throws DomainError `not-found`, `sharing-changed`, `sharing-owner-stays`
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
  await end(ctx, own.id, `${name}, ${title}`, "left");
  ctx.touch("employee", id);
  ctx.detail(`role ${own.role}`);
  await tellAround(ctx, client.id, `${own.id}/ended`);
}
