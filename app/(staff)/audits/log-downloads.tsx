"use client";

import { useMutation } from "@tanstack/react-query";
import { FileCheck2, FileSpreadsheet } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { saveFile } from "@/app/_ui/save-file";
import { showToast } from "@/app/_ui/toast-queue";
import type { AuditQuery } from "./form-values";

const names = { sheet: "logboek.xlsx", file: "logboek.ndjson" } as const;

/** Takes along all rows that answer the question, as Excel or as signed file; each is an event in the log. */
export function LogDownloads({ query, children }: { query: AuditQuery; children?: ReactNode }) {
  const t = useTranslations("audits");
  const underWay = useRef(false);
  const saving = useMutation({
    mutationFn: (kind: keyof typeof names) => saveFile(`/api/audits/${kind}`, names[kind], query),
    onSuccess: (saved) => {
      if (saved === "saved") showToast(t("downloaded"));
    },
    onSettled: () => {
      underWay.current = false;
    },
  });
  const download = (kind: keyof typeof names) => {
    if (underWay.current) return;
    underWay.current = true;
    saving.mutate(kind);
  };
  const busy = (kind: keyof typeof names) =>
    saving.isPending && saving.variables === kind && t("downloading");
  const saved = saving.data;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          icon={<FileSpreadsheet />}
          busy={busy("sheet")}
          onClick={() => download("sheet")}
        >
          {t("downloadSheet")}
        </Button>
        <Button size="small" icon={<FileCheck2 />} busy={busy("file")} onClick={() => download("file")}>
          {t("downloadFile")}
        </Button>
        {children}
      </div>
      {saved && saved !== "saved" && !saving.isPending && (
        <Notice tone="danger" announce>
          <p>{saved === "no-answer" ? t("downloadBroken") : saved.refusal}</p>
        </Notice>
      )}
    </div>
  );
}
