"use client";

import { Check, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { Notice } from "@/app/_ui/notice";

type Told = Outputs["employees"]["whyAccess"];
type Answer = Told["answers"][number];

/** Task by task: yes or no, and why. */
export function WhyAnswers({ told, name }: { told: Told; name: string }) {
  const t = useTranslations("employees");
  const caption = t("whyCaption", { name, number: told.clientNumber });
  const columns: Column<Answer>[] = [
    {
      key: "task",
      label: t("columnTask"),
      cell: ({ label }) => <span className="block tablet:max-w-90">{label}</span>,
    },
    {
      key: "allowed",
      label: t("columnAllowed"),
      cell: ({ allowed }) => (
        <span className="inline-flex items-center gap-1.5">
          {allowed ? <Check className="size-4" /> : <Minus className="size-4" />}
          {t(allowed ? "yes" : "no")}
        </span>
      ),
    },
    { key: "why", label: t("columnWhy"), cell: ({ why }) => why },
  ];
  return (
    <div role="status" className="mt-4 grid gap-2">
      <h3 className="text-base">{caption}</h3>
      {told.state !== "active" && (
        <Notice tone="warning">
          <p>{t(told.state === "disabled" ? "whyDisabled" : "whyNotActivated", { name })}</p>
        </Notice>
      )}
      <div className="-mx-pad border-y border-line">
        <DataTable
          captionHidden
          caption={caption}
          columns={columns}
          items={told.answers}
          itemKey={({ task }) => task}
        />
      </div>
      <p className="text-sm text-muted">
        {t("whyExpertises", { count: told.expertises.length, list: told.expertises.join(", ") })}
      </p>
    </div>
  );
}
