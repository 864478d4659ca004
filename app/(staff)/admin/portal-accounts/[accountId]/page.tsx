import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { PortalStateBadge } from "../_parts/portal-state";
import { AccountCard } from "./account-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portalAccounts");
  return { title: t("title") };
}

/** One portal account: who, whether they can sign in, and what can be done about it. */
export default async function PortalAccountPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const account = await load((await api()).portalAccounts.view({ accountId: accountId.slice(0, 64) }));
  const t = await getTranslations("portalAccounts");
  return (
    <PageMain>
      <PageHead
        above={
          <Breadcrumb
            crumbs={[{ label: t("title"), href: "/admin/portal-accounts" }, { label: account.name }]}
          />
        }
        title={account.name}
        aside={<PortalStateBadge state={account.state} />}
      />
      <AccountCard account={account} />
    </PageMain>
  );
}
