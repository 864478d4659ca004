import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../_parts/client-actions";
import { ClientContent } from "../_parts/client-columns";
import { ExportDesk } from "./export-desk";

type ExportPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: ExportPageProps): Promise<Metadata> {
  const t = await getTranslations("export");
  return { title: t("title", { number: (await params).clientId }) };
}

export default async function ExportPage({ params }: ExportPageProps) {
  const { clientId } = await params;
  const calls = await api();
  const { today } = await load(calls.export.page({ clientId }));
  const exports = await load(calls.export.list({ clientId }));
  const polled = await load(calls.export.poll({ clientId }));
  const [t, client] = [await getTranslations("export"), await getTranslations("client")];
  const up = { label: client("overview"), href: `/clients/${clientId}/dossier` };
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead above={<Breadcrumb crumbs={[up, { label: client("export") }]} />} title={t("heading")} />
      <ExportDesk clientId={clientId} today={today} given={{ exports, polled }} />
    </ClientContent>
  );
}
