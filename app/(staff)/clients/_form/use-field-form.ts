"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { type Failure, failureOf, isKeyUsed } from "@/app/_trpc/failure";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { useUnsaved } from "@/app/_ui/unsaved";
import { type Difference, differencesOf } from "./differences";
import { type Filled, type FormField, sentOf, typedOf } from "./filled";

/** What a form sends. */
export type Sent = { values: Filled; stamp: string; requestKey: string };

type Options<Answer> = {
  /** Prefix of the ids of the controls */
  id: string;
  fields: readonly FormField[];
  /** As the server holds it now; a newer one comes by itself when the page is loaded again */
  filled: Filled;
  stamp?: string;
  send: (sent: Sent) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  /** A refusal the page handles itself, by its reason; true: nothing else is said of it; the key of the field it is about: it is said there */
  onRefused?: (reason: string | null) => boolean | string;
};

export type FieldForm = ReturnType<typeof useFieldForm>;

/**
 * A form of declared fields. What is wrong comes from the server and stands at its field; what was typed stays, always.
 * When someone else changed the same thing meanwhile, what they changed and you did not is taken over, and the rest is
 * shown side by side.
 */
export function useFieldForm<Answer>(options: Options<Answer>) {
  const { id, fields, filled, stamp = "", send, onDone, onRefused } = options;
  const router = useRouter();
  const form = useForm<Filled>({ defaultValues: typedOf(fields, filled), shouldFocusError: false });
  const [base, setBase] = useState({ filled, stamp });
  const [failure, setFailure] = useState<Failure>();
  const [sentences, setSentences] = useState<Filled>({});
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [conflict, setConflict] = useState<{ open: boolean; differences?: Difference[]; taken?: string[] }>({
    open: false,
  });
  const [busy, setBusy] = useState(false);
  const requestKey = useRef<string>(undefined);
  const textOf = (typed: Filled) => JSON.stringify(sentOf(fields, typed));
  /** What is on the server, or was just stored: more than this would be gone */
  const kept = useRef(textOf(typedOf(fields, filled)));
  const leave = useUnsaved(() => textOf(form.getValues()) !== kept.current);

  // What the server said of a field is about what stood there then.
  useEffect(() => {
    const mended = (key: string) => {
      setSentences(({ [key]: _gone, ...rest }) => rest);
      setProblems((before) => before.filter(({ fieldId }) => fieldId !== `${id}-${key}`));
    };
    return form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        if (name) mended(name);
      },
    });
  }, [form, id]);

  // The newest state comes with the page, after it was asked for again.
  useEffect(() => {
    if (!conflict.open || stamp === base.stamp) return;
    const theirs = typedOf(fields, filled);
    const { taken, differences } = differencesOf(
      fields,
      typedOf(fields, base.filled),
      form.getValues(),
      theirs,
    );
    for (const field of taken) form.setValue(field.key, theirs[field.key] ?? "");
    setConflict({ open: true, differences, taken: taken.map(({ label }) => label) });
    setBase({ filled, stamp });
    kept.current = JSON.stringify(sentOf(fields, theirs));
  }, [conflict.open, stamp, filled, base, fields, form]);

  const refused = (error: unknown) => {
    const found = failureOf(error);
    if (isKeyUsed(found)) requestKey.current = undefined;
    const reason = found.kind === "refused" ? found.reason : null;
    const handled = onRefused?.(reason) ?? false;
    const named = typeof handled === "string" && found.kind === "refused";
    const wrong = named
      ? [{ path: handled, sentence: found.sentence }]
      : found.kind === "refused"
        ? found.fields
        : [];
    setSentences(Object.fromEntries(wrong.map(({ path, sentence }) => [path, sentence])));
    setProblems(
      wrong.map(({ path, sentence }) => {
        const label = fields.find(({ key }) => key === path)?.label;
        return { fieldId: `${id}-${path}`, message: label ? `${label}: ${sentence}` : sentence };
      }),
    );
    if (reason === "record-changed") {
      setConflict({ open: true });
      router.refresh();
    } else if (!handled && wrong.length === 0) setFailure(found);
  };

  const submit = form.handleSubmit(async (typed) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    setSentences({});
    setProblems([]);
    requestKey.current ??= crypto.randomUUID();
    try {
      const answer = await send({
        values: sentOf(fields, typed),
        stamp: base.stamp,
        requestKey: requestKey.current,
      });
      requestKey.current = undefined;
      kept.current = textOf(typed);
      onDone(answer);
    } catch (error) {
      refused(error);
    }
    setBusy(false);
  });
  const take = (difference: Difference) => {
    form.setValue(difference.field.key, difference.theirs);
    setConflict((now) => ({
      ...now,
      differences: now.differences?.filter(({ field }) => field.key !== difference.field.key),
    }));
  };
  return { id, fields, form, submit, busy, failure, problems, sentences, conflict, take, leave };
}
