import type { ReactNode } from "react";
import { api, load } from "@/app/_trpc/server";
import { loadClient } from "../_parts/load-client";
import { logInput } from "./list-params";

type LogLayoutProps = { children: ReactNode; params: Promise<{ clientId: string }> };

/** Who may not see this is refused (and logged) by the log's own door here, while the answer can still be 403. */
export default async function LogLayout({ children, params }: LogLayoutProps) {
  const { clientId } = await params;
  const { may } = await loadClient(clientId);
  const newest = { from: null, until: null, older: null, newer: null };
  if (!may.dossier && !may.manage) await load((await api()).audits.client({ clientId, ...logInput(newest) }));
  return children;
}
