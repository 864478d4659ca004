import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BsnReveal } from "./_parts/bsn-reveal";
import { ClientHeader } from "./_parts/client-header";
import { ClientRightsProvider } from "./_parts/client-rights";
import { clientSummaryOf } from "./_parts/client-summary-of";
import { loadClient } from "./_parts/load-client";

type ClientLayoutProps = { children: ReactNode; params: Promise<{ clientId: string }> };

export default async function ClientLayout({ children, params }: ClientLayoutProps) {
  const { clientId } = await params;
  const header = await loadClient(clientId);
  const t = await getTranslations("client");
  return (
    <ClientRightsProvider
      value={{
        clientId,
        mayExport: header.may.export,
        mayLog: header.may.dossier || header.may.manage,
        mayEdit: header.may.edit,
        mayManage: header.may.manage,
        hasBsn: header.maskedBsn !== null,
      }}
    >
      <ClientHeader
        client={clientSummaryOf(header, t)}
        bsn={header.maskedBsn && <BsnReveal clientId={clientId} masked={header.maskedBsn} />}
        tabs={header.may.dossier ? ["general", "dossier", "admin"] : ["general"]}
      />
      {children}
    </ClientRightsProvider>
  );
}
