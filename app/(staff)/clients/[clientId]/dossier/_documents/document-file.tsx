"use client";

import { useMutation } from "@tanstack/react-query";
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { FileDownload } from "@/app/_ui/file-download";
import { Notice } from "@/app/_ui/notice";
import { KINDS, kindOfName } from "@/server/files/kinds";
import { DocumentPreview, type Preview } from "./document-preview";
import { fetchPreview } from "./fetch-preview";

type DocumentFileProps = {
  documentId: string;
  name: string;
  /** As it is stored; what a page cannot show is only downloaded. */
  mime: string;
};

const shown: readonly string[] = Object.values(KINDS).map(({ mime }) => mime);

/** The file of a document: look at it here, or download it. Both are events in the log. */
export function DocumentFile({ documentId, name, mime }: DocumentFileProps) {
  const t = useTranslations("documents");
  const [open, setOpen] = useState<Preview>();
  const looking = useMutation({
    mutationFn: () => fetchPreview(documentId),
    gcTime: 0,
    onSuccess: (got) => {
      if (got !== "no-answer" && !("refusal" in got)) setOpen(got);
    },
  });
  // What was shown is let go of as soon as it is closed or the page is left.
  useEffect(() => () => (open && "address" in open ? URL.revokeObjectURL(open.address) : undefined), [open]);
  const got = looking.data;
  const problem =
    got === "no-answer" ? t("previewBroken") : got && "refusal" in got ? got.refusal : undefined;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-start gap-2">
        {(shown.includes(mime) || (mime === "" && kindOfName(name))) && (
          <Button
            size="small"
            icon={open ? <EyeOff /> : <Eye />}
            aria-expanded={open !== undefined}
            busy={looking.isPending && t("previewLoading")}
            onClick={() => (open ? setOpen(undefined) : looking.mutate())}
          >
            {t(open ? "previewClose" : "preview", { name })}
          </Button>
        )}
        <FileDownload address={`/api/documents/${encodeURIComponent(documentId)}`} name={name} title={name} />
      </div>
      {problem && !open && !looking.isPending && (
        <Notice tone="danger" announce>
          <p>{problem}</p>
        </Notice>
      )}
      {open && <DocumentPreview name={name} preview={open} />}
    </div>
  );
}
