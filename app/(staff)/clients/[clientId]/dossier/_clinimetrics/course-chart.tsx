"use client";

import { useId } from "react";
import {
  CartesianGrid,
  LabelList,
  Line,
  LineChart,
  ReferenceArea,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import { dayAt, formatDay } from "@/app/_ui/dates";
import { bandFill, Hatches, strokes } from "./chart-ink";
import { axisOf, type Course, drawnBands, lineKey, type Spot, spanOfTime, spotsOf } from "./course-shape";

/** With more times than this only the first and last value are written out; the table has them all. */
const WRITTEN = 9;
const HEIGHT = 340;
const small = { fontSize: 13, fill: "var(--text)" };
const number = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 1 });

/**
 * A course as lines over its bands. Bands that ask for attention are hatched as well as tinted, a second line is dashed
 * as well as coloured. What it says stands beside it in words and in a table, so the drawing itself is not read aloud.
 */
export function CourseChart({ course }: { course: Course }) {
  const pattern = useId();
  const spots = spotsOf(course);
  const bands = drawnBands(course);
  const { low, high, ticks } = axisOf(course);
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <LineChart accessibilityLayer={false} data={spots} margin={{ top: 24, right: 28, bottom: 4, left: 0 }}>
        <defs>
          <Hatches id={pattern} />
        </defs>
        {bands.map((band, index) => (
          <ReferenceArea
            key={band.from}
            y1={band.from}
            y2={band.until}
            ifOverflow="hidden"
            fill={bandFill(band, index, pattern)}
            fillOpacity={1}
            stroke="var(--border-strong)"
            strokeWidth={1}
          />
        ))}
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="at"
          type="number"
          scale="time"
          domain={spanOfTime(course)}
          ticks={spots.map(({ at }) => at)}
          tick={small}
          stroke="var(--border-strong)"
          minTickGap={28}
          tickFormatter={(at: number) => formatDay(dayAt(at))}
        />
        <YAxis
          width={44}
          domain={[low, high]}
          ticks={ticks}
          tick={small}
          stroke="var(--border-strong)"
          tickFormatter={(value: number) => number.format(value)}
        />
        {course.lines.map((line, index) => (
          <Line
            key={line}
            {...strokes[index % strokes.length]}
            dataKey={lineKey(index)}
            name={line}
            type="linear"
            strokeWidth={3}
            connectNulls
            dot={{ r: 4, strokeWidth: 2, fill: "var(--surface)", strokeDasharray: "none" }}
            activeDot={false}
            isAnimationActive={false}
          >
            <LabelList
              content={({ x, y, index: at = 0 }) => (
                <text
                  x={Number(x)}
                  y={Number(y) - 10}
                  textAnchor="middle"
                  {...small}
                  fontWeight={700}
                  stroke="var(--surface)"
                  strokeWidth={3}
                  paintOrder="stroke"
                >
                  {written(spots, index, at)}
                </text>
              )}
            />
          </Line>
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

/** What is written at a spot: its value, where there is room. */
function written(spots: readonly Spot[], line: number, at: number): string {
  const value = spots[at]?.[lineKey(line)];
  const outer = at === 0 || at === spots.length - 1;
  return typeof value === "number" && (spots.length <= WRITTEN || outer) ? number.format(value) : "";
}
