import type { ReactNode } from "react";
import { ClientColumns } from "../_parts/client-columns";
import { DossierNav } from "../_parts/dossier-nav";
import { loadClient, loadParts } from "../_parts/load-client";

type ExportLayoutProps = { children: ReactNode; params: Promise<{ clientId: string }> };

/** Navigation of the dossier for who may read it; a role may hold the export task without that one. */
export default async function ExportLayout({ children, params }: ExportLayoutProps) {
  const { clientId } = await params;
  const { may } = await loadClient(clientId);
  const nav = may.dossier ? <DossierNav clientId={clientId} parts={await loadParts(clientId)} /> : <div />;
  return <ClientColumns nav={nav}>{children}</ClientColumns>;
}
