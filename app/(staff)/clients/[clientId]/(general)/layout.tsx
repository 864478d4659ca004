import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientColumns } from "../_parts/client-columns";
import { ClientNav } from "../_parts/client-nav";

type GeneralLayoutProps = { children: ReactNode; params: Promise<{ clientId: string }> };

export default async function GeneralLayout({ children, params }: GeneralLayoutProps) {
  const { clientId } = await params;
  const t = await getTranslations();
  const items = [{ href: `/clients/${clientId}`, label: t("personalia.title") }];
  return (
    <ClientColumns nav={<ClientNav label={t("client.tabGeneral")} groups={[{ items }]} />}>
      {children}
    </ClientColumns>
  );
}
