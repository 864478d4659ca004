import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { InstrumentCard } from "./instrument-card";
import { QuestionnaireCard } from "./questionnaire-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("questionnaires");
  return { title: t("adminTitle") };
}

export default async function QuestionnairesPage() {
  const calls = await api();
  const instruments = await load(calls.clinimetrics.instruments());
  const questionnaires = await load(calls.questionnaires.list());
  const t = await getTranslations("questionnaires");
  return (
    <PageMain>
      <PageHead
        title={t("adminTitle")}
        note={t("adminNote")}
        aside={
          <LinkButton look="primary" icon={<Plus />} href="/admin/questionnaires/new">
            {t("make")}
          </LinkButton>
        }
      />
      <QuestionnaireCard questionnaires={questionnaires} />
      <InstrumentCard given={instruments} />
    </PageMain>
  );
}
