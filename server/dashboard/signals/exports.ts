import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { exports } from "@/db/schema/exports";
import type { Ctx } from "@/server/access/perform";
import { about, reached, type Signal } from "./signal";

const TASK = "dossier.export";

/** One's own exports that can be downloaded and were not yet. By the stored moment, whether the sweep ran or not. */
function waiting(ctx: Ctx) {
  return and(
    eq(exports.requestedById, ctx.actor.kind === "employee" ? ctx.actor.id : ""),
    eq(exports.status, "ready"),
    eq(exports.downloads, 0),
    isNull(exports.deletedAt),
    gt(exports.expiresAt, ctx.now),
    reached(ctx, TASK),
  );
}

/** Exports that someone asked for and has not downloaded. */
export const exportsReady: Signal = {
  id: "exports-ready",
  title: "Export klaar om te downloaden",
  help: "Een export die je hebt gevraagd is klaar. Na 24 uur wordt hij vanzelf verwijderd.",
  task: TASK,
  read: async (ctx, { limit, offset }) => {
    const [found] = await ctx.db
      .select({ total: sql<number>`count(*)` })
      .from(exports)
      .innerJoin(clients, eq(clients.id, exports.clientId))
      .where(waiting(ctx));
    const rows = await ctx.db
      .select({ id: exports.id, expiresAt: exports.expiresAt, client: clients })
      .from(exports)
      .innerJoin(clients, eq(clients.id, exports.clientId))
      .where(waiting(ctx))
      .orderBy(asc(exports.expiresAt), asc(exports.id))
      .limit(limit)
      .offset(offset);
    const items = rows.map(({ id, expiresAt, client }) => ({
      key: id,
      clients: [about(client, "/export")],
      note: { text: "te downloaden tot", moment: expiresAt ?? ctx.now, late: false },
    }));
    return { count: found?.total ?? 0, items };
  },
};
