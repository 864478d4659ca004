import { UserPlus, Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { usesEmergency } from "@/app/(staff)/_shell/uses-emergency";
import { ClientList } from "./client-list";
import { loadListOrder } from "./list-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients");
  return { title: t("title") };
}

export default async function ClientsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await getTranslations("clients");
  const { holds } = await me();
  const order = await loadListOrder(searchParams);
  const first = await load((await api()).clients.list(order));
  return (
    <PageMain>
      <PageHead
        title={t("title")}
        note={t("note")}
        aside={
          holds.includes("client.manage") && (
            <span className="flex flex-wrap gap-2">
              {holds.includes("client.merge") && (
                <LinkButton href="/clients/duplicates" icon={<Users />}>
                  {t("duplicates")}
                </LinkButton>
              )}
              <LinkButton href="/clients/new" icon={<UserPlus />}>
                {t("new")}
              </LinkButton>
            </span>
          )
        }
      />
      <ClientList first={first} order={order} mayEmergency={usesEmergency(holds)} />
    </PageMain>
  );
}
