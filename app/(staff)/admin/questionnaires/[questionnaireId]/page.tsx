import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { EditionList } from "../_parts/edition-list";
import { QuestionnaireEditor } from "../_parts/questionnaire-editor";
import { StateBadge } from "../_parts/state-badge";

type QuestionnairePageProps = { params: Promise<{ questionnaireId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("questionnaires");
  return { title: t("profileOne") };
}

export default async function QuestionnairePage({ params }: QuestionnairePageProps) {
  const { questionnaireId } = await params;
  const opened = await load((await api()).questionnaires.open({ id: questionnaireId }));
  const [t, { id, name }] = [await getTranslations("questionnaires"), await me()];
  const up = { label: t("adminTitle"), href: "/admin/questionnaires" };
  return (
    <PageMain>
      <PageHead
        above={<Breadcrumb crumbs={[up, { label: opened.title }]} />}
        title={opened.title}
        aside={<StateBadge state={opened.state} />}
      />
      <QuestionnaireEditor key={opened.id} given={opened} owner={{ id, name }} />
      <EditionList editions={opened.editions} />
    </PageMain>
  );
}
