import { and, asc, not } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { isOwned } from "@/server/access/owners";
import { about, inCare, reached, type Signal } from "./signal";

const TASK = "dossier.share";

/** Dossiers that await an owner (DOMAIN.md 5): after intake, import, or an owner who left. */
export const ownerMissing: Signal = {
  id: "no-owner",
  title: "Dossier zonder eigenaar",
  help: "Niemand is eigenaar van dit dossier, of de eigenaar kan dat niet meer zijn: het account is uitgezet, of de taken die erbij horen zijn weggenomen. Benoem een eigenaar bij Dossier rechten.",
  task: TASK,
  read: async (ctx, { limit, offset }) => {
    const where = and(inCare(ctx.day), not(isOwned(ctx.day)), reached(ctx, TASK));
    const count = await ctx.db.$count(clients, where);
    const rows = await ctx.db
      .select()
      .from(clients)
      .where(where)
      .orderBy(asc(clients.number))
      .limit(limit)
      .offset(offset);
    const items = rows.map((client) => ({
      key: client.id,
      clients: [about(client, "/sharing")],
      note: null,
    }));
    return { count, items };
  },
};
