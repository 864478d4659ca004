import { eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { employees } from "@/db/schema/access";
import { clients } from "@/db/schema/clients";
import { installation } from "@/db/schema/installation";
import type { Ctx } from "../access/perform";
import { DomainError } from "../core/errors";
import type { AuditRow } from "./chain";
import { kindsOf, questionOf } from "./filter";
import { AuditFilter } from "./input";
import { signedCheckpoints } from "./keep";
import { digestAt, logFile } from "./log-file";
import { namesIn, objectOf } from "./names";
import { batches, countAll, endsOf } from "./query";
import { headOf } from "./record";
import { type SheetValue, sheetRow } from "./sheet";
import { auditLine } from "./view";
import { ACTION_WORDS, eventText, OUTCOME_WORDS } from "./words";

type Filter = z.output<typeof AuditFilter>;

/** A log to be taken along: who made it when, by which filter, and its rows in either form. */
export interface AuditDownload {
  madeAt: number;
  /** Amsterdam calendar day */
  day: string;
  madeBy: string;
  rows: number;
  /** What was filtered by, in Dutch: name → value */
  filter: Record<string, string>;
  /** Rows as cells, oldest first, some hundreds at a time */
  sheet(): AsyncGenerator<SheetValue[][]>;
  /** Lines of the signed file */
  file(): AsyncGenerator<string>;
}

async function personName(ctx: Ctx, person: string): Promise<string> {
  const { kind, id } = objectOf(person);
  if (kind !== "employee") return person;
  const [found] = await ctx.db.select({ name: employees.name }).from(employees).where(eq(employees.id, id));
  return found?.name ?? id;
}

async function filterWords(ctx: Ctx, filter: Filter): Promise<Record<string, string>> {
  const { from, until, client, person, events, action, outcome } = filter;
  const dutch = (day: string) => day.split("-").reverse().join("-");
  return {
    ...(from !== undefined && { Van: dutch(from) }),
    ...(until !== undefined && { "Tot en met": dutch(until) }),
    ...(client !== undefined && { Cliëntnummer: client }),
    ...(person !== undefined && { Medewerker: await personName(ctx, person) }),
    ...(events.length > 0 && { Gebeurtenis: events.map(eventText).join(", ") }),
    ...(action !== undefined && { Soort: ACTION_WORDS[action] }),
    ...(outcome !== undefined && {
      Uitkomst: outcome === "emergency" ? "Noodprocedure" : OUTCOME_WORDS[outcome],
    }),
  };
}

async function numbersOf(ctx: Ctx, rows: readonly AuditRow[]): Promise<Map<string, number>> {
  const ids = [...new Set(rows.flatMap(({ clientId }) => clientId ?? []))];
  const found = await ctx.db
    .select({ id: clients.id, number: clients.number })
    .from(clients)
    .where(inArray(clients.id, ids));
  return new Map(found.map(({ id, number }) => [id, number]));
}

/** True for a filter that leaves out nothing between its first and its last row. */
function leavesNothingOut({ client, person, events, action, outcome }: Filter): boolean {
  return [client, person, action, outcome].every((each) => each === undefined) && events.length === 0;
}

/**
 * Opens a download of the rows that fit, as the log stands now; rows added while it leaves are not in it. The number of
 * rows is logged before the first of them leaves.
 * @param given what the page sent; @throws DomainError `input-invalid`
 */
export async function openAuditDownload(ctx: Ctx, given: unknown): Promise<AuditDownload> {
  const parsed = AuditFilter.safeParse(given);
  if (!parsed.success) throw new DomainError("input-invalid");
  const filter = parsed.data;
  const question = await questionOf(ctx, filter);
  const rows = question ? await countAll(ctx.db, question) : 0;
  ctx.detail(`rows ${rows}; ${kindsOf(filter)}`);
  const [organisation] = await ctx.db
    .select({ name: installation.value })
    .from(installation)
    .where(eq(installation.name, "organisation"));
  const { actor, now, day, world } = ctx;
  const about = {
    madeAt: now,
    madeBy: actor.kind === "employee" ? `${actor.name}, ${actor.title}` : actor.kind,
    filter: await filterWords(ctx, filter),
    rows,
  };
  const head = (await headOf(ctx.db)).sequence;
  return {
    ...about,
    day,
    async *sheet() {
      for await (const batch of question ? batches(ctx.db, question) : []) {
        const names = await namesIn(ctx, batch);
        yield batch.map((row) => sheetRow(auditLine(row, names)));
      }
    },
    async *file() {
      const ends = question && (await endsOf(ctx.db, question));
      const gapless = ends !== undefined && rows === ends.last - ends.first + 1;
      const whole = gapless && leavesNothingOut(filter) && !question?.criteria.within;
      const checkpoints = signedCheckpoints(world.env.dataDir, world.keys.checkpoint);
      const header = {
        ...about,
        organisation: organisation?.name ?? null,
        scope: whole ? ("complete" as const) : ("selection" as const),
        first: ends?.first ?? null,
        last: ends?.last ?? null,
        head,
        digest: whole ? await digestAt(ctx.db, checkpoints, ends.first - 1) : "",
      };
      yield* logFile(ctx.db, world.keys.checkpoint, {
        header,
        question,
        checkpoints,
        numbersOf: (batch) => numbersOf(ctx, batch),
      });
    },
  };
}
