import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientColumns } from "./client-columns";
import { ClientNav } from "./client-nav";
import { loadClient } from "./load-client";

type GeneralColumnsProps = { clientId: string; children: ReactNode };

/** A page of Algemeen, with the pages beside it at the left. */
export async function GeneralColumns({ clientId, children }: GeneralColumnsProps) {
  const t = await getTranslations();
  const { may } = await loadClient(clientId);
  const here = `/clients/${clientId}`;
  const items = [
    {
      href: here,
      label: t("personalia.title"),
      also: [`${here}/edit`, `${here}/care-status`, `${here}/bsn`, `${here}/merge`],
    },
    ...(may.dossier || may.manage
      ? [
          { href: `${here}/profile`, label: t("personalia.profile") },
          { href: `${here}/care`, label: t("personalia.careRecords") },
          { href: `${here}/planning`, label: t("personalia.planning") },
          { href: `${here}/history`, label: t("personalia.history") },
        ]
      : []),
    ...(may.manage ? [{ href: `${here}/consent`, label: t("consent.title") }] : []),
  ];
  return (
    <ClientColumns nav={<ClientNav label={t("client.tabGeneral")} groups={[{ items }]} />}>
      {children}
    </ClientColumns>
  );
}
