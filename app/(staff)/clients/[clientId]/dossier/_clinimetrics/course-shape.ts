import type { Outputs } from "@/app/_trpc/outputs";
import { dayAt, formatDay } from "@/app/_ui/dates";

export type Course = Outputs["clinimetrics"]["course"];

/** One time on the picture: `at` (epoch ms), and the value of each line by its key. */
export type Spot = { at: number } & Record<string, number | null>;

/** The key of a line among the values of a spot. */
export function lineKey(index: number): string {
  return `line${index}`;
}

/** The course as the picture draws it. */
export function spotsOf({ points }: Course): Spot[] {
  return points.map(({ moment, values }) => ({
    at: moment,
    ...Object.fromEntries(values.map((value, index) => [lineKey(index), value])),
  }));
}

/** What the numbers of one line come down to. */
export interface Span {
  count: number;
  first: number;
  last: number;
  lowest: number;
  highest: number;
  /** Days, as they stand in a sentence */
  from: string;
  until: string;
}

/** What one line comes down to in words; `undefined` when it has no number. */
export function spanOf({ points }: Course, line: number): Span | undefined {
  const known = points.flatMap(({ moment, values }) => {
    const value = values[line];
    return typeof value === "number" ? [{ moment, value }] : [];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return undefined;
  const values = known.map(({ value }) => value);
  return {
    count: known.length,
    first: first.value,
    last: last.value,
    lowest: Math.min(...values),
    highest: Math.max(...values),
    from: formatDay(dayAt(first.moment), "long"),
    until: formatDay(dayAt(last.moment), "long"),
  };
}

/** Steps between the lines of the vertical axis, from fine to coarse. */
const STEPS = [0.5, 1, 2, 5, 10, 20, 50, 100, 200];
const LINES = 6;

/** The vertical axis: all a score can be, or the numbers there are with some room, in steps people count by. */
export function axisOf({ extent, points }: Course): { low: number; high: number; ticks: number[] } {
  const values = points.flatMap(({ values: of }) => of.filter((value) => value !== null));
  const [lowest, highest] = extent ?? [Math.min(...values), Math.max(...values)];
  const room = extent ? 0 : Math.max((highest - lowest) * 0.15, 0.5);
  const span = highest - lowest + 2 * room;
  const step = STEPS.find((each) => span / each <= LINES) ?? span / LINES;
  const low = extent ? lowest : Math.floor((lowest - room) / step) * step;
  const high = extent ? highest : Math.ceil((highest + room) / step) * step;
  const count = Math.floor((high - low) / step + 1e-9) + 1;
  return { low, high, ticks: Array.from({ length: count }, (_, index) => low + index * step) };
}

const DAY = 86_400_000;

/** The horizontal axis (epoch ms), with some room on either side of the first and the last time. */
export function spanOfTime({ points }: Course): [number, number] {
  const [first, last] = [points[0]?.moment ?? 0, points.at(-1)?.moment ?? 0];
  const room = Math.max((last - first) * 0.06, 3 * DAY);
  return [first - room, last + room];
}

/** A band as it is drawn: between two whole scores the border lies halfway. */
export interface DrawnBand {
  from: number;
  until: number;
  /** The lowest and highest score in it */
  lowest: number;
  highest: number;
  interpretation: string;
  attention: "warning" | "danger" | null;
}

/** The bands of a score from low to high; none where there is but one meaning. */
export function drawnBands({ bands, extent }: Course): DrawnBand[] {
  if (!extent || bands.length < 2) return [];
  const [low, high] = extent;
  return bands.map(({ from, interpretation, attention }, index) => {
    const next = bands[index + 1];
    return {
      from: index === 0 ? low : from - 0.5,
      until: next ? next.from - 0.5 : high,
      lowest: from,
      highest: next ? next.from - 1 : high,
      interpretation,
      attention,
    };
  });
}
