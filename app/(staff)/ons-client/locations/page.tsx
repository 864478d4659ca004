import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "../../_shell/page-main";
import { CarenAsked, CarenSilentNotice } from "../_parts/caren-said";
import { LocationSearch } from "./location-search";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("onsClient");
  return { title: t("locationsTitle") };
}

/** The location tree with search. Messages are sent from the page of one location, never from here. */
export default async function OnsClientLocationsPage() {
  const t = await getTranslations("onsClient");
  const { caren, tree } = await load((await api()).caren.locations());
  return (
    <PageMain>
      <PageHead title={t("locations")} note={t("locationsNote")} aside={<CarenAsked caren={caren} />} />
      <CarenSilentNotice caren={caren} />
      <LocationSearch tree={tree} />
    </PageMain>
  );
}
