import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "../../../_shell/page-main";
import { CarenList } from "../../_parts/caren-list";
import { CarenAsked, CarenSilentNotice } from "../../_parts/caren-said";
import { CarenDistribution } from "../../_parts/totals";
import { SendMessageSlot } from "./send-message-slot";

type LocationPageProps = { params: Promise<{ locationId: string }> };

export async function generateMetadata({ params }: LocationPageProps): Promise<Metadata> {
  const t = await getTranslations("onsClient");
  return { title: t("locationTitle", { code: decodeURIComponent((await params).locationId) }) };
}

/** One location: its clients with their status, and what can be sent to those around them. */
export default async function OnsClientLocationPage({ params }: LocationPageProps) {
  const asked = decodeURIComponent((await params).locationId);
  const t = await getTranslations("onsClient");
  const caller = await api();
  const { caren, code, name, clients, byStatus } = await load(caller.caren.location({ code: asked }));
  const first = await load(caller.caren.list({ location: code }));
  const note =
    caren.state === "reachable"
      ? t("locationNote", { linked: byStatus.linked, clients })
      : t("locationNoteUnknown", { clients });
  const crumbs = [{ label: t("locations"), href: "/ons-client/locations" }, { label: name }];
  return (
    <PageMain aside={<CarenDistribution byStatus={byStatus} />}>
      <PageHead
        above={<Breadcrumb crumbs={crumbs} />}
        title={name}
        note={note}
        aside={<SendMessageSlot code={code} name={name} />}
      />
      <p className="text-sm text-muted">
        <CarenAsked caren={caren} />
      </p>
      <CarenSilentNotice caren={caren} />
      <CarenList first={first} at={code} />
    </PageMain>
  );
}
