"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { CourseChart } from "./course-chart";
import { CourseKey } from "./course-key";
import { type Course, spanOf } from "./course-shape";

/** The picture of a course, with what it says in words under it. */
export function CourseCard({ course }: { course: Course }) {
  const t = useTranslations("clinimetrics");
  const unit = course.unit === null ? "" : ` ${course.unit}`;
  const meaning = course.points.at(-1)?.interpretation;
  const sentences = course.lines.flatMap((line, index) => {
    const span = spanOf(course, index);
    if (!span) return [];
    if (span.count === 1) return t("courseOne", { line, unit, last: span.last, from: span.from });
    return t("courseSummary", { line, unit, ...span });
  });
  const summary = [...sentences, meaning && t("courseMeaning", { meaning })].filter(Boolean).join(" ");
  return (
    <Card
      title={
        course.unit === null ? course.label : t("courseUnit", { label: course.label, unit: course.unit })
      }
    >
      <figure className="grid gap-2">
        <div role="img" aria-label={summary}>
          <CourseChart course={course} />
        </div>
        <CourseKey course={course} />
        <figcaption className="text-sm">{summary}</figcaption>
      </figure>
    </Card>
  );
}
