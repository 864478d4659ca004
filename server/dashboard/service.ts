import { and, asc, count, eq, inArray, lte, type SQL } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { carePlans } from "@/db/schema/dossier/care-plans";
import { restraints } from "@/db/schema/dossier/restraints";
import type { Ctx } from "../access/perform";
import { reachOf } from "../access/policy";
import { withinReach } from "../access/reach";
import { listName } from "../clients/rules";
import { recentClients } from "../clients/service";
import { AHEAD_DAYS, daysAfter } from "./rules";

const SHOWN = 5;

/** Something that asks attention at several clients: how many, and the first few. */
export interface Signal {
  kind: "restraints" | "care-plans";
  count: number;
  clients: { entryId: string; number: number; name: string; day: string; overdue: boolean }[];
}

/** Restraints and care plans whose evaluation is due: what the law (Wzd 2:10) and the plan itself promise. */
const DUE = [
  { kind: "restraints", table: restraints, status: inArray(restraints.status, ["active", "paused"]) },
  { kind: "care-plans", table: carePlans, status: eq(carePlans.status, "active") },
] as const satisfies readonly { kind: Signal["kind"]; table: unknown; status: SQL }[];

async function dueSignals(ctx: Ctx): Promise<Signal[]> {
  const reach = withinReach(reachOf(ctx.actor, "dossier.view"), ctx.day);
  const signals: Signal[] = [];
  for (const { kind, table, status } of DUE) {
    const due = and(status, lte(table.evaluateOn, daysAfter(ctx.day, AHEAD_DAYS)), reach);
    const rows = await ctx.db
      .select({ entryId: table.id, day: table.evaluateOn, client: clients })
      .from(table)
      .innerJoin(clients, eq(clients.id, table.clientId))
      .where(due)
      .orderBy(asc(table.evaluateOn), asc(table.id))
      .limit(SHOWN);
    const [total] = await ctx.db
      .select({ count: count() })
      .from(table)
      .innerJoin(clients, eq(clients.id, table.clientId))
      .where(due);
    for (const { client } of rows) ctx.touch("client", client.id);
    const shown = rows.map(({ entryId, day, client }) => ({
      entryId,
      number: client.number,
      name: listName(client),
      day: day ?? "",
      overdue: (day ?? "") < ctx.day,
    }));
    signals.push({ kind, count: total?.count ?? 0, clients: shown });
  }
  return signals.filter((signal) => signal.count > 0);
}

/** What someone finds when they come in: what asks attention within their reach, and the clients they opened last. */
export async function viewDashboard(ctx: Ctx) {
  return { signals: await dueSignals(ctx), recent: await recentClients(ctx) };
}
