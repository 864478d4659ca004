import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  createLoader,
  createSerializer,
  parseAsIndex,
  parseAsStringLiteral,
  type SearchParams,
} from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Card } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { me } from "@/app/(staff)/_shell/me";
import { PageMain } from "@/app/(staff)/_shell/page-main";

type BehindPageProps = { params: Promise<{ partyId: string }>; searchParams: Promise<SearchParams> };

const PAGE = 50;
const choices = {
  figure: parseAsStringLiteral(["yes", "no", "none", "over"] as const).withDefault("yes"),
  page: parseAsIndex.withDefault(0),
};
const readChoices = createLoader(choices);
const addressOf = createSerializer(choices);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("parties");
  return { title: t("behindTitle") };
}

/** The clients behind one figure of the overview. */
export default async function BehindPage({ params, searchParams }: BehindPageProps) {
  if (!(await me()).holds.includes("client.manage")) forbidden();
  const partyId = decodeURIComponent((await params).partyId);
  const { figure, page } = await readChoices(searchParams);
  const index = Math.min(Math.max(page, 0), 9_999);
  const list = await load((await api()).consent.behind({ partyId, figure, page: index + 1 }));
  const t = await getTranslations("parties");
  const here = `/admin/parties/${encodeURIComponent(partyId)}/clients`;
  const from = index * PAGE + 1;
  return (
    <PageMain>
      <PageHead
        title={list.name}
        note={t("behindNote", { figure: t(`figures.${figure}`), total: list.total })}
        above={
          <Breadcrumb crumbs={[{ label: t("title"), href: "/admin/parties" }, { label: t("behindTitle") }]} />
        }
      />
      <Card flush>
        {list.clients.length === 0 ? (
          <EmptyState title={t("behindEmptyTitle")}>{t("behindEmpty")}</EmptyState>
        ) : (
          <>
            <DataTable
              caption={t("behindTitle")}
              captionHidden
              items={list.clients}
              itemKey={({ number }) => String(number)}
              columns={[
                {
                  key: "name",
                  label: t("client"),
                  cell: ({ name, number }) => <PageLink href={`/clients/${number}/consent`}>{name}</PageLink>,
                },
                { key: "number", label: t("number"), cell: ({ number }) => number },
                { key: "why", label: t("why"), cell: ({ why }) => t(`outcomes.${why}`) },
              ]}
            />
            <Pager
              from={from}
              to={from + list.clients.length - 1}
              total={list.total}
              previousHref={index > 0 ? addressOf(here, { figure, page: index - 1 }) : undefined}
              nextHref={index + 1 < list.pages ? addressOf(here, { figure, page: index + 1 }) : undefined}
            />
          </>
        )}
      </Card>
    </PageMain>
  );
}
