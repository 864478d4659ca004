import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordsPage } from "../../_records/records-page";

type FamilyPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: FamilyPageProps): Promise<Metadata> {
  const t = await getTranslations("involved");
  return { title: t("familyTitle", { number: (await params).clientId }) };
}

/** Familie: who they are and how to reach them; no account, nothing is asked of them or shared with them. */
export default async function FamilyPage({ params }: FamilyPageProps) {
  const t = await getTranslations("involved");
  const { clientId } = await params;
  return <RecordsPage clientId={clientId} page="family" title={t("family")} note={t("familyNote")} />;
}
