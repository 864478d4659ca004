import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { keepToNumber } from "@/app/_merged/keep-to-number";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { Day } from "@/app/_ui/time";
import { PageMain } from "../../../_shell/page-main";
import { CarenStatusBadge } from "../../_parts/caren-status";
import { LinkDesk } from "../../_parts/link-desk";
import { NameButton } from "../../_parts/name-button";

type CarenClientPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: CarenClientPageProps): Promise<Metadata> {
  const t = await getTranslations("onsClient");
  return { title: t("clientTitle", { number: (await params).clientId }) };
}

/** One client: how it stands with Caren, and what can be done about it. */
export default async function CarenClientPage({ params }: CarenClientPageProps) {
  const { clientId } = await params;
  const t = await getTranslations("onsClient");
  const client = await load((await api()).caren.client({ clientId }));
  const { person, status, daysLeft } = client;
  await keepToNumber(clientId, person.number);
  const [place] = person.places;
  const crumbs = [
    { label: t("dashboard"), href: "/ons-client" },
    ...(place ? [{ label: place.location, href: `/ons-client/locations/${place.code}` }] : []),
    { label: clientId },
  ];
  const { birthDate, age } = person;
  return (
    <PageMain>
      <PageHead
        above={<Breadcrumb crumbs={crumbs} />}
        title={person.titledName}
        aside={<NameButton client={client} />}
      />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <CarenStatusBadge status={status} daysLeft={daysLeft} />
        <span className="text-muted">
          {birthDate && (
            <>
              {age === null
                ? t.rich("bornDay", { day: () => <Day value={birthDate} /> })
                : t.rich("bornAge", { day: () => <Day value={birthDate} />, age })}
              {", "}
            </>
          )}
          {t("clientNumber", { number: person.number })}
          {place && `, ${place.location}`}
        </span>
      </p>
      <LinkDesk client={client} />
    </PageMain>
  );
}
