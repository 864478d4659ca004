import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { AccountList } from "./account-list";
import { loadListChoices, pageSize } from "./list-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portalAccounts");
  return { title: t("title") };
}

export default async function PortalAccountsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await getTranslations("portalAccounts");
  const { state } = await loadListChoices(searchParams);
  const first = await load((await api()).portalAccounts.list({ state: state ?? undefined, size: pageSize }));
  return (
    <PageMain>
      <PageHead title={t("title")} note={t("note")} />
      <AccountList key={state} first={first} state={state} />
    </PageMain>
  );
}
