import type { ReactNode } from "react";
import { api, load } from "@/app/_trpc/server";
import { GeneralColumns } from "../_parts/general-columns";
import { loadClient } from "../_parts/load-client";

type ConsentLayoutProps = { children: ReactNode; params: Promise<{ clientId: string }> };

/** Who may not see this is refused (and logged) by the screen's own door here, while the answer can still be 403. */
export default async function ConsentLayout({ children, params }: ConsentLayoutProps) {
  const { clientId } = await params;
  const { may } = await loadClient(clientId);
  if (!may.manage) await load((await api()).consent.screen({ clientId }));
  return <GeneralColumns clientId={clientId}>{children}</GeneralColumns>;
}
