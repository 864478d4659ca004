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

/** The lowest and highest value of the vertical axis: all a score can be, or the numbers there are with some room. */
export function axisOf({ extent, points }: Course): [number, number] {
  if (extent) return [extent[0], extent[1]];
  const values = points.flatMap(({ values: of }) => of.filter((value) => value !== null));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.2, Math.abs(high) * 0.02, 1);
  return [Math.floor(low - room), Math.ceil(high + room)];
}

/** A band as it is drawn: between two whole scores the border lies halfway. */
export interface DrawnBand {
  from: number;
  until: number;
  interpretation: string;
  attention: "warning" | "danger" | null;
  /** Whether its words fit in it */
  named: boolean;
}

const NAMED_SHARE = 0.06;

/** The bands of a score from low to high; none where there is but one meaning. */
export function drawnBands({ bands, extent }: Course): DrawnBand[] {
  if (!extent || bands.length < 2) return [];
  const [low, high] = extent;
  return bands.map(({ from, interpretation, attention }, index) => {
    const next = bands[index + 1];
    const edges = { from: index === 0 ? low : from - 0.5, until: next ? next.from - 0.5 : high };
    const named = (edges.until - edges.from) / (high - low) >= NAMED_SHARE;
    return { ...edges, interpretation, attention, named };
  });
}
