import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../../_parts/client-actions";
import { ClientContent } from "../../_parts/client-columns";
import { PersonForm } from "./person-form";

type EditPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const t = await getTranslations("personForm");
  return { title: t("titleDocument", { number: (await params).clientId }) };
}

export default async function EditPage({ params }: EditPageProps) {
  const { clientId } = await params;
  const t = await getTranslations("personForm");
  const { stamp, person, maskedBsn } = await load((await api()).clients.forms({ clientId }));
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={t("title")} note={t("note")} />
      <PersonForm clientId={clientId} {...person} stamp={stamp} maskedBsn={maskedBsn} />
    </ClientContent>
  );
}
