import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientColumns } from "../_parts/client-columns";
import { ClientNav } from "../_parts/client-nav";
import { loadClient } from "../_parts/load-client";

type GeneralLayoutProps = { children: ReactNode; params: Promise<{ clientId: string }> };

export default async function GeneralLayout({ children, params }: GeneralLayoutProps) {
  const { clientId } = await params;
  const t = await getTranslations();
  const { may } = await loadClient(clientId);
  const here = `/clients/${clientId}`;
  const items = [
    {
      href: here,
      label: t("personalia.title"),
      also: [`${here}/edit`, `${here}/care-status`, `${here}/bsn`],
    },
    ...(may.dossier || may.manage
      ? [
          { href: `${here}/profile`, label: t("personalia.profile") },
          { href: `${here}/care`, label: t("personalia.careRecords") },
          { href: `${here}/planning`, label: t("personalia.planning") },
          { href: `${here}/history`, label: t("personalia.history") },
        ]
      : []),
  ];
  return (
    <ClientColumns nav={<ClientNav label={t("client.tabGeneral")} groups={[{ items }]} />}>
      {children}
    </ClientColumns>
  );
}
