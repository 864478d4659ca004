import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { LocationBrowser } from "./location-browser";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("locations");
  return { title: t("title") };
}

export default async function LocationsPage() {
  const t = await getTranslations("locations");
  const tree = await load((await api()).locations.tree());
  return (
    <PageMain>
      <PageHead title={t("title")} note={t("note")} />
      {tree.length === 0 ? (
        <Card flush>
          <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
        </Card>
      ) : (
        <LocationBrowser locations={tree} seesCaren={(await me()).holds.includes("caren.view")} />
      )}
    </PageMain>
  );
}
