import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../../_parts/client-actions";
import { ClientContent } from "../../_parts/client-columns";
import { BlockColumns } from "./block-columns";

type OverviewPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: OverviewPageProps): Promise<Metadata> {
  const t = await getTranslations("client");
  return { title: t("titleOverview", { number: (await params).clientId }) };
}

export default async function OverviewPage({ params }: OverviewPageProps) {
  const { clientId } = await params;
  const blocks = await load((await api()).dossier.overview({ clientId }));
  const t = await getTranslations("dossier");
  const bare = blocks.every(
    ({ current, notShown }) => current + notShown.hidden + notShown.otherExpertise === 0,
  );
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={t("overview")} aside={t("overviewNote")} />
      {bare ? (
        <Card flush>
          <EmptyState title={t("bareTitle")}>{t("bare")}</EmptyState>
        </Card>
      ) : (
        <BlockColumns clientId={clientId} blocks={blocks} />
      )}
    </ClientContent>
  );
}
