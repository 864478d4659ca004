import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MergedNotice } from "@/app/_merged/merged-notice";
import { api, load } from "@/app/_trpc/server";
import { BsnReveal } from "./_parts/bsn-reveal";
import { ClientHeader } from "./_parts/client-header";
import { ClientRightsProvider } from "./_parts/client-rights";
import { clientSummaryOf } from "./_parts/client-summary-of";
import { EmergencyBanner } from "./_parts/emergency-banner";
import { loadClient } from "./_parts/load-client";

type ClientLayoutProps = { children: ReactNode; params: Promise<{ clientId: string }> };

export default async function ClientLayout({ children, params }: ClientLayoutProps) {
  const { clientId } = await params;
  const header = await loadClient(clientId);
  const emergency = header.may.dossier ? await load((await api()).emergency.current({ clientId })) : null;
  const t = await getTranslations("client");
  return (
    <ClientRightsProvider
      value={{
        clientId,
        mayExport: header.may.export,
        mayLog: header.may.dossier || header.may.manage,
        mayEdit: header.may.edit,
        mayManage: header.may.manage,
        mayMerge: header.may.merge,
        hasBsn: header.maskedBsn !== null,
      }}
    >
      {emergency && <EmergencyBanner clientId={clientId} {...emergency} />}
      <ClientHeader
        client={clientSummaryOf(header, t)}
        bsn={header.maskedBsn && <BsnReveal clientId={clientId} masked={header.maskedBsn} />}
        tabs={[
          "general",
          ...(header.may.dossier ? (["dossier"] as const) : []),
          ...(header.may.caren ? (["network"] as const) : []),
          ...(header.may.dossier ? (["admin"] as const) : []),
        ]}
      />
      <div className="px-5 pt-3 empty:hidden max-tablet:px-4">
        <MergedNotice number={header.number} formerNumbers={header.formerNumbers} />
      </div>
      {children}
    </ClientRightsProvider>
  );
}
