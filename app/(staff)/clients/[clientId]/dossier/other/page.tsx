import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { ClientActions } from "../../_parts/client-actions";
import { ClientContent } from "../../_parts/client-columns";
import { loadOtherChoices, otherAddress, pageSize } from "./list-params";
import { ResourceList } from "./resource-list";
import { TypeChoice } from "./type-choice";

type OtherPageProps = { params: Promise<{ clientId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: OtherPageProps): Promise<Metadata> {
  const t = await getTranslations("other");
  return { title: t("pageTitle", { number: (await params).clientId }) };
}

export default async function OtherPage({ params, searchParams }: OtherPageProps) {
  const { clientId } = await params;
  const { type, page: index } = await loadOtherChoices(searchParams);
  const asked = {
    clientId,
    type: type?.slice(0, 64),
    page: Math.min(Math.max(index, 0), 99_999) + 1,
    size: pageSize,
  };
  const { resources, types, total, page } = await load((await api()).dossier.other(asked));
  const t = await getTranslations("other");
  const here = `/clients/${clientId}/dossier/other`;
  const from = (page - 1) * pageSize + 1;
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={t("title")} note={t("note")} />
      {types.length > 1 && <TypeChoice here={here} types={types} chosen={type} />}
      <Card flush>
        {resources.length === 0 ? (
          <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
        ) : (
          <>
            <ResourceList resources={resources} />
            <Pager
              from={from}
              to={from + resources.length - 1}
              total={total}
              previousHref={page > 1 ? otherAddress(here, { type, page: page - 2 }) : undefined}
              nextHref={page * pageSize < total ? otherAddress(here, { type, page }) : undefined}
            />
          </>
        )}
      </Card>
    </ClientContent>
  );
}
