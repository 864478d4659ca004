import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { loadLogChoices, logInput } from "@/app/(staff)/clients/[clientId]/log/list-params";
import { OwnLog } from "@/app/(staff)/clients/[clientId]/log/own-log";

type ClientAuditsProps = { params: Promise<{ clientId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: ClientAuditsProps): Promise<Metadata> {
  const t = await getTranslations("ownLog");
  return { title: t("pageTitle", { number: (await params).clientId }) };
}

/** The client's own log for who watches the log and may not see who the client is. */
export default async function ClientAuditsPage({ params, searchParams }: ClientAuditsProps) {
  const { clientId } = await params;
  const choices = await loadLogChoices(searchParams);
  const log = await load((await api()).audits.client({ clientId, ...logInput(choices) }));
  const [t, audits] = [await getTranslations("ownLog"), await getTranslations("audits")];
  const up = { label: audits("title"), href: "/audits" };
  return (
    <PageMain>
      <PageHead
        above={<Breadcrumb crumbs={[up, { label: t("title") }]} />}
        title={t("titleOf", { number: clientId })}
        note={t("note")}
      />
      <OwnLog log={log} address={`/audits/clients/${clientId}`} choices={choices} />
    </PageMain>
  );
}
