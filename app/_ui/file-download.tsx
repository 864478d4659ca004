"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button";
import { Notice } from "./notice";
import { saveFile } from "./save-file";
import { showToast } from "./toast-queue";

type FileDownloadProps = {
  /** Of the route that answers with the file; each download is an event in the log */
  address: string;
  /** Its name, should the answer not say one */
  name: string;
  /** What it is called here */
  title: string;
  /** The title already stands beside the button: it is read aloud, not shown again. */
  short?: boolean;
};

/** Downloads one file, and says how that went. */
export function FileDownload({ address, name, title, short }: FileDownloadProps) {
  const t = useTranslations("download");
  const saving = useMutation({
    mutationFn: () => saveFile(address, name),
    onSuccess: (saved) => {
      if (saved === "saved") showToast(t("done", { title }));
    },
  });
  const saved = saving.data;
  return (
    <>
      <div>
        <Button
          size="small"
          icon={<Download />}
          aria-label={short ? t("named", { title }) : undefined}
          busy={saving.isPending && t("busy")}
          onClick={() => saving.mutate()}
        >
          {short ? t("plain") : t("named", { title })}
        </Button>
      </div>
      {saved && saved !== "saved" && !saving.isPending && (
        <Notice tone="danger" announce>
          <p>{saved === "no-answer" ? t("broken") : saved.refusal}</p>
        </Notice>
      )}
    </>
  );
}
