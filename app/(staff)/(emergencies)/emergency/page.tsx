import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { EmergencyDesk } from "./emergency-desk";
import { OwnEmergencies } from "./own-emergencies";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("emergency");
  return { title: t("title") };
}

/** Noodprocedure: what is open to you now, and opening another dossier. */
export default async function EmergencyPage() {
  const t = await getTranslations("emergency");
  const own = await load((await api()).emergency.own());
  return (
    <PageMain>
      <PageHead title={t("title")} note={t("note")} />
      {own.lines.length > 0 && <OwnEmergencies own={own} />}
      <EmergencyDesk />
    </PageMain>
  );
}
