import { and, asc, count, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { importedResources } from "@/db/schema/interchange";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import type { ListOther } from "./input";
import { typeWord } from "./resource-words";
import { LARGEST_PARSED, type OtherView, otherView, SHOWN_TEXT } from "./view";

/** Overige gegevens: a page of what was imported for a client and fits no part, and how much there is of each type. */
export async function listOther(
  ctx: Ctx,
  client: ReachedClient,
  input: z.output<typeof ListOther>,
): Promise<{
  resources: OtherView[];
  types: { type: string; label: string; count: number }[];
  total: number;
  page: number;
}> {
  const kept = and(eq(importedResources.clientId, client.id), eq(importedResources.role, "kept"));
  const counts = await ctx.db
    .select({ type: importedResources.resourceType, count: count() })
    .from(importedResources)
    .where(kept)
    .groupBy(importedResources.resourceType);
  const types = counts
    .map(({ type, count: amount }) => ({ type, label: typeWord(type), count: amount }))
    .sort((a, b) => a.label.localeCompare(b.label, "nl"));
  const chosen = types.filter(({ type }) => input.type === undefined || type === input.type);
  const total = chosen.reduce((sum, each) => sum + each.count, 0);
  const page = Math.min(input.page, Math.max(1, Math.ceil(total / input.size)));
  const length = sql<number>`length(${importedResources.json})`;
  const rows = await ctx.db
    .select({
      id: importedResources.id,
      resourceType: importedResources.resourceType,
      resourceId: importedResources.resourceId,
      length,
      json: sql<string>`CASE WHEN ${length} > ${LARGEST_PARSED} THEN substr(${importedResources.json}, 1, ${SHOWN_TEXT})
        ELSE ${importedResources.json} END`,
    })
    .from(importedResources)
    .where(and(kept, input.type === undefined ? undefined : eq(importedResources.resourceType, input.type)))
    .orderBy(asc(importedResources.resourceType), asc(importedResources.id))
    .limit(input.size)
    .offset((page - 1) * input.size);
  return { resources: rows.map(otherView), types, total, page };
}
