"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { bandFill, Hatches, strokes } from "./chart-ink";
import { type Course, drawnBands } from "./course-shape";

/** What the lines and the bands of the picture are, in the order in which they stand in it. */
export function CourseKey({ course }: { course: Course }) {
  const t = useTranslations("clinimetrics");
  const hatches = useId();
  const bands = drawnBands(course);
  const several = course.lines.length > 1;
  if (!several && bands.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {several &&
        course.lines.map((line, index) => (
          <li key={line} className="flex items-center gap-2">
            <svg aria-hidden="true" width="30" height="14">
              <line x1="0" y1="7" x2="30" y2="7" strokeWidth="3" {...strokes[index % strokes.length]} />
            </svg>
            {line}
          </li>
        ))}
      {bands.map((band, index) => (
        <li key={band.from} className="flex items-center gap-2">
          <svg aria-hidden="true" width="22" height="14">
            <defs>
              <Hatches id={`${hatches}${index}`} />
            </defs>
            <rect
              x="0.5"
              y="0.5"
              width="21"
              height="13"
              fill={bandFill(band, index, `${hatches}${index}`)}
              stroke="var(--border-strong)"
            />
          </svg>
          {band.lowest === band.highest
            ? band.lowest
            : t("range", { from: band.lowest, until: band.highest })}{" "}
          {band.interpretation}
        </li>
      ))}
    </ul>
  );
}
