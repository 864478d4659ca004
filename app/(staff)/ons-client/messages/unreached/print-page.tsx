"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";

/** Prints the page it is on. */
export function PrintPage() {
  const t = useTranslations("messages");
  return (
    <div className="no-print">
      <Button icon={<Printer />} onClick={() => window.print()}>
        {t("print")}
      </Button>
    </div>
  );
}
