import { and, asc, desc, eq, gte, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { z } from "zod";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { startOfDay } from "../core/clock";
import { countEntries } from "./counts";
import { findEntry, partAt } from "./find";
import type { ListEntries, OneEntry } from "./input";
import { isNewRow, isNews, visitsOf } from "./news";
import type { Summary } from "./part";
import { type AnyPart, type AnyRow, parts } from "./registry";
import { columnViews, type EntryView, entryName, entryView, filterViews } from "./view";
import { type NotShown, notShown, visible } from "./visible";

const BLOCK_LINES = 4;

/** One part in the menu: its name and how many entries this person may see. */
export interface PartCount {
  slug: string;
  label: string;
  count: number;
  /** Of these, what others recorded or changed since this person's last visit */
  news: number;
}

/** One block of the Medisch overzicht. */
export interface Block {
  slug: string;
  label: string;
  current: number;
  /** All entries this person may see, ended ones too */
  total: number;
  /** Of all these, what others recorded or changed since this person's last visit */
  news: number;
  lines: (Summary & { id: string; moment: number; isNew: boolean })[];
  notShown: NotShown;
}

function columnOf(part: AnyPart, key: string): SQLiteColumn | undefined {
  return (part.table as unknown as Record<string, SQLiteColumn | undefined>)[key];
}

function currentOf(ctx: Ctx, part: AnyPart): SQL | undefined {
  return part.current(part.table, { day: ctx.day, now: ctx.now });
}

/** How many entries this person may see: whatever is not shown has one reason, so that no row is looked at twice. */
const shown = ({ all, hidden, otherExpertise }: NotShown & { all: number }) => all - hidden - otherExpertise;

/** The parts with their counts, for the menu on the left. */
export async function countParts(ctx: Ctx, client: ReachedClient): Promise<PartCount[]> {
  const visits = await visitsOf(ctx, client);
  const counts = await countEntries(ctx.db, client, parts, (part) => ({
    all: undefined,
    ...notShown(ctx, part),
    news: and(isNews(ctx, part, visits), visible(ctx, part)),
  }));
  return counts.map(({ part: { slug, label }, news, ...counted }) => ({
    slug,
    label,
    count: shown(counted),
    news,
  }));
}

/** The Medisch overzicht: of each part what is current, the newest few in a line each. */
export async function overview(ctx: Ctx, client: ReachedClient): Promise<Block[]> {
  const blocks: Block[] = [];
  const visits = await visitsOf(ctx, client);
  const counts = await countEntries(ctx.db, client, parts, (part) => ({
    all: undefined,
    ...notShown(ctx, part),
    current: and(currentOf(ctx, part), visible(ctx, part)),
    news: and(isNews(ctx, part, visits), visible(ctx, part)),
  }));
  for (const { part, all, hidden, otherExpertise, current, news } of counts) {
    const where = and(eq(part.table.clientId, client.id), visible(ctx, part), currentOf(ctx, part));
    const rows =
      current === 0
        ? []
        : await ctx.db
            .select()
            .from(part.table)
            .where(where)
            .orderBy(desc(part.table.moment), desc(part.table.id))
            .limit(BLOCK_LINES);
    blocks.push({
      slug: part.slug,
      label: part.label,
      current,
      total: shown({ all, hidden, otherExpertise }),
      news,
      lines: (rows as AnyRow[]).map((row) => ({
        ...part.summary(row),
        id: row.id,
        moment: row.moment,
        isNew: isNewRow(ctx, part, visits, row),
      })),
      notShown: { hidden, otherExpertise },
    });
  }
  return blocks;
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
  const only = input.only === "current" ? currentOf(ctx, part) : undefined;
  const narrowed = and(only, ...chosen(part, input));
  const where = and(eq(part.table.clientId, client.id), visible(ctx, part), narrowed);
  const sorted = part.columns.some(
    (column) => column.key === input.sort && column.list && column.kind !== "rows",
  );
  const by = (sorted && columnOf(part, input.sort)) || part.table.moment;
  const direction = input.descending ? desc : asc;
  const visits = await visitsOf(ctx, client);
  const [counts] = await countEntries(ctx.db, client, [part], () => ({
    all: undefined,
    ...notShown(ctx, part),
    found: narrowed ? and(visible(ctx, part), narrowed) : sql`0`,
    news: and(isNews(ctx, part, visits), visible(ctx, part)),
  }));
  const { all = 0, hidden = 0, otherExpertise = 0, found = 0, news = 0 } = counts ?? {};
  const totalUnfiltered = shown({ all, hidden, otherExpertise });
  const total = narrowed ? found : totalUnfiltered;
  const page = Math.min(input.page, Math.max(1, Math.ceil(total / input.size)));
  const rows = await ctx.db
    .select()
    .from(part.table)
    .where(where)
    .orderBy(direction(by), direction(part.table.id))
    .limit(input.size)
    .offset((page - 1) * input.size);
  const edits = ctx.allows("dossier.edit");
  const entries: EntryView[] = (rows as AnyRow[]).map((row) =>
    entryView(part, row, { edits, isNew: isNewRow(ctx, part, visits, row) }),
  );
  ctx.touch("part", part.slug);
  return {
    slug: part.slug,
    label: part.label,
    singular: part.singular,
    canEnd: currentOf(ctx, part) !== undefined,
    /** Whether this reader may add and change here */
    canEdit: edits,
    /** What this list shows until: sent back with `entries.seen` once it is on the screen */
    asOf: ctx.now,
    news,
    columns: columnViews(part),
    filters: filterViews(part),
    entries,
    total,
    totalUnfiltered,
    page,
    notShown: { hidden, otherExpertise },
  };
}

/** One entry whole, with the columns to show it by. @throws DomainError `not-found` */
export async function viewEntry(ctx: Ctx, client: ReachedClient, input: z.output<typeof OneEntry>) {
  const part = partAt(input.part);
  const row = await findEntry(ctx, client, part, input.entryId);
  const isNew = isNewRow(ctx, part, await visitsOf(ctx, client), row);
  return {
    slug: part.slug,
    label: part.label,
    singular: part.singular,
    columns: columnViews(part),
    ...entryName(part, row),
    ...entryView(part, row, { edits: ctx.allows("dossier.edit"), isNew }),
  };
}
