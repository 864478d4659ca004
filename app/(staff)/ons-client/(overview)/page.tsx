import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { PageMain } from "../../_shell/page-main";
import { CarenList } from "../_parts/caren-list";
import { CarenAsked, CarenSilentNotice } from "../_parts/caren-said";
import { type CarenLocation, CarenTree } from "../_parts/caren-tree";
import { CarenDistribution, CarenTotals } from "../_parts/totals";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("onsClient");
  return { title: t("dashboardTitle") };
}

/** The places within reach, in the order of the tree. */
const choices = (tree: CarenLocation[]): { code: string; label: string }[] =>
  tree.flatMap(({ code, name, clients, children }) => [
    ...(clients === null ? [] : [{ code, label: name }]),
    ...choices(children),
  ]);

/** Ons Cliënt: who is linked with Caren, and where. */
export default async function OnsClientPage() {
  const t = await getTranslations("onsClient");
  const caller = await api();
  const [{ caren, totals, tree }, first] = await Promise.all([
    load(caller.caren.dashboard()),
    load(caller.caren.list({})),
  ]);
  return (
    <PageMain
      aside={
        <>
          <CarenDistribution byStatus={totals.byStatus} />
          <Card
            flush
            title={t("locations")}
            aside={<PageLink href="/ons-client/locations">{t("searchLocation")}</PageLink>}
          >
            {tree.length === 0 ? <EmptyState title={t("noLocations")} /> : <CarenTree locations={tree} />}
          </Card>
        </>
      }
    >
      <PageHead title={t("dashboard")} aside={<CarenAsked caren={caren} />} />
      <CarenSilentNotice caren={caren} />
      <CarenTotals totals={totals} known={caren.state === "reachable"} />
      <CarenList first={first} locations={choices(tree)} />
    </PageMain>
  );
}
