import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../_parts/client-actions";
import { ClientColumns, ClientContent } from "../_parts/client-columns";
import { loadLogChoices, logInput } from "./list-params";
import { OwnLog } from "./own-log";

type LogPageProps = { params: Promise<{ clientId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: LogPageProps): Promise<Metadata> {
  const t = await getTranslations("ownLog");
  return { title: t("pageTitle", { number: (await params).clientId }) };
}

export default async function LogPage({ params, searchParams }: LogPageProps) {
  const { clientId } = await params;
  const choices = await loadLogChoices(searchParams);
  const log = await load((await api()).audits.client({ clientId, ...logInput(choices) }));
  const [t, client] = [await getTranslations("ownLog"), await getTranslations("client")];
  const up = { label: client("tabGeneral"), href: `/clients/${clientId}` };
  return (
    <ClientColumns nav={<div />}>
      <ClientContent actions={<ClientActions />}>
        <PageHead
          above={<Breadcrumb crumbs={[up, { label: t("title") }]} />}
          title={t("title")}
          note={t("note")}
        />
        <OwnLog log={log} address={`/clients/${clientId}/log`} choices={choices} />
      </ClientContent>
    </ClientColumns>
  );
}
