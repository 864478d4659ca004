"use client";

import { FileDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionMenu } from "./action-menu";
import { useClientRights } from "./client-rights";
import { PrintAction } from "./print-action";

/** The right-hand menu of every page of a client: export for who may, print, and what the page adds. */
export function ClientActions({ children }: { children?: ReactNode }) {
  const t = useTranslations("client");
  const { clientId, mayExport } = useClientRights();
  const exportLink = { href: `/clients/${clientId}/export`, label: t("export"), icon: <FileDown /> };
  return (
    <ActionMenu dataActions={mayExport ? [exportLink] : []} print={<PrintAction />}>
      {children}
    </ActionMenu>
  );
}
