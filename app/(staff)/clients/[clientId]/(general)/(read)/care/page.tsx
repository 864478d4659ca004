import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordsPage } from "../../../_records/records-page";

type CarePageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: CarePageProps): Promise<Metadata> {
  const t = await getTranslations("personalia");
  return { title: t("titleCare", { number: (await params).clientId }) };
}

export default async function CarePage({ params }: CarePageProps) {
  const t = await getTranslations("personalia");
  const { clientId } = await params;
  return <RecordsPage clientId={clientId} page="care" title={t("careRecords")} note={t("careNote")} />;
}
