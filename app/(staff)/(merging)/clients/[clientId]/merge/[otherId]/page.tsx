import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { loadPair } from "./load-pair";
import { MergeDesk } from "./merge-desk";

type MergePageProps = { params: Promise<{ clientId: string; otherId: string }> };

export async function generateMetadata({ params }: MergePageProps): Promise<Metadata> {
  const { clientId, otherId } = await params;
  const t = await getTranslations("merge");
  return { title: t("document", { left: clientId, right: otherId }) };
}

/** Two clients side by side: what is kept of whom, and what that does. */
export default async function MergePage({ params }: MergePageProps) {
  const { clientId, otherId } = await params;
  const loaded = await loadPair(clientId, otherId);
  if ("view" in loaded) {
    const { holds } = await me();
    return (
      <MergeDesk
        pair={{ clientId, otherId }}
        initial={loaded.view}
        opensDossier={holds.includes("dossier.view")}
      />
    );
  }
  const t = await getTranslations("merge");
  const up = { label: t("findTitle"), href: `/clients/${clientId}/merge` };
  const here = { label: t("pair", { left: clientId, right: otherId }) };
  return (
    <PageMain>
      <PageHead above={<Breadcrumb crumbs={[up, here]} />} title={t("title")} />
      <Notice tone="info" title={t("cannot")}>
        <p>{loaded.refusal}</p>
      </Notice>
      <div>
        <LinkButton href={`/clients/${clientId}`}>{t("backTo", { number: clientId })}</LinkButton>
      </div>
    </PageMain>
  );
}
