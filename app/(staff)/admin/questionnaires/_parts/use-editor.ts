"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { type Failure, failureOf, isKeyUsed } from "@/app/_trpc/failure";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { showToast } from "@/app/_ui/toast-queue";
import { useUnsaved } from "@/app/_ui/unsaved";
import type { Definition } from "@/server/questionnaires/input";
import { definitionOf, type Opened, placeId, problemsOf, tidy } from "./definition";

/** What can be done with a questionnaire besides saving its concept. */
export type Verb = "publish" | "drop" | "end" | "reopen";

/** The making of a questionnaire: what is typed, keeping it as a concept, and all that can come between. */
export function useEditor(given: Opened | undefined) {
  const t = useTranslations("questionnaires");
  const router = useRouter();
  const client = useTRPCClient();
  const [base, setBase] = useState(given);
  const [definition, setDefinition] = useState<Definition>(() => definitionOf(given));
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [theirs, setTheirs] = useState<Opened>();
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const underWay = useRef(false);
  const changed = JSON.stringify(tidy(definition)) !== JSON.stringify(definitionOf(base));
  useUnsaved(changed);

  const sentence: Parameters<typeof problemsOf>[1] = (problem, question) =>
    question === null
      ? t(`definitionProblem.${problem}`)
      : t("definitionProblem.at", { question, what: t(`definitionProblem.${problem}`) });

  /** One act at a time. @returns false when it was not done */
  const act = async (work: () => Promise<void>): Promise<boolean> => {
    if (underWay.current) return false;
    underWay.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      const found = failureOf(error);
      if (isKeyUsed(found)) setRequestKey(crypto.randomUUID());
      if (found.kind === "refused" && found.reason === "questionnaire-changed" && base) {
        await client.questionnaires.open.query({ id: base.id }).then(setTheirs, () => setFailure(found));
      } else setFailure(found);
      return false;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };

  const wrong = (publishing: boolean): FieldProblem[] => {
    const found = problemsOf(tidy(definition), sentence);
    const empty = publishing && definition.questions.length === 0;
    return empty
      ? [...found, { fieldId: placeId("questions"), message: t("definitionProblem.empty") }]
      : found;
  };

  /** Of what was wrong when it was sent, what still is. */
  const still = () => {
    if (problems.length === 0) return problems;
    const now = wrong(true);
    return problems.filter((each) =>
      now.some(({ fieldId, message }) => fieldId === each.fieldId && message === each.message),
    );
  };
  const open = still();

  const store = async (): Promise<{ id: string; version: number }> => {
    const aim = base && { id: base.id, version: base.version };
    if (aim && !changed && base.concept !== null) return aim;
    return client.questionnaires.save.mutate({ ...aim, requestKey, definition: tidy(definition) });
  };

  const reload = async (id: string) => {
    const opened = await client.questionnaires.open.query({ id });
    setBase(opened);
    setDefinition(definitionOf(opened));
    if (given) router.refresh();
    else router.replace(`/admin/questionnaires/${id}`);
  };

  /** Keeps what is typed as the concept. */
  const save = async () => {
    const found = wrong(false);
    setProblems(found);
    if (found.length > 0) return;
    await act(async () => {
      const { id } = await store();
      showToast(t("conceptSaved"));
      await reload(id);
    });
  };

  /** Whether what is typed can be published; says at its place what cannot. */
  const mayPublish = (): boolean => {
    const found = wrong(true);
    setProblems(found);
    return found.length === 0;
  };

  const run = (verb: Verb) =>
    act(async () => {
      const aim = verb === "publish" ? await store() : base && { id: base.id, version: base.version };
      if (!aim) return;
      await client.questionnaires[verb].mutate(aim);
      showToast(t(`done.${verb}`));
      await reload(aim.id);
    });

  return {
    ...{ base, definition, setDefinition, problems: open, failure, busy, changed, save, mayPublish, run },
    errorOf: (fieldId: string) => open.find((problem) => problem.fieldId === fieldId)?.message,
    theirs: theirs && {
      opened: theirs,
      keepMine: () => {
        setBase(theirs);
        setTheirs(undefined);
      },
      take: () => {
        setBase(theirs);
        setDefinition(definitionOf(theirs));
        setTheirs(undefined);
      },
    },
  };
}

export type Editor = ReturnType<typeof useEditor>;
