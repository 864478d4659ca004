import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Card } from "@/app/_ui/card";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../_parts/client-actions";
import { ClientContent } from "../_parts/client-columns";
import { AlikeList } from "./alike-list";
import { OtherSearch } from "./other-search";
import { StandingMerges } from "./standing-merges";

type FindPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: FindPageProps): Promise<Metadata> {
  const t = await getTranslations("merge");
  return { title: t("findDocument", { number: (await params).clientId }) };
}

/** With whom to merge a client, and with whom they were merged before. */
export default async function FindPage({ params }: FindPageProps) {
  const { clientId } = await params;
  const calls = await api();
  const merges = await load(calls.merge.list({ clientId }));
  const { pairs } = await load(calls.duplicates.list({ client: Number(clientId) }));
  const [t, words] = [await getTranslations("merge"), await getTranslations("personalia")];
  const up = { label: words("title"), href: `/clients/${clientId}` };
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead
        above={<Breadcrumb crumbs={[up, { label: t("act") }]} />}
        title={t("findTitle")}
        note={t("findNote")}
      />
      {pairs.length > 0 && <AlikeList clientId={clientId} pairs={pairs} />}
      <Card title={t("find")}>
        <OtherSearch clientId={clientId} />
      </Card>
      <StandingMerges clientId={clientId} merges={merges} />
    </ClientContent>
  );
}
