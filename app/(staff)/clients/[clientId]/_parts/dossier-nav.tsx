import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { ClientNav } from "./client-nav";

type DossierNavProps = { clientId: string; parts: Outputs["dossier"]["counts"] };

/** The left navigation of the dossier: the overview, and each part with how many entries you may see. */
export function DossierNav({ clientId, parts }: DossierNavProps) {
  const t = useTranslations("client");
  const home = `/clients/${clientId}/dossier`;
  const items = parts.map(({ slug, label, count, news }) => ({
    href: `${home}/${slug}`,
    label,
    count,
    fresh: news,
    whole: true,
  }));
  return (
    <ClientNav
      label={t("navigation")}
      groups={[
        { items: [{ href: home, label: t("overview"), also: [`/clients/${clientId}/export`] }] },
        { heading: t("parts"), items: [...items, { href: `${home}/other`, label: t("other") }] },
      ]}
    />
  );
}
