"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { saveFile } from "@/app/_ui/save-file";
import { showToast } from "@/app/_ui/toast-queue";

/** Downloads a document of the dossier; each download is an event in the log. */
export function DocumentDownload({ documentId, name }: { documentId: string; name: string }) {
  const t = useTranslations("dossier");
  const saving = useMutation({
    mutationFn: () => saveFile(`/api/documents/${encodeURIComponent(documentId)}`, name),
    onSuccess: (saved) => {
      if (saved === "saved") showToast(t("downloaded", { name }));
    },
  });
  const saved = saving.data;
  return (
    <>
      <div>
        <Button
          size="small"
          icon={<Download />}
          busy={saving.isPending && t("downloading")}
          onClick={() => saving.mutate()}
        >
          {t("download", { name })}
        </Button>
      </div>
      {saved && saved !== "saved" && !saving.isPending && (
        <Notice tone="danger" announce>
          <p>{saved === "no-answer" ? t("downloadBroken") : saved.refusal}</p>
        </Notice>
      )}
    </>
  );
}
