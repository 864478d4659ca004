import { desc, eq, gt } from "drizzle-orm";
import { employees, grants, locations, roles, roleTasks } from "@/db/schema/access";
import { auditEntries } from "@/db/schema/audit";
import { sessions } from "@/db/schema/auth";
import { clientLocations, clients, contacts } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { dossierRoles } from "@/db/schema/sharing";
import type { DossierRole } from "@/server/access/dossier-roles";
import type { RelationKind } from "@/server/access/relations";
import type { TaskId } from "@/server/access/tasks";
import { createCaller } from "@/server/api/root";
import type { ApiContext } from "@/server/api/trpc";
import { findPortalSession } from "@/server/auth/portal-session";
import { findSession } from "@/server/auth/session";
import { sealBsn } from "@/server/clients/bsn";
import { newId } from "@/server/core/ids";
import type { World } from "@/server/core/world";

/**
 * A small organisation to knock on doors with:
 *
 *     house ─ own ─ below        beside (a sibling of own)
 *
 * and one client at each place: who holds a task with reach `own` reaches the clients at `own` and `below`.
 */
export const PLACES = { house: null, own: "house", below: "own", beside: "house" } as const;
export type PlaceName = keyof typeof PLACES;

/** Client numbers by where the client is; `nowhere` has no location, `left` moved away from `own` last year. */
export const CLIENTS = { own: 20001, below: 20002, beside: 20003, nowhere: 20004, left: 20005 } as const;
export type ClientName = keyof typeof CLIENTS;

/** A number no client has, and what else people put where a client number should be. */
export const UNKNOWN = "29999";
/** A valid BSN in the fictional range, as someone may paste it into the address bar. */
export const PASTED_BSN = "999990019";

/** Words that stand only in the row of this client: an answer that holds one shows that client. */
export const canaryOf = (name: ClientName): string => `Kanarie${name}`;

export async function makePlaces(world: World): Promise<void> {
  const now = world.clock.now();
  await world.db.write(async (tx) => {
    for (const [name, parentId] of Object.entries(PLACES)) {
      await tx
        .insert(locations)
        .values({ id: name, code: name.toUpperCase(), name: `Huis ${name}`, parentId });
    }
    for (const [name, number] of Object.entries(CLIENTS) as [ClientName, number][]) {
      const id = `client-${name}`;
      await tx.insert(clients).values({
        id,
        number,
        lastName: canaryOf(name),
        nameUse: "own",
        gender: "female",
        birthDate: "1940-05-06",
        bsnSealed: sealBsn(world.keys, PASTED_BSN),
        createdAt: now,
        changedAt: now,
      });
      if (name === "nowhere") continue;
      const left = name === "left";
      await tx.insert(clientLocations).values({
        id: `stay-${name}`,
        clientId: id,
        locationId: left ? "own" : name,
        fromDate: "2024-01-01",
        untilDate: left ? "2025-01-01" : null,
      });
    }
  });
}

/** A role someone holds, and where: a place and what is under it, everywhere, or nowhere. */
export interface Holding {
  tasks: readonly TaskId[];
  reach: PlaceName | "everywhere" | "nowhere";
}

/** Makes an employee with these roles. @returns the employee's id */
export async function makeEmployee(
  world: World,
  holdings: readonly Holding[],
  fields: Partial<typeof employees.$inferInsert> = {},
): Promise<string> {
  const now = world.clock.now();
  const id = newId(now);
  await world.db.write(async (tx) => {
    const person = { id, email: `${id}@kroniek.example`, name: "Iemand", title: "proef", expertises: [] };
    await tx.insert(employees).values({ ...person, createdAt: now, ...fields });
    for (const { tasks, reach } of holdings) {
      const roleId = newId(now);
      await tx.insert(roles).values({ id: roleId, name: `rol ${roleId}` });
      if (tasks.length > 0) await tx.insert(roleTasks).values(tasks.map((task) => ({ roleId, task })));
      const locationId = reach === "everywhere" || reach === "nowhere" ? null : reach;
      const everywhere = reach === "everywhere";
      await tx.insert(grants).values({ id: newId(now), employeeId: id, roleId, everywhere, locationId });
    }
  });
  return id;
}

/** Opens a session for an employee, as a right password does. @returns the session's id */
export const openSession = (world: World, employeeId: string) => openSessionOf(world, { employeeId });

async function openSessionOf(
  world: World,
  holder: { employeeId: string } | { portalAccountId: string },
): Promise<string> {
  const now = world.clock.now();
  const id = newId(now);
  const times = { createdAt: now, lastSeenAt: now, provedAt: now };
  await world.db.write((tx) => tx.insert(sessions).values({ id, ...holder, stage: "full", ...times }));
  return id;
}

/** What someone is to which client. */
export interface Bond {
  kind: RelationKind;
  to: ClientName;
  ended?: true;
}

/** Makes a portal account with these relations, and signs it in. @returns the session's id */
export async function signInPortal(
  world: World,
  bonds: readonly Bond[],
  fields: Partial<typeof portalAccounts.$inferInsert> = {},
): Promise<string> {
  const now = world.clock.now();
  const id = newId(now);
  await world.db.write(async (tx) => {
    const person = { id, email: `${id}@portaal.example`, name: "Iemand", agreedAt: now, createdAt: now };
    await tx.insert(portalAccounts).values({ ...person, ...fields });
    for (const { kind, to, ended } of bonds) {
      const made = { madeAt: now, madeBy: "Iemand", endedAt: ended ? now : null };
      const clientId = `client-${to}`;
      const contactId = kind === "representative" ? newId(now) : null;
      if (contactId)
        await tx
          .insert(contacts)
          .values({ id: contactId, clientId, name: "Iemand", representation: "mentor" });
      const relation = { id: newId(now), accountId: id, clientId, kind, contactId };
      await tx.insert(portalRelations).values({ ...relation, ...made });
    }
  });
  return openSessionOf(world, { portalAccountId: id });
}

/** What a request of this session comes with; without one, what a stranger's does. Rights as they are now. */
export async function contextOf(world: World, sessionId?: string): Promise<ApiContext> {
  const session = sessionId === undefined ? undefined : await findSession(world, sessionId);
  const portal = sessionId === undefined ? undefined : await findPortalSession(world, sessionId);
  const from = { accessPoint: "web", source: "192.0.2.7" } as const;
  const nobody = { kind: "anonymous" } as const;
  return {
    world,
    session,
    portal,
    caller: { actor: session?.actor ?? nobody, ...from },
    portalCaller: { actor: portal?.actor ?? nobody, ...from },
  };
}

/** Gives an employee a role in the dossier of a client, from long ago. */
export async function giveDossierRole(
  world: World,
  employeeId: string,
  to: ClientName,
  role: DossierRole,
): Promise<void> {
  const given = { fromDate: "2024-01-01", givenAt: 0, givenBy: "Iemand" };
  const of = { id: newId(world.clock.now()), clientId: `client-${to}`, employeeId };
  await world.db.write((tx) => tx.insert(dossierRoles).values({ ...of, role, ...given }));
}

/** The whole API as this session may use it, or as a stranger. */
export async function apiAs(world: World, sessionId?: string) {
  return createCaller(await contextOf(world, sessionId));
}

/** The API as a new employee who holds these roles. */
export async function apiWith(world: World, ...holdings: Holding[]) {
  const employeeId = await makeEmployee(world, holdings);
  return apiAs(world, await openSession(world, employeeId));
}

/** The newest row of the log. */
export async function newestEntry(world: World) {
  const [row] = await world.db.read.select().from(auditEntries).orderBy(desc(auditEntries.sequence)).limit(1);
  return row;
}

/** Runs `act`, refused or not, and gives the rows it left in the log, oldest first. What a test expects in it counts. */
export async function entriesOf(world: World, act: () => Promise<unknown>) {
  const before = (await newestEntry(world))?.sequence ?? 0;
  await act().catch((error: unknown) => {
    if (error instanceof Error && error.name === "AssertionError") throw error;
  });
  return world.db.read
    .select()
    .from(auditEntries)
    .where(gt(auditEntries.sequence, before))
    .orderBy(auditEntries.sequence);
}

/** Takes a task away from everyone who holds it through this employee's roles. */
export async function takeTask(world: World, employeeId: string): Promise<void> {
  await world.db.write((tx) => tx.delete(grants).where(eq(grants.employeeId, employeeId)));
}
