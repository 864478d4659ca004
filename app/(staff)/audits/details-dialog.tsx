"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { type AuditLine, LineFacts } from "./audit-details";

/** One row of the log over the page, where there is no room beside the list. */
export function DetailsDialog({ line, onClose }: { line: AuditLine | undefined; onClose: () => void }) {
  const t = useTranslations("audits");
  const ui = useTranslations("ui");
  return (
    <Dialog
      isOpen={line !== undefined}
      onClose={onClose}
      title={t("rowTitle", { sequence: line?.sequence ?? 0 })}
      footer={<Button onClick={onClose}>{ui("close")}</Button>}
    >
      {line && <LineFacts line={line} />}
    </Dialog>
  );
}
