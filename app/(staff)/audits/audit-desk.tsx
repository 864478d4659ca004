"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { AuditDetails } from "./audit-details";
import { AuditForm } from "./audit-form";
import { AuditList } from "./audit-list";
import { DetailsDialog } from "./details-dialog";
import type { AuditFormValues } from "./form-values";
import { useAuditPage } from "./use-audit-page";

type AuditDeskProps = {
  first: Outputs["audits"]["list"];
  /** What the first page answers */
  asked: AuditFormValues;
  choices: Outputs["audits"]["choices"];
};

/** From this width the opened row stands beside the list; below it, over the page. */
const BESIDE = "(min-width: 64rem)";

/** Questions to the log, the rows that answer them, and one of them opened. */
export function AuditDesk({ first, asked, choices }: AuditDeskProps) {
  const t = useTranslations("audits");
  const pages = useAuditPage(first, asked, choices.sets);
  const [opened, setOpened] = useState<number>();
  const [over, setOver] = useState(false);
  const line = pages.page?.lines.find(({ sequence }) => sequence === opened);
  const open = (sequence: number) => {
    setOpened(sequence);
    setOver(!window.matchMedia(BESIDE).matches);
  };
  return (
    <>
      <AuditForm choices={choices} asked={pages.values} onAsk={pages.ask} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-gap desk:grid-cols-[minmax(0,1fr)_22rem]">
        <AuditList pages={pages} opened={opened} onOpen={open} />
        <aside aria-label={t("details")} className="sticky top-4 max-desk:hidden">
          <AuditDetails line={line} />
        </aside>
      </div>
      <DetailsDialog line={over ? line : undefined} onClose={() => setOver(false)} />
    </>
  );
}
