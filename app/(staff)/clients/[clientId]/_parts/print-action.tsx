"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { actionClass } from "./action-menu";

/** Prints this page; a line in the action menu. */
export function PrintAction({ label }: { label?: string }) {
  const t = useTranslations("client");
  return (
    <button type="button" className={actionClass} onClick={() => window.print()}>
      <Printer />
      {label ?? t("print")}
    </button>
  );
}
