import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { CarenStatusBadge } from "@/app/(staff)/ons-client/_parts/caren-status";
import { LinkDesk } from "@/app/(staff)/ons-client/_parts/link-desk";
import { NameButton } from "@/app/(staff)/ons-client/_parts/name-button";
import { ClientActions } from "../_parts/client-actions";
import { ClientColumns, ClientContent } from "../_parts/client-columns";
import { ClientNav } from "../_parts/client-nav";

type NetworkPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: NetworkPageProps): Promise<Metadata> {
  const t = await getTranslations("onsClient");
  return { title: t("networkTitle", { number: (await params).clientId }) };
}

/** Cliëntnetwerk: how this client stands with Caren, as in Ons Cliënt. */
export default async function NetworkPage({ params }: NetworkPageProps) {
  const { clientId } = await params;
  const t = await getTranslations("onsClient");
  const client = await load((await api()).caren.client({ clientId }));
  const items = [{ href: `/clients/${clientId}/network`, label: t("caren") }];
  return (
    <ClientColumns nav={<ClientNav label={t("network")} groups={[{ items }]} />}>
      <ClientContent actions={<ClientActions />}>
        <PageHead title={t("caren")} aside={<NameButton client={client} />} />
        <p>
          <CarenStatusBadge status={client.status} daysLeft={client.daysLeft} />
        </p>
        <LinkDesk client={client} narrow />
      </ClientContent>
    </ClientColumns>
  );
}
