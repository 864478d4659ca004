import { asc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { employees } from "@/db/schema/access";
import { installation } from "@/db/schema/installation";
import { idsOf } from "../access/merged";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { type Action, EVENTS } from "./events";
import { kindsOf, momentsOf, questionOf } from "./filter";
import type { ClientLog, ListAudits } from "./input";
import { namesIn, objectOf } from "./names";
import { type OwnDay, ownDays } from "./own-log";
import { ask, boundsOf, pageOf, totalOf } from "./query";
import { headOf } from "./record";
import { type AuditLine, auditLine } from "./view";
import { ACTION_WORDS } from "./words";

/** A page of the log in words, newest first. */
export interface AuditPage {
  lines: AuditLine[];
  /** Counted up to a number; `more` when there are more than that */
  total: { rows: number; more: boolean };
  older: boolean;
  newer: boolean;
}

/** A page of the rows that fit, and how many there are. What was asked by is logged as kinds, never as content. */
export async function listAudits(ctx: Ctx, input: z.output<typeof ListAudits>): Promise<AuditPage> {
  ctx.detail(kindsOf(input));
  const question = await questionOf(ctx, input);
  if (!question) return { lines: [], total: { rows: 0, more: false }, older: false, newer: false };
  const { rows, older, newer } = await pageOf(ctx.db, question, input.place, input.size);
  const names = await namesIn(ctx, rows);
  return {
    lines: rows.map((row) => auditLine(row, names)),
    total: await totalOf(ctx.db, question),
    older,
    newer,
  };
}

const OTHERS = [
  { id: "systeem", name: "Systeem" },
  { id: "opdrachtregel", name: "Opdrachtregel" },
  { id: "anoniem", name: "Niet ingelogd" },
] as const;

/** Questions that are about several events at once. */
const SETS: readonly { id: string; text: string; holds: (id: string, action: Action) => boolean }[] = [
  {
    id: "changes",
    text: "Iets toegevoegd of verwijderd",
    holds: (_, action) => action === "C" || action === "D",
  },
  {
    id: "rights",
    text: "Taken of rollen gegeven of weggenomen",
    holds: (id, action) => /^(?:access|role|grant)\./.test(id) && action !== "R",
  },
];

/** What the log can be filtered by: every event with its text, sets of them, and everyone who can act. */
export async function auditChoices(ctx: Ctx) {
  const staff = await ctx.db
    .select({ id: employees.id, name: employees.name, title: employees.title })
    .from(employees)
    .orderBy(asc(employees.name));
  const events = Object.entries(EVENTS).map(([id, { nl, action }]) => ({
    id,
    text: nl,
    action: ACTION_WORDS[action],
  }));
  return {
    day: ctx.day,
    sets: SETS.map(({ id, text, holds }) => ({
      id,
      text,
      events: Object.entries(EVENTS).flatMap(([event, { action }]) => (holds(event, action) ? [event] : [])),
    })),
    events: events.toSorted((one, other) => one.text.localeCompare(other.text, "nl")),
    people: [
      ...staff.map(({ id, name, title }) => ({ id: `employee:${id}`, name, title })),
      ...OTHERS.map((other) => ({ ...other, title: null })),
    ],
  };
}

/** A page of what was done with one client's data, told for that client. */
export interface OwnLog {
  organisation: string | null;
  days: OwnDay[];
  older: boolean;
  newer: boolean;
  /** Sequences at the edges of this page, where the next ones begin; `null` on an empty page */
  first: number | null;
  last: number | null;
}

/**
 * The client's own log (DOMAIN.md 8): who looked at what and when. Takes the client from the door, so that the portal
 * may show the same to the client. What was done with the data of who was merged into them is theirs as well.
 */
export async function clientLog(
  ctx: Ctx,
  client: ReachedClient,
  input: z.output<typeof ClientLog>,
): Promise<OwnLog> {
  const [organisation] = await ctx.db
    .select({ name: installation.value })
    .from(installation)
    .where(eq(installation.name, "organisation"));
  const moments = momentsOf(input);
  const bounds = await boundsOf(ctx.db, {}, (await headOf(ctx.db)).sequence);
  const named = organisation?.name ?? null;
  if (!bounds) return { organisation: named, days: [], older: false, newer: false, first: null, last: null };
  const question = await ask(ctx.db, {
    ...bounds,
    ...moments,
    events: [],
    clientIds: await idsOf(ctx.db, client.id),
  });
  const { rows, older, newer } = await pageOf(ctx.db, question, input.place, input.size);
  const titles = await titlesOf(
    ctx,
    rows.map(({ actor }) => actor),
  );
  return {
    organisation: named,
    days: ownDays(rows, (actor) => titles.get(actor)),
    older,
    newer,
    first: rows[0]?.sequence ?? null,
    last: rows.at(-1)?.sequence ?? null,
  };
}

async function titlesOf(ctx: Ctx, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(actors)].map(objectOf).filter(({ kind }) => kind === "employee");
  const wanted = ids.map(({ id }) => id);
  const staff = await ctx.db
    .select({ id: employees.id, title: employees.title })
    .from(employees)
    .where(inArray(employees.id, wanted));
  return new Map(staff.map(({ id, title }) => [`employee:${id}`, title]));
}
