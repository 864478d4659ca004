import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../../_parts/client-actions";
import { ClientContent } from "../../_parts/client-columns";
import { RemoveBsnForm } from "./remove-bsn-form";

type BsnPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: BsnPageProps): Promise<Metadata> {
  const t = await getTranslations("bsnForm");
  return { title: t("titleDocument", { number: (await params).clientId }) };
}

export default async function BsnPage({ params }: BsnPageProps) {
  const { clientId } = await params;
  const t = await getTranslations("bsnForm");
  const { maskedBsn, stamp } = await load((await api()).clients.forms({ clientId }));
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={t("title")} />
      <Card flush={!maskedBsn}>
        {maskedBsn ? (
          <RemoveBsnForm clientId={clientId} masked={maskedBsn} stamp={stamp} />
        ) : (
          <EmptyState>{t("none")}</EmptyState>
        )}
      </Card>
    </ClientContent>
  );
}
