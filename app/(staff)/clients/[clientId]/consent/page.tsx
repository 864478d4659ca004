import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { ClientContent } from "../_parts/client-columns";
import { ConsentDesk } from "./consent-desk";
import { WhoDecides } from "./who-decides";

type ConsentPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: ConsentPageProps): Promise<Metadata> {
  const t = await getTranslations("consent");
  return { title: t("documentTitle", { number: (await params).clientId }) };
}

/** Gebruik dossier- en persoonsgegevens: with whom data may be shared, and why. */
export default async function ConsentPage({ params }: ConsentPageProps) {
  const { clientId } = await params;
  const screen = await load((await api()).consent.screen({ clientId }));
  const t = await getTranslations("consent");
  return (
    <ClientContent>
      <PageHead
        title={t("title")}
        note={t(screen.mayChange ? "note" : "noteReading", { name: screen.clientName })}
      />
      <WhoDecides screen={screen} />
      <ConsentDesk clientId={clientId} initial={screen} />
    </ClientContent>
  );
}
