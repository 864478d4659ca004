import { and, eq, isNull, ne, type SQL } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { employees } from "@/db/schema/access";
import { sessions } from "@/db/schema/auth";
import { portalAccounts } from "@/db/schema/portal";

/** Whose account it is: an employee's, or that of someone from outside in the portal. */
export interface Holder {
  kind: "employee" | "portal";
  id: string;
}

/** What signing in needs to know of an account. */
export interface Account {
  name: string;
  email: string;
  demo: boolean;
}

/** A holder's account; `undefined` when there is none, or it is switched off. */
export async function accountOf(db: Reader, holder: Holder): Promise<Account | undefined> {
  const from = holder.kind === "employee" ? employees : portalAccounts;
  const [account] = await db
    .select({ name: from.name, email: from.email, demo: from.demo })
    .from(from)
    .where(and(eq(from.id, holder.id), isNull(from.disabledAt)));
  return account;
}

/** Whose a session is. */
export function holderOf(row: Pick<typeof sessions.$inferSelect, "employeeId" | "portalAccountId">): Holder {
  if (row.employeeId !== null) return { kind: "employee", id: row.employeeId };
  return { kind: "portal", id: row.portalAccountId ?? "" };
}

/** The columns that say whose a new session is. */
export function ownerColumns(holder: Holder): { employeeId: string | null; portalAccountId: string | null } {
  const employee = holder.kind === "employee";
  return { employeeId: employee ? holder.id : null, portalAccountId: employee ? null : holder.id };
}

/** Picks a holder's sessions. */
export function sessionsOf(holder: Holder): SQL {
  return eq(holder.kind === "employee" ? sessions.employeeId : sessions.portalAccountId, holder.id);
}

/** Ends a holder's sessions at once, half ones too, but for the one that may stay; the rows stay as a trace. */
export async function endSessionsOf(tx: Tx, holder: Holder, now: number, staying?: string): Promise<void> {
  const others = staying === undefined ? undefined : ne(sessions.id, staying);
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(sessionsOf(holder), isNull(sessions.endedAt), others));
}
