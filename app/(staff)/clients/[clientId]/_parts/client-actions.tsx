"use client";

import { Combine, Eye, FileDown, IdCard, LogOut, UserPen } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionMenu } from "./action-menu";
import { useClientRights } from "./client-rights";
import { PrintAction } from "./print-action";

/** The right-hand menu of every page of a client: export for who may, print, and what the page adds. */
export function ClientActions({ children }: { children?: ReactNode }) {
  const t = useTranslations("client");
  const { clientId, mayExport, mayLog, mayManage, mayMerge, hasBsn } = useClientRights();
  const exportLink = { href: `/clients/${clientId}/export`, label: t("export"), icon: <FileDown /> };
  const here = `/clients/${clientId}`;
  const logLink = { href: `${here}/log`, label: t("log"), icon: <Eye /> };
  const office = [
    { href: `${here}/edit`, label: t("changePerson"), icon: <UserPen /> },
    { href: `${here}/care-status`, label: t("changeCare"), icon: <LogOut /> },
    ...(mayMerge ? [{ href: `${here}/merge`, label: t("merge"), icon: <Combine /> }] : []),
    ...(hasBsn ? [{ href: `${here}/bsn`, label: t("removeBsn"), icon: <IdCard /> }] : []),
  ];
  return (
    <ActionMenu
      dataActions={[...(mayExport ? [exportLink] : []), ...(mayLog ? [logLink] : [])]}
      clientActions={mayManage ? office : []}
      print={<PrintAction />}
    >
      {children}
    </ActionMenu>
  );
}
