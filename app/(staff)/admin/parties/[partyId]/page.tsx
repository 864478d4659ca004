import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { AddressListCard } from "../_parts/address-list-card";
import { EndParty } from "../_parts/end-party";
import { PartyForm } from "../_parts/party-form";
import { PartyVersions } from "../_parts/party-versions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("parties");
  return { title: t("one") };
}

export default async function PartyPage({ params }: { params: Promise<{ partyId: string }> }) {
  const { partyId } = await params;
  const [parties, { holds }] = await Promise.all([load((await api()).consent.parties()), me()]);
  const party = parties.find(({ id }) => id === decodeURIComponent(partyId));
  if (!party) notFound();
  const t = await getTranslations("parties");
  const manages = holds.includes("organisation.manage") && party.endedAt === null;
  return (
    <PageMain>
      <PageHead
        title={party.name}
        note={party.purpose}
        above={<Breadcrumb crumbs={[{ label: t("title"), href: "/admin/parties" }, { label: t("one") }]} />}
      />
      {party.endedAt !== null && (
        <Notice tone="info" title={t("endedTitle")}>
          <p>{party.endReason}</p>
          <p>{t("endedNote")}</p>
        </Notice>
      )}
      {party.addressList && party.endedAt === null && holds.includes("consent.exchange") && (
        <AddressListCard partyId={party.id} party={party.name} />
      )}
      {manages ? (
        <PartyForm party={party} />
      ) : (
        <Card title={t("what")}>
          <p>{t("getsWhat", { what: party.gets.join(", ") })}</p>
          <p className="text-muted">{t(`basisMeaning.${party.basis}`)}</p>
          {party.legalGround && <p className="text-muted">{party.legalGround}</p>}
        </Card>
      )}
      <PartyVersions party={party} />
      {manages && <EndParty party={party} />}
    </PageMain>
  );
}
