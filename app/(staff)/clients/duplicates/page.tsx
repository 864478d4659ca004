import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { DUPLICATES_PAGE } from "@/server/duplicates/input";
import { listAddress, listInput, loadListChoices } from "./list-params";
import { PairCard } from "./pair-card";
import { ScanState } from "./scan-state";
import { ShownChoice } from "./shown-choice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("duplicates");
  return { title: t("title") };
}

/** Clients who may be one person, side by side, and why. */
export default async function DuplicatesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const choices = await loadListChoices(searchParams);
  const { duplicates } = await api();
  const { pairs, page, total, counts } = await load(duplicates.list(listInput(choices)));
  const scan = await load(duplicates.scan());
  const [t, clients] = [await getTranslations("duplicates"), await getTranslations("clients")];
  const { show, client } = choices;
  const from = (page - 1) * DUPLICATES_PAGE + 1;
  const to = from + pairs.length - 1;
  const at = (other: number) => listAddress({ show, client, page: other });
  return (
    <PageMain>
      <PageHead
        above={<Breadcrumb crumbs={[{ label: clients("title"), href: "/clients" }, { label: t("title") }]} />}
        title={t("title")}
        note={t("note")}
      />
      <ScanState given={scan} />
      <ShownChoice show={show} client={client} counts={counts} />
      {pairs.length === 0 && (
        <Card>
          <EmptyState
            title={t(show === "open" ? "emptyOpen" : "emptyDismissed")}
            action={
              client !== null && (
                <LinkButton href={listAddress({ show })} size="small">
                  {t("everyone")}
                </LinkButton>
              )
            }
          >
            {t(show === "open" ? "emptyOpenHelp" : "emptyDismissedHelp")}
          </EmptyState>
        </Card>
      )}
      {pairs.map((pair) => (
        <PairCard
          key={`${pair.left.number} ${pair.right.number}`}
          pair={pair}
          dismissed={show === "dismissed"}
        />
      ))}
      {total > DUPLICATES_PAGE && pairs.length > 0 && (
        <Pager
          from={from}
          to={to}
          total={total}
          previousHref={page > 1 ? at(page - 1) : undefined}
          nextHref={to < total ? at(page + 1) : undefined}
        />
      )}
    </PageMain>
  );
}
