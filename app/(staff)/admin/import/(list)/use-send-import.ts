"use client";

import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { uploadFile } from "@/app/_ui/upload-file";

type Sending = { file: File; index: number; count: number; share: number };
type State = { sending?: Sending; busy?: boolean; problem?: string };

/**
 * Sends the files of an import one after the other and starts it. What was sent stays sent: after a broken line the
 * same click goes on with the file it was at.
 */
export function useSendImport(onStarted: () => void) {
  const t = useTranslations("imports");
  const client = useTRPCClient();
  const [state, setState] = useState<State>({});
  const attempt = useRef<{ files: readonly File[]; place: string; requestKey: string; sent: Set<string> }>(
    undefined,
  );
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const sendAll = async (
    files: readonly File[],
    place: string,
    signal: AbortSignal,
  ): Promise<string | undefined> => {
    const last = attempt.current;
    const same =
      last?.place === place &&
      last.files.length === files.length &&
      last.files.every((each, at) => each === files[at]);
    const now =
      last && same ? last : { files, place, requestKey: crypto.randomUUID(), sent: new Set<string>() };
    attempt.current = now;
    const begun = await client.imports.begin.mutate({
      locationIds: [place],
      requestKey: now.requestKey,
      files: files.map(({ name, size }) => ({ name, bytes: size })),
    });
    for (const [index, { id }] of begun.files.entries()) {
      const file = files[index];
      if (!file || now.sent.has(id)) continue;
      const sending = { file, index, count: files.length };
      setState({ sending: { ...sending, share: 0 } });
      const outcome = await uploadFile("/api/uploads/imports", {
        fields: { importId: begun.importId, fileId: id },
        file,
        signal,
        onProgress: (share) => setState({ sending: { ...sending, share } }),
      });
      if (!("done" in outcome)) {
        if (outcome.kind === "stopped") {
          attempt.current = undefined;
          await client.imports.cancel.mutate({ importId: begun.importId });
          return t("stopped");
        }
        return outcome.kind === "refused" ? outcome.sentence : t("uploadBroken", { name: file.name });
      }
      now.sent.add(id);
    }
    setState({ busy: true });
    await client.imports.start.mutate({ importId: begun.importId });
    return undefined;
  };

  const send = async (files: readonly File[], place: string): Promise<void> => {
    if (controller.current) return;
    const stopper = new AbortController();
    controller.current = stopper;
    setState({ busy: true });
    try {
      const problem = await sendAll(files, place, stopper.signal);
      setState({ problem });
      if (problem !== undefined) return;
      attempt.current = undefined;
      onStarted();
    } catch (error) {
      // Without `data` there was no answer: the browser's own words are not the user's to read.
      const own = error instanceof TRPCClientError && error.data ? error.message : t("noAnswer");
      setState({ problem: own });
    } finally {
      controller.current = undefined;
    }
  };
  return { ...state, send, stop: () => controller.current?.abort() };
}
