import { and, asc, count, desc, eq, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import { type MeasuredItem, measurements } from "@/db/schema/dossier/measurements";
import type { Ctx } from "../../access/perform";
import type { ReachedClient } from "../../access/reach";
import { DomainError } from "../../core/errors";
import { quantityIn } from "../parts/measurement-give";
import { instrumentOf } from "./catalogue";
import type { CourseOf } from "./input";
import { bandOf, extentOf } from "./instrument";
import { isMeasureCode, MEASURES } from "./measures";
import { plainMeasureOf } from "./measuring";

/** The newest so many make a course; a picture of more says no more. */
const AT_MOST = 400;

/** One time it was measured. `values` go with the lines, in order; null where this time has no such number. */
export interface CoursePoint {
  id: string;
  moment: number;
  values: (number | null)[];
  result: string;
  interpretation: string | null;
  attention: "warning" | "danger" | null;
  recordedBy: string;
}

/** What a value means, from (inclusive) up to the next band; `until` is the highest value there is. */
export interface CourseBand {
  from: number;
  until: number;
  interpretation: string;
  attention: "warning" | "danger" | null;
}

export interface CourseView {
  measure: string;
  label: string;
  unit: string | null;
  lines: string[];
  /** Lowest and highest value there can be, for scores */
  extent: readonly [number, number] | null;
  bands: CourseBand[];
  /** Oldest first */
  points: CoursePoint[];
  /** Older ones that are not in it */
  left: number;
}

type Measurement = typeof measurements.$inferSelect;

function numbersOf(measure: string, row: Measurement): (number | null)[] {
  const plain = plainMeasureOf(measure);
  if (plain === undefined || plain.readings.length === 1) {
    const unit = plain?.readings[0]?.unit ?? null;
    return [row.total ?? (unit === null || row.unit === unit ? row.value : null)];
  }
  const read = (code: string, unit: string, items: readonly MeasuredItem[]): number | null => {
    const written = quantityIn(items.find((item) => item.code === code)?.answer ?? "");
    return typeof written?.value === "number" && written.unit === unit ? written.value : null;
  };
  return plain.readings.map(({ code, unit }) => read(code, unit, row.items));
}

/** What of a client's measurements counts in a course: not what was entered in error, cancelled or archived. */
const counts = (client: ReachedClient) =>
  and(
    eq(measurements.clientId, client.id),
    ne(measurements.status, "entered-in-error"),
    ne(measurements.status, "cancelled"),
    isNull(measurements.archivedAt),
  );

/** The measures a client has a course of (at least one number), most often measured first. */
export async function courseChoices(
  ctx: Ctx,
  client: ReachedClient,
): Promise<{ measure: string; label: string; times: number }[]> {
  const rows = await ctx.db
    .select({ measure: measurements.instrument, times: count() })
    .from(measurements)
    .where(counts(client))
    .groupBy(measurements.instrument)
    .orderBy(desc(count()), asc(measurements.instrument));
  return rows.flatMap(({ measure, times }) => {
    const numeric = instrumentOf(measure) !== undefined || plainMeasureOf(measure) !== undefined;
    return numeric && isMeasureCode(measure) ? [{ measure, label: MEASURES[measure].label, times }] : [];
  });
}

/** The course of one measure: each time it was taken, its lines, and the bands its values fall in. @throws `measure-unknown` */
export async function courseOf(
  ctx: Ctx,
  client: ReachedClient,
  { measure }: z.output<typeof CourseOf>,
): Promise<CourseView> {
  const instrument = instrumentOf(measure);
  const plain = plainMeasureOf(measure);
  if (!isMeasureCode(measure) || (!instrument && !plain)) throw new DomainError("measure-unknown");
  const where = and(counts(client), eq(measurements.instrument, measure));
  const rows = await ctx.db
    .select()
    .from(measurements)
    .where(where)
    .orderBy(desc(measurements.moment), desc(measurements.id))
    .limit(AT_MOST);
  const total = await ctx.db.$count(measurements, where);
  ctx.touch("measure", measure);
  const extent = instrument ? extentOf(instrument) : null;
  const single = !plain || plain.readings.length === 1;
  return {
    measure,
    label: MEASURES[measure].label,
    unit: plain?.readings[0]?.unit ?? null,
    lines: single ? [MEASURES[measure].label] : plain.readings.map(({ label }) => label),
    extent,
    bands: (instrument?.bands ?? []).map((band, index, all) => ({
      from: band.from,
      until: all[index + 1]?.from ?? extent?.[1] ?? band.from,
      interpretation: band.interpretation,
      attention: band.attention ?? null,
    })),
    points: rows.toReversed().map((row) => ({
      id: row.id,
      moment: row.moment,
      values: numbersOf(measure, row),
      result: row.result ?? "",
      interpretation: row.interpretation,
      attention: (instrument && row.total !== null && bandOf(instrument, row.total)?.attention) || null,
      recordedBy: row.recordedBy,
    })),
    left: total - rows.length,
  };
}
