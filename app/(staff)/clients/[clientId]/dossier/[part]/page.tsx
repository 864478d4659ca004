import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../../_parts/client-actions";
import { ClientContent } from "../../_parts/client-columns";
import { loadParts } from "../../_parts/load-client";
import { EntryList } from "./entry-list";
import { listInput, loadListChoices } from "./list-params";
import { NotShownLine } from "./not-shown-line";

type PartPageProps = {
  params: Promise<{ clientId: string; part: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: PartPageProps): Promise<Metadata> {
  const { clientId, part } = await params;
  const parts = await loadParts(clientId);
  const label = parts.find(({ slug }) => slug === part)?.label;
  return label ? { title: `${label} ${clientId}` } : {};
}

export default async function PartPage({ params, searchParams }: PartPageProps) {
  const { clientId, part } = await params;
  const choices = await loadListChoices(searchParams);
  const list = await load((await api()).dossier.entries({ clientId, ...listInput(part, choices) }));
  const t = await getTranslations("dossier");
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={list.label} aside={t("entries", { count: list.totalUnfiltered })} />
      <NotShownLine notShown={list.notShown} slug={list.slug} />
      <EntryList clientId={clientId} given={list} choices={choices} />
    </ClientContent>
  );
}
