import { and, eq, gt, inArray, isNull, lte, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { employees, grants, locations, roles, roleTasks } from "@/db/schema/access";
import { auditEntries } from "@/db/schema/audit";
import { clientLocations, clients, contacts } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { dossierRoles, emergencyAccesses } from "@/db/schema/sharing";
import { dayOf } from "../core/clock";
import { isThere, MERGED_AWAY, survivorOf } from "./merged";
import type { Actor, Grant, Reach, Scope, Standing } from "./policy";
import { type Power, REPRESENTATIONS, type Representation } from "./representation";
import type { TaskId } from "./tasks";

/** Ids of a location and everything under it in the tree. */
export async function subtree(db: Reader, root: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    WITH RECURSIVE below(id) AS (
      SELECT ${root} UNION SELECT ${locations}.id FROM ${locations} JOIN below ON ${locations.parentId} = below.id
    ) SELECT id FROM below`);
  return rows.map((row) => row.id);
}

/**
 * An employee with the rights they have at this moment, or `undefined` when there is none or the account
 * is switched off.
 */
export async function loadEmployee(
  db: Reader,
  employeeId: string,
  now: number,
): Promise<(Actor & { kind: "employee" }) | undefined> {
  const [person] = await db
    .select()
    .from(employees)
    .where(and(eq(employees.id, employeeId), isNull(employees.disabledAt)));
  if (!person) return undefined;
  const { id, name, title, expertises } = person;
  return { kind: "employee", id, name, title, expertises, ...(await standingOf(db, employeeId, now)) };
}

/**
 * All that gives an employee permission at a moment, whether or not the account is switched on.
 * @param now epoch ms
 */
export async function standingOf(db: Reader, employeeId: string, now: number): Promise<Standing> {
  const day = dayOf(now);
  const held = await db
    .select({ clientId: dossierRoles.clientId, role: dossierRoles.role })
    .from(dossierRoles)
    .where(and(eq(dossierRoles.employeeId, employeeId), holds(day)));
  const grants = await grantsOf(db, employeeId);
  // Who may not use the procedure any more has nothing open by it.
  const uses = grants.some(({ tasks }) => tasks.has("emergency.open"));
  const opened = uses
    ? await db
        .select({ clientId: emergencyAccesses.clientId })
        .from(emergencyAccesses)
        .where(and(eq(emergencyAccesses.employeeId, employeeId), isOpenAt(now)))
    : [];
  return {
    grants,
    dossierRoles: new Map(held.map(({ clientId, role }) => [clientId, role])),
    emergencies: new Set(opened.map(({ clientId }) => clientId)),
  };
}

/**
 * Which emergency accesses are open at a moment. A clock set back opens none again: since the opening the log must know
 * of nothing that happened at or after its end.
 * @param now epoch ms
 */
export function isOpenAt(now: number): SQL | undefined {
  return and(
    gt(emergencyAccesses.until, now),
    lte(emergencyAccesses.openedAt, now),
    sql`NOT EXISTS (SELECT 1 FROM ${auditEntries} WHERE ${auditEntries.at} >= ${emergencyAccesses.until}
      AND ${auditEntries.sequence} > ${emergencyAccesses.openedAfter})`,
  );
}

/**
 * Someone with a portal account, with what they are to whom at this moment, or `undefined` when there is none or it is
 * switched off. Who did not agree yet is nothing to anyone, and who represents a client is so as long as the power that
 * is recorded with the contact.
 * @param now epoch ms
 */
export async function loadPortalAccount(
  db: Reader,
  accountId: string,
  now: number,
): Promise<{ actor: Actor & { kind: "portal" }; agreed: boolean } | undefined> {
  const [account] = await db
    .select()
    .from(portalAccounts)
    .where(and(eq(portalAccounts.id, accountId), isNull(portalAccounts.disabledAt)));
  if (!account) return undefined;
  const agreed = account.agreedAt !== null;
  const relations = await db
    .select({ id: portalRelations.id, clientId: portalRelations.clientId, kind: portalRelations.kind })
    .from(portalRelations)
    .where(and(eq(portalRelations.accountId, accountId), livesOn(dayOf(now))));
  return {
    actor: { kind: "portal", id: account.id, name: account.name, relations: agreed ? relations : [] },
    agreed,
  };
}

const powers = Object.entries<Power>(REPRESENTATIONS);
const ABOUT_CARE = powers.flatMap(([key, power]) => (power.care ? [key as Representation] : []));
const OVER_MINORS = powers.flatMap(([key, power]) => (power.minorsOnly ? [key as Representation] : []));

/**
 * Which relations of the portal live on a calendar day: not ended, not with a client who was merged away, and of a
 * representative as long as the recorded power about care; one over minors ends on the eighteenth birthday.
 */
export function livesOn(day: string): SQL | undefined {
  const grownUp = `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`;
  const power = and(
    eq(contacts.id, portalRelations.contactId),
    inArray(contacts.representation, ABOUT_CARE),
    or(notInArray(contacts.representation, OVER_MINORS), gt(clients.birthDate, grownUp)),
    or(isNull(contacts.fromDate), lte(contacts.fromDate, day)),
    or(isNull(contacts.untilDate), gt(contacts.untilDate, day)),
  );
  return and(
    isNull(portalRelations.endedAt),
    sql`${portalRelations.clientId} NOT IN (${MERGED_AWAY})`,
    or(
      ne(portalRelations.kind, "representative"),
      sql`EXISTS (SELECT 1 FROM ${contacts} JOIN ${clients} ON ${clients.id} = ${contacts.clientId} WHERE ${power})`,
    ),
  );
}

/** Which roles in dossiers hold on a calendar day. */
export function holds(day: string): SQL | undefined {
  return and(
    isNull(dossierRoles.endedAt),
    lte(dossierRoles.fromDate, day),
    or(isNull(dossierRoles.untilDate), gt(dossierRoles.untilDate, day)),
  );
}

/** The roles an employee holds at this moment with their reach spelled out, whether or not the account is switched on. */
export async function grantsOf(db: Reader, employeeId: string): Promise<Grant[]> {
  const held = await db
    .select({
      grantId: grants.id,
      role: roles.name,
      everywhere: grants.everywhere,
      locationId: grants.locationId,
      task: roleTasks.task,
    })
    .from(grants)
    .innerJoin(roles, eq(roles.id, grants.roleId))
    .innerJoin(roleTasks, eq(roleTasks.roleId, grants.roleId))
    .where(eq(grants.employeeId, employeeId));
  const byGrant = new Map<string, Grant & { tasks: Set<TaskId> }>();
  for (const row of held) {
    const known = byGrant.get(row.grantId);
    if (known) {
      known.tasks.add(row.task);
      continue;
    }
    const below = row.locationId === null ? [] : await subtree(db, row.locationId);
    const reach: Reach = row.everywhere ? "everywhere" : below;
    const top = row.everywhere || row.locationId === null ? {} : { top: row.locationId };
    byGrant.set(row.grantId, { role: row.role, tasks: new Set([row.task]), reach, ...top });
  }
  return [...byGrant.values()];
}

/** A client the door let this actor reach. Only the door makes one, so an id from outside never passes for it. */
export interface ReachedClient {
  readonly id: string;
  readonly number: number;
  readonly [reached]: true;
}
declare const reached: unique symbol;

/** The client's row and current locations, before anyone has decided anything. */
export interface FoundClient {
  id: string;
  number: number;
  locations: string[];
}

/** True for what could be a client number. Anything else (a pasted BSN, say) is not worth logging. */
export function looksLikeClientNumber(text: string): boolean {
  return /^[1-9]\d{3,6}$/.test(text);
}

/**
 * Finds a client by the number in the address. The number of who was merged away finds who they were merged into.
 * @param day Amsterdam calendar day: which locations are current
 */
export async function findClient(db: Reader, number: string, day: string): Promise<FoundClient | undefined> {
  if (!looksLikeClientNumber(number)) return undefined;
  const found = (condition: SQL) =>
    db
      .select({
        ...{ id: clients.id, number: clients.number, mergedIntoId: clients.mergedIntoId },
        location: clientLocations.locationId,
      })
      .from(clients)
      .leftJoin(clientLocations, and(eq(clientLocations.clientId, clients.id), isCurrent(day)))
      .where(condition);
  let rows = await found(eq(clients.number, Number(number)));
  const [{ id, mergedIntoId } = { id: "", mergedIntoId: null }] = rows;
  if (mergedIntoId !== null) rows = await found(eq(clients.id, await survivorOf(db, id)));
  const [first] = rows;
  if (!first) return undefined;
  return { id: first.id, number: first.number, locations: rows.flatMap((row) => row.location ?? []) };
}

/** Which stays are current on a calendar day. */
export function isCurrent(day: string): SQL | undefined {
  return and(
    lte(clientLocations.fromDate, day),
    or(isNull(clientLocations.untilDate), gt(clientLocations.untilDate, day)),
  );
}

/**
 * The condition that keeps a list of clients to those someone may do something with (`scopeOf`), and to those who are
 * there: who was merged into another is in no list.
 */
export function withinScope(scope: Scope, day: string): SQL | undefined {
  return and(isThere(), inScope(scope, day));
}

/**
 * Whom a scope holds, with those who were merged away; `undefined` when that is everyone. The plus keeps SQLite to the
 * index by client: one look for each client, where the index by location takes one for each location of the reach.
 */
export function inScope({ reach, besides, without }: Scope, day: string): SQL | undefined {
  const not = without.length > 0 ? notInArray(clients.id, [...without]) : undefined;
  if (reach === "everywhere") return not;
  const here =
    reach.length > 0
      ? sql`EXISTS (SELECT 1 FROM ${clientLocations} WHERE ${clientLocations.clientId} = ${clients.id}
          AND ${isCurrent(day)} AND ${inArray(sql`+${clientLocations.locationId}`, [...reach])})`
      : undefined;
  const shared = besides.length > 0 ? inArray(clients.id, [...besides]) : undefined;
  return and(or(here, shared) ?? sql`0`, not);
}

/** Brands a found client; called by the door once the policy has allowed it. */
export function asReached(client: FoundClient): ReachedClient {
  return { id: client.id, number: client.number } as ReachedClient;
}
