import { and, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { employees, grants, locations, roles, roleTasks } from "@/db/schema/access";
import { clientLocations, clients } from "@/db/schema/clients";
import type { Actor, Grant, Reach } from "./policy";
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
): Promise<(Actor & { kind: "employee" }) | undefined> {
  const [person] = await db
    .select()
    .from(employees)
    .where(and(eq(employees.id, employeeId), isNull(employees.disabledAt)));
  if (!person) return undefined;
  const { id, name, title, expertises } = person;
  return { kind: "employee", id, name, title, expertises, grants: await grantsOf(db, employeeId) };
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
 * Finds a client by the number in the address.
 * @param day Amsterdam calendar day: which locations are current
 */
export async function findClient(db: Reader, number: string, day: string): Promise<FoundClient | undefined> {
  if (!looksLikeClientNumber(number)) return undefined;
  const rows = await db
    .select({ id: clients.id, number: clients.number, location: clientLocations.locationId })
    .from(clients)
    .leftJoin(clientLocations, and(eq(clientLocations.clientId, clients.id), isCurrent(day)))
    .where(eq(clients.number, Number(number)));
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
 * The condition that keeps a list of clients within a reach. The plus keeps SQLite to the index by client: one look
 * for each client, where the index by location takes one for each location of the reach.
 */
export function withinReach(reach: Reach, day: string): SQL | undefined {
  if (reach === "everywhere") return undefined;
  if (reach.length === 0) return sql`0`;
  return sql`EXISTS (SELECT 1 FROM ${clientLocations} WHERE ${clientLocations.clientId} = ${clients.id}
    AND ${isCurrent(day)} AND ${inArray(sql`+${clientLocations.locationId}`, [...reach])})`;
}

/** Brands a found client; called by the door once the policy has allowed it. */
export function asReached(client: FoundClient): ReachedClient {
  return { id: client.id, number: client.number } as ReachedClient;
}
