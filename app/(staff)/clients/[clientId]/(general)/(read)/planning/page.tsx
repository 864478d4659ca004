import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordsPage } from "../../../_records/records-page";

type PlanningPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: PlanningPageProps): Promise<Metadata> {
  const t = await getTranslations("personalia");
  return { title: t("titlePlanning", { number: (await params).clientId }) };
}

export default async function PlanningPage({ params }: PlanningPageProps) {
  const t = await getTranslations("personalia");
  const { clientId } = await params;
  return <RecordsPage clientId={clientId} page="planning" title={t("planning")} note={t("planningNote")} />;
}
