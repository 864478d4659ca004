"use client";

import { useQueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import type { Inputs } from "@/app/_trpc/outputs";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { showToast } from "@/app/_ui/toast-queue";
import { uploadFile } from "@/app/_ui/upload-file";

export type Decision = Omit<Inputs["consent"]["record"], "clientId" | "requestKey">;

interface State {
  busy: boolean;
  /** From 0 to 1, while a statement is sent */
  share?: number;
  /** Why it was not recorded, when that is about no field */
  problem?: string;
  /** Someone else recorded something since the dialog opened */
  overtaken?: boolean;
  fields: Problem[];
}

/** At its field the sentence, in the summary above the form the message. */
type Problem = FieldProblem & { path: string; sentence: string };

type Wrong = {
  message: string;
  reason?: string | null;
  fields: readonly { path: string; sentence: string }[];
};

/**
 * Records a decision, with its signed statement when there is one: both or neither. Whatever goes wrong, what was
 * typed and chosen stays. One key for one intention, so that a repeated click is the same decision.
 * @param labels names of the fields, by path
 */
export function useDecision(
  clientId: string,
  onDone: () => void,
  labels: Readonly<Record<string, string>> = {},
) {
  const t = useTranslations("consent");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const requestKey = useRef<string>(undefined);
  const sending = useRef<AbortController>(undefined);
  const [state, setState] = useState<State>({ busy: false, fields: [] });

  const refused = async ({ message, reason, fields }: Wrong) => {
    // Someone else may have recorded something: what stands behind the dialog is made true again.
    await queries.invalidateQueries(trpc.consent.screen.queryFilter({ clientId }));
    const overtaken = reason === "consent-changed";
    setState({
      busy: false,
      fields: fields.map(({ path, sentence }) => ({
        ...{ path, sentence, fieldId: `consent-${path}` },
        message: labels[path] ? `${labels[path]}: ${sentence}` : sentence,
      })),
      overtaken,
      ...(fields.length === 0 && { problem: message }),
    });
  };

  const done = async () => {
    requestKey.current = undefined;
    await queries.invalidateQueries(trpc.consent.screen.queryFilter({ clientId }));
    showToast(t("recorded"));
    setState({ busy: false, fields: [] });
    onDone();
  };

  const withFile = async (fields: Record<string, unknown>, file: File) => {
    const controller = new AbortController();
    sending.current = controller;
    const outcome = await uploadFile("/api/uploads/statements", {
      fields: { clientId, requestKey: requestKey.current, fileName: file.name, bytes: file.size, ...fields },
      file,
      onProgress: (share) => setState({ busy: true, share, fields: [] }),
      signal: controller.signal,
    });
    sending.current = undefined;
    if ("done" in outcome) return done();
    if (outcome.kind === "stopped") return setState({ busy: false, fields: [], problem: t("stopped") });
    if (outcome.kind === "no-answer") return setState({ busy: false, fields: [], problem: t("noAnswer") });
    const { sentence, reason, fields: wrong } = outcome;
    requestKey.current = undefined;
    const ofFile = reason?.startsWith("file-") || reason === "upload-broken";
    return refused({ message: sentence, reason, fields: ofFile ? [{ path: "file", sentence }] : wrong });
  };

  const start = () => {
    if (state.busy) return false;
    requestKey.current ??= crypto.randomUUID();
    setState({ busy: true, fields: [] });
    return true;
  };

  return {
    ...state,
    /** What was wrong there is about what stood there */
    mend: (path: string) =>
      setState((before) => ({ ...before, fields: before.fields.filter((each) => each.path !== path) })),
    stop: () => sending.current?.abort(),
    record: async (decision: Decision, file: File | undefined) => {
      if (!start()) return;
      const key = requestKey.current ?? "";
      if (file) return withFile({ decision: { ...decision, requestKey: key } }, file);
      try {
        await client.consent.record.mutate({ clientId, ...decision, requestKey: key });
      } catch (error) {
        // Without `data` there was no answer: the browser's own words are not the user's to read.
        const data = error instanceof TRPCClientError ? error.data : undefined;
        const message = data && error instanceof Error ? error.message : t("noAnswer");
        // Nothing was stored under this key, or something else was: what is sent next is a new intention.
        if (data) requestKey.current = undefined;
        return refused({ message, reason: data?.reason, fields: data?.fields ?? [] });
      }
      return done();
    },
    /** The statement of a decision that was recorded without one */
    attach: async (decisionId: string, file: File) => {
      if (start()) await withFile({ decisionId }, file);
    },
  };
}
