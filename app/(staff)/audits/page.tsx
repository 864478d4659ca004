import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { AuditDesk } from "./audit-desk";
import { ChainNotice } from "./chain-notice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audits");
  return { title: t("title") };
}

export default async function AuditsPage() {
  const { audits } = await api();
  const first = await load(audits.list({}));
  const [choices, chain] = await Promise.all([load(audits.choices()), load(audits.chain())]);
  const t = await getTranslations("audits");
  return (
    <PageMain>
      <PageHead title={t("title")} note={t("note")} />
      <ChainNotice given={chain} />
      <AuditDesk first={first} choices={choices} />
    </PageMain>
  );
}
