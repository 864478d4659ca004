import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordsPage } from "../../../_records/records-page";

type ProfilePageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: ProfilePageProps): Promise<Metadata> {
  const t = await getTranslations("personalia");
  return { title: t("titleProfile", { number: (await params).clientId }) };
}

export default async function ProfilePage({ params }: ProfilePageProps) {
  const t = await getTranslations("personalia");
  const { clientId } = await params;
  return <RecordsPage clientId={clientId} page="profile" title={t("profile")} note={t("profileNote")} />;
}
