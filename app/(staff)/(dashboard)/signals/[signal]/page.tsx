import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { SIGNAL_PAGE } from "@/server/dashboard/input";
import { SignalClients, SignalNote } from "../../signal-item";
import { loadSignalParams, signalAddress } from "./list-params";

type SignalPageProps = { params: Promise<{ signal: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("signals") };
}

/** Everything one signal is about, a page at a time. */
export default async function SignalPage({ params, searchParams }: SignalPageProps) {
  const t = await getTranslations("dashboard");
  const { signal } = await params;
  const page = Math.max(1, (await loadSignalParams(searchParams)).page);
  const found = await load((await api()).dashboard.signal({ signal, page }));
  if (!found) notFound();
  const { id, title, help, count, items } = found;
  const from = (page - 1) * SIGNAL_PAGE + 1;
  const address = (to: number) => signalAddress(`/signals/${id}`, { page: to });
  const hasNotes = items.some(({ note }) => note !== null);
  return (
    <PageMain>
      <PageHead above={<PageLink href="/">{t("signalBack")}</PageLink>} title={title} note={help} />
      <Card flush>
        {items.length === 0 ? (
          <EmptyState title={t("signalEmpty")}>{t("signalEmptyHelp")}</EmptyState>
        ) : (
          <>
            <DataTable
              caption={title}
              captionHidden
              items={items}
              itemKey={({ key }) => key}
              columns={[
                {
                  key: "client",
                  label: t("signalClient"),
                  cell: (item) => <SignalClients clients={item.clients} />,
                },
                ...(hasNotes
                  ? [
                      {
                        key: "note",
                        label: t("signalNote"),
                        cell: (item: (typeof items)[number]) => <SignalNote note={item.note} />,
                      },
                    ]
                  : []),
              ]}
            />
            <Pager
              from={from}
              to={from + items.length - 1}
              total={count}
              previousHref={page > 1 ? address(page - 1) : undefined}
              nextHref={from + items.length <= count ? address(page + 1) : undefined}
            />
          </>
        )}
      </Card>
    </PageMain>
  );
}
