import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../../../_parts/client-actions";
import { ClientContent } from "../../../_parts/client-columns";
import { CourseCard } from "../../_clinimetrics/course-card";
import { CourseTable } from "../../_clinimetrics/course-table";
import { MeasureLinks } from "../../_clinimetrics/measure-links";
import { courseAddress, loadCourseChoice } from "./course-params";

type CoursePageProps = {
  params: Promise<{ clientId: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: CoursePageProps): Promise<Metadata> {
  const { clientId } = await params;
  const t = await getTranslations("clinimetrics");
  return { title: t("courseTitle", { number: clientId }) };
}

/** One measure over time: a picture with its table, and the way to the other measures of this client. */
export default async function CoursePage({ params, searchParams }: CoursePageProps) {
  const { clientId } = await params;
  const { clinimetrics } = await api();
  const choices = await load(clinimetrics.courses({ clientId }));
  const asked = (await loadCourseChoice(searchParams)).measure;
  const measure = choices.find((each) => each.measure === asked)?.measure ?? choices[0]?.measure;
  const course = measure === undefined ? null : await load(clinimetrics.course({ clientId, measure }));
  const t = await getTranslations("clinimetrics");
  const list = `/clients/${clientId}/dossier/measurements`;
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead
        above={<Breadcrumb crumbs={[{ label: t("measurements"), href: list }, { label: t("course") }]} />}
        title={t("course")}
      />
      {course === null ? (
        <Card flush>
          <EmptyState title={t("courseNone")}>{t("courseNoneWhat")}</EmptyState>
        </Card>
      ) : (
        <>
          <MeasureLinks
            choices={choices}
            current={course.measure}
            hrefs={Object.fromEntries(
              choices.map((each) => [
                each.measure,
                courseAddress(`${list}/course`, { measure: each.measure }),
              ]),
            )}
          />
          <CourseCard key={course.measure} course={course} />
          <CourseTable course={course} list={list} />
        </>
      )}
    </ClientContent>
  );
}
