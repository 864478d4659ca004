"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { type Failure, failureOf, isKeyUsed } from "@/app/_trpc/failure";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { DRAFT_REASON } from "@/server/dossier/input";
import { fieldId, fieldName } from "./field-path";
import type { Form, FormField } from "./form-field";
import { emptyRecord, sentValues, type TypedRecord, typedFromDraft, typedRecord } from "./typed";
import { useDraft } from "./use-draft";

/** The version that was stored while this one was being written; by whom is not asked again for an old draft. */
export type Newest = { form: Form; by?: string; at?: number };

/** One line of the summary, and the sentence at the field itself. */
type Problem = FieldProblem & { path: string; sentence: string };

type WritingOf = {
  clientId: string;
  given: Form;
  /** Fields that are left to the server while nobody has touched them: the moment of a quick report */
  untouched?: readonly string[];
  onStored: (id: string) => void;
};

export type Writing = ReturnType<typeof useWriting>;

/**
 * The writing of one entry, new or corrected: what is typed, keeping it as a draft, storing it, and all that can come
 * between. Whatever happens, what was typed stays.
 */
export function useWriting({ clientId, given, untouched = [], onStored }: WritingOf) {
  const t = useTranslations("writing");
  const client = useTRPCClient();
  const [base, setBase] = useState(given);
  const { entry, part } = base;
  const fields = entry ? [...base.fields, whyField(t("why"), t("whyHint"))] : base.fields;
  const shown = (form: Form) => ({ ...emptyRecord(fields), ...typedRecord(form.fields, form.values) });
  const [record, setRecord] = useState<TypedRecord>(() =>
    given.draft ? typedFromDraft(fields, given.draft.values) : shown(given),
  );
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const version = entry && { entryId: entry.id, version: entry.version };
  const draft = useDraft({ clientId, part, ...version }, given.draft?.savedAt ?? null);
  const [state, setState] = useState<{
    busy?: boolean;
    /** Stored as it was: there was nothing to store */
    same?: boolean;
    failure?: Failure;
    problems?: Problem[];
  }>({});
  const isOld = given.draft !== null && entry !== null && given.draft.version !== given.entry?.version;
  const [newest, setNewest] = useState<Newest | undefined>(isOld ? { form: given } : undefined);
  const [asksSignIn, setAsksSignIn] = useState(false);
  const underWay = useRef(false);
  const sent = (typed: TypedRecord) => JSON.stringify(sentValues(base.fields, typed));
  const isSame = sent(record) === sent(shown(base));

  const change = (typed: TypedRecord) => {
    setRecord(typed);
    // What was wrong there is about what stood there.
    const stands = ({ path }: Problem) => textAt(typed, path) === textAt(record, path);
    setState(({ problems, ...rest }) => ({
      ...rest,
      ...(problems && { problems: problems.filter(stands) }),
    }));
    draft.keeper.typed(typed);
  };

  const send = async (): Promise<string> => {
    const values = sentValues(base.fields, record);
    if (!entry) {
      const initial = sentValues(base.fields, shown(base));
      for (const key of untouched) if (values[key] === initial[key]) delete values[key];
      return (await client.entries.add.mutate({ clientId, part, values, requestKey })).id;
    }
    const aim = { clientId, part, entryId: entry.id, version: entry.version };
    await client.entries.correct.mutate({ ...aim, values, reason: String(record[DRAFT_REASON] ?? "") });
    return entry.id;
  };

  /** What was stored in between, so that both can be shown. */
  const loadNewest = async (entryId: string) => {
    const target = { clientId, part, entryId };
    const form = await client.entries.form.query(target);
    const last = await client.entries.entry.query(target);
    setNewest({ form, by: last.changedBy ?? last.recordedBy, at: last.changedAt ?? last.recordedAt });
  };

  const fail = async (error: unknown) => {
    const failure = failureOf(error);
    if (failure.kind === "signed-out") setAsksSignIn(true);
    if (isKeyUsed(failure)) setRequestKey(crypto.randomUUID());
    if (failure.kind === "refused" && failure.reason === "entry-changed" && entry) {
      return loadNewest(entry.id).catch((other: unknown) => setState({ failure: failureOf(other) }));
    }
    const problems = failure.kind === "refused" ? failure.fields.map((each) => problemOf(fields, each)) : [];
    setState(problems.length > 0 ? { problems } : { failure });
  };

  const submit = async () => {
    if (underWay.current) return;
    if (entry && isSame) return setState({ same: true });
    underWay.current = true;
    setState({ busy: true });
    await draft.keeper.pause();
    try {
      const id = await send();
      draft.keeper.forget();
      draft.keeper.reopen();
      setState({});
      onStored(id);
    } catch (error) {
      draft.keeper.resume(record);
      await fail(error);
    } finally {
      underWay.current = false;
    }
  };

  /** Begins anew with another form: after storing, or after a draft was thrown away. */
  const startWith = (form: Form) => {
    setBase(form);
    setRecord(shown(form));
    setRequestKey(crypto.randomUUID());
    setState({});
  };

  return {
    ...{ base, fields, record, change, submit, startWith, isSame },
    /** Both versions, when someone else stored one; `before` is what both began with, unknown for an old draft. */
    conflict: newest && { newest, before: newest.form === base ? undefined : shown(base), mine: record },
    ...{ busy: state.busy ?? false, same: state.same ?? false, failure: state.failure },
    /** What is wrong field by field: a new list for each time it was sent, so that the summary takes focus then. */
    problems: state.problems ?? none,
    draft: draft.state,
    throwAway: async () => {
      await draft.drop();
      startWith(base);
    },
    /** Goes on from the newest version with what was chosen; storing it is the next step. */
    settle: (form: Form, typed: TypedRecord) => {
      setBase(form);
      setNewest(undefined);
      setState({});
      change(typed);
    },
    signIn: {
      isOpen: asksSignIn,
      ask: () => setAsksSignIn(true),
      close: () => setAsksSignIn(false),
      done: () => {
        setAsksSignIn(false);
        setState({});
        draft.keeper.typed(record);
        draft.keeper.retry();
      },
    },
  };
}

const none: Problem[] = [];

/** What stands at a path (`goals.0.targetDate`), to be compared. */
function textAt(record: TypedRecord, path: string): string {
  const at = path.split(".").reduce<unknown>((held, step) => Object(held)[step], record);
  return JSON.stringify(at) ?? "";
}

function problemOf(
  fields: readonly FormField[],
  { path, sentence }: { path: string; sentence: string },
): Problem {
  const message = [fieldName(fields, path), sentence].filter(Boolean).join(": ");
  return { path, sentence, fieldId: fieldId(path), message };
}

function whyField(label: string, hint: string): FormField {
  const rest = { options: [], fields: [], singular: null, partial: false, past: false, initial: null };
  return { key: DRAFT_REASON, label, hint, kind: "text", required: false, max: 500, ...rest };
}
