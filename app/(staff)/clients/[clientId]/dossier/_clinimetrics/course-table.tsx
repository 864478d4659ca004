import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { PageLink } from "@/app/_ui/page-link";
import { StatusBadge } from "@/app/_ui/status-badge";
import { Moment } from "@/app/_ui/time";
import type { Course } from "./course-shape";

/** The numbers of the picture, newest first; each leads to its measurement. */
export function CourseTable({ course, list }: { course: Course; list: string }) {
  const t = useTranslations("clinimetrics");
  const columns: Column<Course["points"][number]>[] = [
    {
      key: "moment",
      label: t("measuredAt"),
      cell: ({ id, moment }) => (
        <PageLink href={`${list}/${id}`}>
          <Moment value={moment} />
        </PageLink>
      ),
    },
    { key: "result", label: t("result"), cell: ({ result }) => result },
    {
      key: "interpretation",
      label: t("interpretation"),
      cell: ({ interpretation, attention }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {interpretation}
          {attention && (
            <StatusBadge tone={attention} icon={attention === "danger" ? <CircleAlert /> : <TriangleAlert />}>
              {t("attention")}
            </StatusBadge>
          )}
        </span>
      ),
    },
    { key: "by", label: t("recordedBy"), cell: ({ recordedBy }) => recordedBy },
  ];
  const hasMeaning = course.points.some(({ interpretation }) => interpretation !== null);
  return (
    <Card flush title={t("courseTable")}>
      <DataTable
        captionHidden
        caption={t("courseCaption", { label: course.label })}
        items={course.points.toReversed()}
        itemKey={({ id }) => id}
        columns={columns.filter(({ key }) => hasMeaning || key !== "interpretation")}
      />
      {course.left > 0 && (
        <p className="px-pad py-2 text-sm text-muted">{t("courseLeft", { count: course.left })}</p>
      )}
    </Card>
  );
}
