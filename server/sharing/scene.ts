import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { type DossierRoleEnd, dossierRoles } from "@/db/schema/sharing";
import type { DossierRole } from "../access/dossier-roles";
import type { ChangeCtx } from "../access/perform";
import { decide } from "../access/policy";
import { findClient, grantsOf, loadEmployee, type ReachedClient } from "../access/reach";
import { selfOf } from "../auth/own";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { tellRoleChanged } from "./mails";
import { counts, type RoleRow, rolesIn } from "./people";
import { canBe, type Hand, stateOn } from "./rules";

/** Who changes something in a dossier's roles, and what stands. */
export interface Scene {
  self: { id: string; signed: string };
  hand: Hand;
  all: RoleRow[];
  owner: RoleRow | undefined;
}

/**
 * Who acts and what stands, inside this very transaction: of two who change something at once, the second sees what
 * the first did, and a right that was lost while waiting changes nothing any more.
 * @throws DomainError `not-signed-in`, `sharing-changed`
 */
export async function sceneOf(ctx: ChangeCtx, client: ReachedClient): Promise<Scene> {
  const actor = await loadEmployee(ctx.tx, selfOf(ctx).id, ctx.now);
  if (!actor) throw new DomainError("not-signed-in");
  const role = actor.dossierRoles.get(client.id);
  // What they may do went by the role they had when they knocked.
  if (role !== ctx.dossierRole) throw new DomainError("sharing-changed");
  const found = await findClient(ctx.tx, String(client.number), ctx.day);
  const place = { kind: "client", id: client.id, locations: found?.locations ?? [] } as const;
  const all = await rolesIn(ctx.tx, client.id);
  return {
    self: { id: actor.id, signed: `${actor.name}, ${actor.title}` },
    hand: { role, allows: (task) => decide(actor, [task], place).allowed },
    all,
    owner: all.find((each) => each.row.role === "owner" && counts(each, ctx.day)),
  };
}

/** The id of the role a request gives. Of its key only a digest, with who asks and about whom. */
export function rowIdFor(ctx: ChangeCtx, client: ReachedClient, requestKey: string): string {
  const whole = JSON.stringify(["dossier-role", client.id, selfOf(ctx).id, requestKey]);
  return createHash("sha256").update(whole).digest("hex").slice(0, 32);
}

/** What this very request gave before. @throws DomainError `request-reused` when it asked something else */
export async function givenBefore(
  ctx: ChangeCtx,
  rowId: string,
  asked: (row: typeof dossierRoles.$inferSelect) => boolean | Promise<boolean>,
): Promise<boolean> {
  const [row] = await ctx.tx.select().from(dossierRoles).where(eq(dossierRoles.id, rowId));
  if (row && !(await asked(row))) throw new DomainError("request-reused");
  return row !== undefined;
}

/** Whether what someone holds in the organisation makes a role in a dossier what it says. */
export async function canHold(ctx: ChangeCtx, employeeId: string, role: DossierRole): Promise<boolean> {
  const held = await grantsOf(ctx.tx, employeeId);
  return canBe(role, new Set(held.flatMap(({ tasks }) => [...tasks])));
}

/**
 * A role of this dossier that someone else has and that is not over. What belongs to another client is not found.
 * @throws DomainError `not-found`, `sharing-changed`, `sharing-own-role`, `sharing-owner-stays`
 */
export function othersRole(ctx: ChangeCtx, { all, self }: Scene, rowId: string): RoleRow {
  const found = all.find(({ row }) => row.id === rowId);
  if (!found) throw new DomainError("not-found");
  if (stateOn(found.row, ctx.day) === "over") throw new DomainError("sharing-changed");
  if (found.person.id === self.id) throw new DomainError("sharing-own-role");
  if (found.row.role === "owner") throw new DomainError("sharing-owner-stays");
  return found;
}

/** Ends a role: its row stays as what was. */
export async function end(ctx: ChangeCtx, rowId: string, by: string, why: DossierRoleEnd): Promise<void> {
  const ended = { endedAt: ctx.now, endedBy: by, endReason: why };
  await ctx.tx.update(dossierRoles).set(ended).where(eq(dossierRoles.id, rowId));
}

/** A role to be given, from and until which calendar day. */
export interface Given {
  rowId: string;
  employeeId: string;
  role: DossierRole;
  fromDate: string;
  untilDate: string | null;
}

/**
 * Who owned the dossier and does not count as owner any more makes room for the next, for only one row is open; while
 * their account is on they become Collaborator and are told, as after any handing over.
 */
async function makeRoom(ctx: ChangeCtx, client: ReachedClient, { self, all }: Scene): Promise<void> {
  for (const { row, person } of all.filter(({ row }) => row.role === "owner" && row.endedAt === null)) {
    const on = person.disabledAt === null;
    await end(ctx, row.id, self.signed, on ? "changed" : "account-disabled");
    ctx.touch("employee", person.id);
    if (!on) continue;
    const stays = { rowId: newId(ctx.now), employeeId: person.id, role: "collaborator" } as const;
    await put(ctx, client, self, { ...stays, fromDate: ctx.day, untilDate: null });
    await tellRoleChanged(ctx, person, stays.rowId);
  }
}

async function put(
  ctx: ChangeCtx,
  client: ReachedClient,
  self: Scene["self"],
  { rowId, ...given }: Given,
): Promise<void> {
  await ctx.tx.insert(dossierRoles).values({
    ...{ id: rowId, clientId: client.id, ...given },
    ...{ givenAt: ctx.now, givenBy: self.signed, givenById: self.id },
  });
}

/** Gives a role; an owner succeeds whoever was it before and counts no more. */
export async function give(ctx: ChangeCtx, client: ReachedClient, scene: Scene, given: Given): Promise<void> {
  if (given.role === "owner") await makeRoom(ctx, client, scene);
  await put(ctx, client, scene.self, given);
  ctx.touch("employee", given.employeeId);
  ctx.detail(`role ${given.role}`);
}
