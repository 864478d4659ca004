import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { ClientActions } from "../../../_parts/client-actions";
import { ClientContent } from "../../../_parts/client-columns";
import { ChangeThread } from "./change-thread";
import { KindFilter } from "./kind-filter";
import { historyAddress, loadHistoryParams } from "./list-params";

type HistoryPageProps = { params: Promise<{ clientId: string }>; searchParams: Promise<SearchParams> };

const PAGE = 25;

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const t = await getTranslations("personalia");
  return { title: t("titleHistory", { number: (await params).clientId }) };
}

export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const { clientId } = await params;
  const { kind, page } = await loadHistoryParams(searchParams);
  const [t, words] = [await getTranslations("history"), await getTranslations("personalia")];
  const asked = { clientId, page: Math.max(1, page), ...(kind !== "" && { kind }) };
  const { changes, total, kinds } = await load((await api()).records.history(asked));
  const from = (asked.page - 1) * PAGE + 1;
  const address = (to: number) => historyAddress(`/clients/${clientId}/history`, { kind, page: to });
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={words("history")} note={t("note")} />
      <KindFilter kind={kind} kinds={kinds} address={`/clients/${clientId}/history`} />
      <Card flush>
        {changes.length === 0 ? (
          <EmptyState title={t("empty")}>{t("emptyHelp")}</EmptyState>
        ) : (
          <>
            <ChangeThread changes={changes} />
            <Pager
              from={from}
              to={from + changes.length - 1}
              total={total}
              previousHref={asked.page > 1 ? address(asked.page - 1) : undefined}
              nextHref={from + changes.length <= total ? address(asked.page + 1) : undefined}
            />
          </>
        )}
      </Card>
    </ClientContent>
  );
}
