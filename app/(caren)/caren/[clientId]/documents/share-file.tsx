"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FileField } from "@/app/_ui/file-field";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import { showToast } from "@/app/_ui/toast-queue";
import { useUnsavedValue } from "@/app/_ui/unsaved";
import { uploadFile } from "@/app/_ui/upload-file";
import { UploadProgress } from "@/app/_ui/upload-progress";
import { sentenceOf } from "@/server/core/errors";
import { KINDS, PAPER_FILE } from "@/server/files/kinds";

const accept = PAPER_FILE.kinds.flatMap((kind) => KINDS[kind].extensions.map((each) => `.${each}`));

type Wrong = { path: "file" | "title"; sentence: string };

/** Shares a document with the care team: PDF, JPG or PNG, at most 10 MB. */
export function ShareFile({ clientId }: { clientId: string }) {
  const t = useTranslations("portalContent");
  const router = useRouter();
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState("");
  const [share, setShare] = useState<number>();
  const [wrong, setWrong] = useState<Wrong[]>([]);
  const [problem, setProblem] = useState<string>();
  const requestKey = useRef<string>(undefined);
  const sending = useRef<AbortController>(undefined);
  useEffect(() => () => sending.current?.abort(), []);
  useUnsavedValue([file?.name, title]);
  const labels = { file: t("file"), title: t("fileTitle") };
  const errorAt = (path: Wrong["path"]) => wrong.find((each) => each.path === path)?.sentence;
  const mend = (path: Wrong["path"]) => setWrong((before) => before.filter((each) => each.path !== path));

  const send = async () => {
    if (sending.current) return;
    const missing: Wrong[] = [
      ...(file ? [] : [{ path: "file" as const, sentence: t("fileMissing") }]),
      ...(file && file.size > PAPER_FILE.cap
        ? [{ path: "file" as const, sentence: sentenceOf("file-too-large-paper") }]
        : []),
      ...(title.trim() ? [] : [{ path: "title" as const, sentence: t("titleMissing") }]),
    ];
    setProblem(undefined);
    setWrong(missing);
    if (!file || missing.length > 0) return;
    requestKey.current ??= crypto.randomUUID();
    const controller = new AbortController();
    sending.current = controller;
    setShare(0);
    const outcome = await uploadFile("/api/uploads/portal-documents", {
      fields: { clientId, requestKey: requestKey.current, fileName: file.name, bytes: file.size, title },
      file,
      onProgress: setShare,
      signal: controller.signal,
    });
    sending.current = undefined;
    setShare(undefined);
    if ("done" in outcome) {
      requestKey.current = undefined;
      setFile(undefined);
      setTitle("");
      showToast(t("sharedIt"));
      return router.refresh();
    }
    if (outcome.kind === "stopped") return setProblem(t("stopped"));
    if (outcome.kind === "no-answer") return setProblem(t("noAnswer"));
    requestKey.current = undefined;
    if (outcome.status === 401) return setProblem(t("signedOut"));
    if (/^(?:file-|upload-broken)/.test(outcome.reason ?? ""))
      return setWrong([{ path: "file", sentence: outcome.sentence }]);
    if (outcome.fields.some(({ path }) => path === "title"))
      return setWrong(outcome.fields.map(({ sentence }) => ({ path: "title", sentence })));
    setProblem(outcome.sentence);
  };
  const busy = share !== undefined;
  return (
    <Card title={t("share")}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ErrorSummary
          problems={wrong.map(({ path, sentence }) => ({
            fieldId: `share-${path}`,
            message: `${labels[path]}: ${sentence}`,
          }))}
        />
        {problem && (
          <Notice tone="danger" title={t("notShared")} announce>
            <p>{problem}</p>
          </Notice>
        )}
        <p>{t("shareWhat")}</p>
        <FileField
          id="share-file"
          label={labels.file}
          hint={t("fileHint")}
          accept={accept}
          files={file ? [file] : []}
          onChange={([chosen]) => {
            setFile(chosen);
            mend("file");
          }}
          error={errorAt("file")}
          fixed={busy}
        />
        <TextField
          id="share-title"
          label={labels.title}
          hint={t("titleHint")}
          autoComplete="off"
          maxLength={200}
          value={title}
          onChange={(event) => {
            setTitle(event.target.value);
            mend("title");
          }}
          error={errorAt("title")}
        />
        {busy && (
          <UploadProgress name={file?.name ?? ""} share={share} onStop={() => sending.current?.abort()} />
        )}
        <div>
          <Button type="submit" look="primary" busy={busy && t("sharing")}>
            {t("shareAct")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
