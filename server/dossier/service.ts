import { and, asc, count, desc, eq, gte, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { z } from "zod";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { startOfDay } from "../core/clock";
import { DomainError } from "../core/errors";
import type { ListEntries } from "./input";
import type { Summary } from "./part";
import { type AnyPart, type AnyRow, partOf, parts } from "./registry";
import { columnViews, type EntryView, entryView, filterViews } from "./view";
import { countNotShown, type NotShown, visible } from "./visible";

const BLOCK_LINES = 4;

/** One part in the menu: its name and how many entries this person may see. */
export interface PartCount {
  slug: string;
  label: string;
  count: number;
}

/** One block of the Medisch overzicht. */
export interface Block {
  slug: string;
  label: string;
  current: number;
  /** All entries this person may see, ended ones too */
  total: number;
  lines: (Summary & { id: string; moment: number })[];
  notShown: NotShown;
}

function columnOf(part: AnyPart, key: string): SQLiteColumn | undefined {
  return (part.table as unknown as Record<string, SQLiteColumn | undefined>)[key];
}

function currentOf(ctx: Ctx, part: AnyPart): SQL | undefined {
  return part.current(part.table, { day: ctx.day, now: ctx.now });
}

/** The parts with their counts, for the menu on the left. */
export async function countParts(ctx: Ctx, client: ReachedClient): Promise<PartCount[]> {
  const counts: PartCount[] = [];
  for (const part of parts) {
    const amount = await ctx.db.$count(
      part.table,
      and(eq(part.table.clientId, client.id), visible(ctx, part)),
    );
    counts.push({ slug: part.slug, label: part.label, count: amount });
  }
  return counts;
}

/** The Medisch overzicht: of each part what is current, the newest few in a line each. */
export async function overview(ctx: Ctx, client: ReachedClient): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const part of parts) {
    const mine = and(eq(part.table.clientId, client.id), visible(ctx, part));
    const where = and(mine, currentOf(ctx, part));
    const rows = await ctx.db
      .select()
      .from(part.table)
      .where(where)
      .orderBy(desc(part.table.moment), desc(part.table.id))
      .limit(BLOCK_LINES);
    blocks.push({
      slug: part.slug,
      label: part.label,
      current: await ctx.db.$count(part.table, where),
      total: await ctx.db.$count(part.table, mine),
      lines: (rows as AnyRow[]).map((row) => ({ ...part.summary(row), id: row.id, moment: row.moment })),
      notShown: await countNotShown(ctx, ctx.db, part, client.id),
    });
  }
  return blocks;
}

/** The dossier part at an address. @throws DomainError `not-found` */
export function partAt(slug: string): AnyPart {
  const part = partOf(slug);
  if (!part) throw new DomainError("not-found");
  return part;
}

function escapeLike(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

function chosen(part: AnyPart, input: z.output<typeof ListEntries>): SQL[] {
  const conditions: SQL[] = [];
  for (const { key, kind, filter, codes } of part.columns) {
    const code = input.filters[key];
    const column = columnOf(part, key);
    if (!filter || code === undefined || !column) continue;
    if (kind === "flag" && (code === "1" || code === "0")) conditions.push(eq(column, code === "1"));
    if (kind === "code" && codes && Object.hasOwn(codes, code)) conditions.push(eq(column, code));
  }
  if (input.from) conditions.push(gte(part.table.moment, startOfDay(input.from)));
  if (input.until) conditions.push(lt(part.table.moment, startOfDay(input.until) + 86_400_000));
  if (input.search.trim() !== "") {
    const text = escapeLike(input.search.trim());
    const found = part.searchIn.flatMap((key) => {
      const column = columnOf(part, key);
      return column ? [sql`${like(column, text)} ESCAPE '\\'`] : [];
    });
    const any = or(...found);
    if (any) conditions.push(any);
  }
  return conditions;
}

/** A page of one part's entries, with the columns and filters to show them by, and what is not shown. */
export async function listEntries(ctx: Ctx, client: ReachedClient, input: z.output<typeof ListEntries>) {
  const part = partAt(input.part);
  const mine = and(eq(part.table.clientId, client.id), visible(ctx, part));
  const only = input.only === "current" ? currentOf(ctx, part) : undefined;
  const where = and(mine, only, ...chosen(part, input));
  const sorted = part.columns.some(
    (column) => column.key === input.sort && column.list && column.kind !== "rows",
  );
  const by = (sorted && columnOf(part, input.sort)) || part.table.moment;
  const direction = input.descending ? desc : asc;
  const [totals] = await ctx.db.select({ total: count() }).from(part.table).where(where);
  const total = totals?.total ?? 0;
  const page = Math.min(input.page, Math.max(1, Math.ceil(total / input.size)));
  const rows = await ctx.db
    .select()
    .from(part.table)
    .where(where)
    .orderBy(direction(by), direction(part.table.id))
    .limit(input.size)
    .offset((page - 1) * input.size);
  const entries: EntryView[] = (rows as AnyRow[]).map((row) => entryView(part, row));
  ctx.touch("part", part.slug);
  return {
    slug: part.slug,
    label: part.label,
    singular: part.singular,
    canEnd: currentOf(ctx, part) !== undefined,
    columns: columnViews(part),
    filters: filterViews(part),
    entries,
    total,
    totalUnfiltered: await ctx.db.$count(part.table, mine),
    page,
    notShown: await countNotShown(ctx, ctx.db, part, client.id),
  };
}
