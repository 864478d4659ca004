import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../../_parts/client-actions";
import { ClientContent } from "../../_parts/client-columns";
import { ActivitiesCard } from "./activities-card";
import { PeopleCard } from "./people-card";

type InvolvedPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: InvolvedPageProps): Promise<Metadata> {
  const t = await getTranslations("involved");
  return { title: t("pageTitle", { number: (await params).clientId }) };
}

/** Betrokkenen: who from outside has an account in the portal, and what is asked of them. */
export default async function InvolvedPage({ params }: InvolvedPageProps) {
  const { clientId } = await params;
  const involved = await load((await api()).involved.list({ clientId }));
  const t = await getTranslations("involved");
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={t("title")} note={t("note")} />
      <PeopleCard clientId={clientId} involved={involved} />
      <ActivitiesCard clientId={clientId} involved={involved} />
    </ClientContent>
  );
}
