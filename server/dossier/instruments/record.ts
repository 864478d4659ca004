import { eq } from "drizzle-orm";
import type { z } from "zod";
import { measurements } from "@/db/schema/dossier/measurements";
import type { ChangeCtx, Ctx } from "../../access/perform";
import type { ReachedClient } from "../../access/reach";
import { DomainError } from "../../core/errors";
import { instantOf } from "../fhir-time";
import { findEntry } from "../find";
import type { Row } from "../part";
import { measurementsPart } from "../parts/measurements";
import { type AnyPart, partOf } from "../registry";
import { addEntry, type Stored } from "../write/add";
import { correctEntry } from "../write/correct";
import { filledOf } from "./answers";
import { INSTRUMENTS } from "./catalogue";
import { computeAgain, computeNew } from "./compute";
import type { CorrectMeasurement, OneMeasurement, RecordMeasurement } from "./input";
import { measured } from "./measured";
import { isMeasureCode } from "./measures";
import { PLAIN_MEASURES } from "./measuring";
import { switchedOff } from "./switches";

type Said = Pick<z.output<typeof RecordMeasurement>, "day" | "time" | "bodySite" | "note">;

/** When, where and what else. @throws DomainError `measured-later`, `answers-refused` for a moment that cannot be */
function saidOf({ day, time, bodySite, note }: Said, now: number) {
  const moment = instantOf(`${day}T${time}`)?.at;
  if (moment === undefined) {
    throw new DomainError("answers-refused", { fields: [{ path: "moment", problem: "not-a-moment" }] });
  }
  if (moment > now)
    throw new DomainError("measured-later", { fields: [{ path: "moment", problem: "in-future" }] });
  return { moment, bodySite: bodySite || null, note: note || null };
}

/** What a new measurement can be of: the instruments that are on, with all it takes to fill them in, and plain measures. */
export async function measureChoices(ctx: Ctx) {
  const off = await switchedOff(ctx.db);
  return {
    day: ctx.day,
    now: ctx.now,
    instruments: INSTRUMENTS.filter(({ code }) => !off.has(code)),
    measures: PLAIN_MEASURES,
  };
}

/**
 * Stores a measurement: the score is computed here, whatever the page showed. The same request key is the same one.
 * @throws DomainError `measure-unknown`, `instrument-off`, `measured-later`, `answers-refused` and `reading-unlikely`
 * with what is wrong item by item, and what `addEntry` throws
 */
export async function recordMeasurement(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof RecordMeasurement>,
): Promise<Stored> {
  if (!isMeasureCode(input.measure)) throw new DomainError("measure-unknown");
  const computed = computeNew(input.measure, input.answers, input.confirmed);
  const said = saidOf(input, ctx.now);
  const draft = { ...measured(input.measure, said.moment), ...said, ...computed };
  return addEntry(ctx, client, measurementsPart, draft, input);
}

/** The part as entries of any part are found. */
function part(): AnyPart {
  const found = partOf(measurementsPart.slug);
  if (!found) throw new DomainError("not-found");
  return found;
}

async function rowOf(ctx: Ctx, client: ReachedClient, entryId: string): Promise<Row<typeof measurements>> {
  await findEntry(ctx, client, part(), entryId);
  const [row] = await ctx.db.select().from(measurements).where(eq(measurements.id, entryId));
  if (!row) throw new DomainError("not-found");
  return row;
}

/**
 * A measurement as the form fills it in again: by its items, its readings, or in its words. An instrument that was
 * switched off since is here: what was measured with it may be corrected.
 * @throws DomainError `not-found`
 */
export async function openMeasurement(
  ctx: Ctx,
  client: ReachedClient,
  { entryId }: z.output<typeof OneMeasurement>,
) {
  const row = await rowOf(ctx, client, entryId);
  return {
    entryId: row.id,
    version: row.version,
    measure: row.instrument,
    name: row.name,
    moment: row.moment,
    bodySite: row.bodySite,
    note: row.note,
    lines: row.items.map(({ label }) => label),
    ...filledOf(row),
  };
}

/**
 * Corrects a measurement; what it said stays as a version. Its measure stays what it is.
 * @throws DomainError `measure-unknown` for another measure, `measured-later`, `answers-refused`, `reading-unlikely`,
 * and what `correctEntry` throws: `not-found`, `entry-archived`, `entry-changed`
 */
export async function correctMeasurement(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof CorrectMeasurement>,
): Promise<Stored> {
  const row = await rowOf(ctx, client, input.entryId);
  if (row.instrument !== input.measure) throw new DomainError("measure-unknown");
  const computed = computeAgain(row, input.answers, input.confirmed);
  const said = saidOf(input, ctx.now);
  // A form shows minutes; what was measured in the same minute keeps its seconds.
  const moment =
    Math.floor(said.moment / 60_000) === Math.floor(row.moment / 60_000) ? row.moment : said.moment;
  const { entryId, version, reason } = input;
  const values = { ...computed, ...said, moment };
  return correctEntry(ctx, client, measurementsPart, { entryId, version, reason, values });
}
