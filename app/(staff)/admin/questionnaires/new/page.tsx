import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { QuestionnaireEditor } from "../_parts/questionnaire-editor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("questionnaires");
  return { title: t("make") };
}

export default async function NewQuestionnairePage() {
  const [t, { id, name }] = [await getTranslations("questionnaires"), await me()];
  const up = { label: t("adminTitle"), href: "/admin/questionnaires" };
  return (
    <PageMain>
      <PageHead above={<Breadcrumb crumbs={[up, { label: t("make") }]} />} title={t("make")} />
      <QuestionnaireEditor owner={{ id, name }} />
    </PageMain>
  );
}
