import type { ReactNode } from "react";
import { api, load } from "@/app/_trpc/server";
import { GeneralColumns } from "../_parts/general-columns";
import { loadClient } from "../_parts/load-client";

type MergeLayoutProps = { children: ReactNode; params: Promise<{ clientId: string }> };

/** Who may not merge is refused (and logged) by the list's own door here, while the answer can still be 403. */
export default async function MergeLayout({ children, params }: MergeLayoutProps) {
  const { clientId } = await params;
  const { may } = await loadClient(clientId);
  if (!may.merge) await load((await api()).merge.list({ clientId }));
  return <GeneralColumns clientId={clientId}>{children}</GeneralColumns>;
}
