import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { Day } from "@/app/_ui/time";
import { ClientActions } from "../../_parts/client-actions";
import { ClientContent } from "../../_parts/client-columns";
import { LeaveForm } from "./leave-form";
import { ReturnForm } from "./return-form";

type CareStatusPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: CareStatusPageProps): Promise<Metadata> {
  const t = await getTranslations("careForm");
  return { title: t("titleDocument", { number: (await params).clientId }) };
}

export default async function CareStatusPage({ params }: CareStatusPageProps) {
  const { clientId } = await params;
  const t = await getTranslations("careForm");
  const { care, stamp, today } = await load((await api()).clients.forms({ clientId }));
  const since = care.outSince ?? care.since;
  const note = since
    ? t.rich(care.outSince ? "outSince" : "inSince", { day: () => <Day value={since} format="long" /> })
    : t("inUnknown");
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={t("title")} note={note} />
      {care.outSince ? (
        <ReturnForm clientId={clientId} fields={care.return} stamp={stamp} today={today} />
      ) : (
        <LeaveForm clientId={clientId} care={care} stamp={stamp} today={today} />
      )}
    </ClientContent>
  );
}
