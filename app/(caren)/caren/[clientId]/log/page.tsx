import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, loadInPortal } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { loadLogChoices, logInput } from "@/app/(staff)/clients/[clientId]/log/list-params";
import { OwnLog } from "@/app/(staff)/clients/[clientId]/log/own-log";
import { portalClient } from "../portal-client";

type LogPageProps = { params: Promise<{ clientId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portalContent");
  return { title: t("log") };
}

/** Who has looked: the same view as the organisation has of it. */
export default async function LogPage({ params, searchParams }: LogPageProps) {
  const { clientId } = await params;
  const t = await getTranslations("portalContent");
  await portalClient(clientId);
  const choices = await loadLogChoices(searchParams);
  const log = await loadInPortal((await api()).portalAccess.log({ clientId, ...logInput(choices) }));
  const address = `/caren/${clientId}/log`;
  const crumbs = [{ label: t("home"), href: `/caren/${clientId}` }, { label: t("log") }];
  return (
    <>
      <PageHead above={<Breadcrumb crumbs={crumbs} />} title={t("log")} note={t("logNote")} />
      <OwnLog log={log} address={address} choices={choices} />
    </>
  );
}
