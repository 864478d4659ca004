"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { saveFile } from "@/app/_ui/save-file";
import { showToast } from "@/app/_ui/toast-queue";

type FileDownloadProps = { documentId: string; title: string; name: string };

/** Downloads a document in the portal; each download is an event in the log. */
export function FileDownload({ documentId, title, name }: FileDownloadProps) {
  const t = useTranslations("portalContent");
  const saving = useMutation({
    mutationFn: () => saveFile(`/api/portal-documents/${encodeURIComponent(documentId)}`, name),
    onSuccess: (saved) => {
      if (saved === "saved") showToast(t("downloaded", { title }));
    },
  });
  const saved = saving.data;
  return (
    <>
      <div>
        <Button
          size="small"
          icon={<Download />}
          aria-label={t("downloadOf", { title })}
          busy={saving.isPending && t("downloading")}
          onClick={() => saving.mutate()}
        >
          {t("download")}
        </Button>
      </div>
      {saved && saved !== "saved" && !saving.isPending && (
        <Notice tone="danger" announce>
          <p>{saved === "no-answer" ? t("downloadBroken") : t("downloadGone")}</p>
        </Notice>
      )}
    </>
  );
}
