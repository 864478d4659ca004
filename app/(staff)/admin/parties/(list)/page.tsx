import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { EndedParties } from "./ended-parties";
import { FigureTable } from "./figure-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("parties");
  return { title: t("title") };
}

/** The parties we exchange data with, and how many clients said what. */
export default async function PartiesPage() {
  const { consent } = await api();
  const [parties, { holds }] = await Promise.all([load(consent.parties()), me()]);
  const manages = holds.includes("organisation.manage");
  const counts = manages || holds.includes("client.manage") ? await load(consent.overview()) : undefined;
  const t = await getTranslations("parties");
  return (
    <PageMain>
      <PageHead
        title={t("title")}
        note={counts ? t("note", { total: counts.total }) : undefined}
        aside={
          manages && (
            <LinkButton href="/admin/parties/new" icon={<Plus />} look="primary">
              {t("add")}
            </LinkButton>
          )
        }
      />
      <FigureTable
        parties={parties.filter(({ endedAt }) => endedAt === null)}
        rows={counts?.rows ?? []}
        behind={holds.includes("client.manage")}
      />
      <EndedParties parties={parties.filter(({ endedAt }) => endedAt !== null)} />
    </PageMain>
  );
}
