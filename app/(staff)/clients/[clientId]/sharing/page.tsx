import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../_parts/client-actions";
import { ClientContent } from "../_parts/client-columns";
import { FormerRoles } from "./former-roles";
import { SharingDesk } from "./sharing-desk";

type SharingPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: SharingPageProps): Promise<Metadata> {
  const t = await getTranslations("sharing");
  return { title: t("documentTitle", { number: (await params).clientId }) };
}

/** Dossier rechten: who works in this dossier, in which role, and since when. */
export default async function SharingPage({ params }: SharingPageProps) {
  const { clientId } = await params;
  const sharing = await load((await api()).sharing.page({ clientId }));
  const t = await getTranslations("sharing");
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={t("title")} note={t("note")} />
      {!sharing.hasOwner && (
        <Notice tone="warning" title={t("noOwner")}>
          <p>{t(sharing.mayAppoint ? "noOwnerAppoint" : "noOwnerAsk")}</p>
        </Notice>
      )}
      <SharingDesk clientId={clientId} sharing={sharing} />
      {sharing.former.length > 0 && <FormerRoles former={sharing.former} />}
    </ClientContent>
  );
}
