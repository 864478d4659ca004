import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientColumns } from "../_parts/client-columns";
import { ClientNav } from "../_parts/client-nav";

type SharingLayoutProps = { children: ReactNode; params: Promise<{ clientId: string }> };

/** Beheer: who works in this dossier, who from outside is involved, and the family. */
export default async function SharingLayout({ children, params }: SharingLayoutProps) {
  const here = `/clients/${(await params).clientId}/sharing`;
  const [client, t] = [await getTranslations("client"), await getTranslations("sharing")];
  const items = [
    { href: here, label: t("title") },
    { href: `${here}/involved`, label: t("involved"), whole: true },
    { href: `${here}/family`, label: t("family"), whole: true },
  ];
  return (
    <ClientColumns nav={<ClientNav label={client("tabAdmin")} groups={[{ items }]} />}>
      {children}
    </ClientColumns>
  );
}
