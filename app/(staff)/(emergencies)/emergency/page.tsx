import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { EmergencyDesk } from "./emergency-desk";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("emergency");
  return { title: t("title") };
}

export default async function EmergencyPage() {
  const t = await getTranslations("emergency");
  return (
    <PageMain>
      <PageHead title={t("title")} note={t("note")} />
      <EmergencyDesk />
    </PageMain>
  );
}
