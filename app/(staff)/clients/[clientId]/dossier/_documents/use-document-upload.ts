"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type Failure, isKeyUsed } from "@/app/_trpc/failure";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { type UploadFailure, uploadFile } from "@/app/_ui/upload-file";
import { sentenceOf } from "@/server/core/errors";
import { DOCUMENT_FILE, kindOfName } from "@/server/files/kinds";
import { fieldId, fieldName } from "../_writing/field-path";
import type { FormField } from "../_writing/form-field";
import { isBlank, sentValues, type TypedRecord } from "../_writing/typed";

/** The path of the file among the fields of the form. */
export const FILE = "file";

type Problem = FieldProblem & { path: string; sentence: string };

type State = { share?: number; failure?: Failure; problems: Problem[]; stopped?: boolean };

/** The reasons that say something of the file itself: shown where it was chosen. */
const ofFile = /^(?:file-|upload-broken)/;

/**
 * Sends a document with what was typed. Whatever goes wrong, file and words stay in the form; one key for one
 * intention, so that a repeated click is the same document.
 */
export function useDocumentUpload(
  clientId: string,
  fields: readonly FormField[],
  onStored: (id: string) => void,
) {
  const t = useTranslations("documents");
  const [state, setState] = useState<State>({ problems: [] });
  const requestKey = useRef<string>(undefined);
  const sending = useRef<AbortController>(undefined);
  useEffect(() => () => sending.current?.abort(), []);

  const problemOf = (path: string, sentence: string): Problem => {
    const name = path === FILE ? t("file") : fieldName(fields, path);
    return { path, sentence, fieldId: fieldId(path), message: [name, sentence].filter(Boolean).join(": ") };
  };

  /** What can be seen without sending; the server looks again, and further. */
  const problemsBefore = (record: TypedRecord, file: File | undefined): Problem[] => {
    const missing = fields.filter(({ key, required }) => required && isBlank(record[key] ?? ""));
    return [
      ...(file ? [] : [problemOf(FILE, t("fileMissing"))]),
      ...(file && file.size > DOCUMENT_FILE.cap ? [problemOf(FILE, sentenceOf("file-too-large"))] : []),
      ...(file && !kindOfName(file.name) ? [problemOf(FILE, sentenceOf("file-kind"))] : []),
      ...missing.map(({ key }) => problemOf(key, t("required"))),
    ];
  };

  const stateAfter = (outcome: UploadFailure): State => {
    if (outcome.kind === "stopped") return { problems: [], stopped: true };
    if (outcome.kind === "no-answer") return { problems: [], failure: { kind: "offline" } };
    const { reason, sentence, status, fields: wrong } = outcome;
    if (status === 401) return { problems: [], failure: { kind: "signed-out" } };
    const problems = wrong.map((each) => problemOf(each.path, each.sentence));
    if (reason !== null && ofFile.test(reason)) problems.push(problemOf(FILE, sentence));
    if (problems.length > 0) return { problems };
    return { problems, failure: { kind: "refused", reason, sentence, fields: wrong } };
  };

  const send = async (record: TypedRecord, file: File | undefined): Promise<void> => {
    if (sending.current) return;
    const problems = problemsBefore(record, file);
    if (problems.length > 0 || !file) return setState({ problems });
    requestKey.current ??= crypto.randomUUID();
    const controller = new AbortController();
    sending.current = controller;
    setState({ problems: [], share: 0 });
    const outcome = await uploadFile<{ entryId: string }>("/api/uploads/documents", {
      fields: {
        ...{ clientId, requestKey: requestKey.current, fileName: file.name, bytes: file.size },
        values: sentValues(fields, record),
      },
      file,
      onProgress: (share) => setState((before) => ({ ...before, share })),
      signal: controller.signal,
    });
    sending.current = undefined;
    if (!("done" in outcome)) {
      const after = stateAfter(outcome);
      if (after.failure && isKeyUsed(after.failure)) requestKey.current = undefined;
      return setState(after);
    }
    requestKey.current = undefined;
    setState({ problems: [] });
    onStored(outcome.done.entryId);
  };

  /** What was wrong there is about what stood there: a field by its key, or the file. */
  const mend = (key: string) =>
    setState((before) => ({
      ...before,
      problems: before.problems.filter(({ path }) => path !== key && !path.startsWith(`${key}.`)),
    }));

  return {
    ...state,
    send,
    mend,
    stop: () => sending.current?.abort(),
    forget: () => setState({ problems: [] }),
  };
}
