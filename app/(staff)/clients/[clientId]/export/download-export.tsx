"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";
import { saveExport } from "./save-export";

type DownloadExportProps = { clientId: string; exportId: string; look: "primary" | "secondary" };

/** Download export: each download is an event in the log. A refusal is said here, at its export. */
export function DownloadExport({ clientId, exportId, look }: DownloadExportProps) {
  const t = useTranslations("export");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const underWay = useRef(false);
  const saving = useMutation({
    mutationFn: () => saveExport(exportId),
    onSuccess: async (saved) => {
      if (saved === "saved") showToast(t("downloaded"));
      await queries.invalidateQueries(trpc.export.list.queryFilter({ clientId }));
    },
    onSettled: () => {
      underWay.current = false;
    },
  });
  const download = () => {
    if (underWay.current) return;
    underWay.current = true;
    saving.mutate();
  };
  const saved = saving.data;
  return (
    <>
      <div>
        <Button
          look={look}
          icon={<Download />}
          busy={saving.isPending && t("downloading")}
          onClick={download}
        >
          {t("download")}
        </Button>
      </div>
      {saved && saved !== "saved" && !saving.isPending && (
        <div className="col-span-full">
          <Notice tone="danger" announce>
            <p>{saved === "no-answer" ? t("downloadBroken") : saved.refusal}</p>
          </Notice>
        </div>
      )}
    </>
  );
}
