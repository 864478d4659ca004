import type { ReactNode } from "react";
import { ClientColumns } from "../_parts/client-columns";
import { DossierNav } from "../_parts/dossier-nav";
import { loadParts } from "../_parts/load-client";

type DossierLayoutProps = { children: ReactNode; params: Promise<{ clientId: string }> };

export default async function DossierLayout({ children, params }: DossierLayoutProps) {
  const { clientId } = await params;
  const parts = await loadParts(clientId);
  return <ClientColumns nav={<DossierNav clientId={clientId} parts={parts} />}>{children}</ClientColumns>;
}
