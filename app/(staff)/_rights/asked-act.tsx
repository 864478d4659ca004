"use client";

import { type UseMutationOptions, useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import type { ButtonLook } from "@/app/_ui/button-class";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";

type Refusal = { message: string; data?: unknown };

type AskedActProps<Input> = {
  /** The mutation, as the API names it, and what it is given. */
  act: Pick<UseMutationOptions<void, Refusal, Input>, "mutationFn" | "mutationKey">;
  input: Input;
  look?: ButtonLook;
  /** On the button; `label` says more to who cannot see what it stands beside. */
  text: string;
  label?: string;
  title: string;
  /** What will happen and what stays. */
  lines: string[];
  actLabel: string;
  backLabel: string;
  busy: string;
  /** Said when it worked. */
  done: string;
  harmless?: boolean;
  /** Where to go after; otherwise the page looks again. */
  next?: string;
};

/** Something about rights: asked first in words, done once. A refusal stays in the dialog. */
export function AskedAct<Input>(props: AskedActProps<Input>) {
  const { act, input, look, text, label, title, lines, actLabel, backLabel, busy, done, harmless, next } =
    props;
  const words = useTranslations("passwordLink");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { mutationFn, mutationKey } = act;
  const doing = useMutation<void, Refusal, Input>({
    mutationFn,
    mutationKey,
    onSuccess: () => {
      setAsking(false);
      showToast(done);
      if (next) router.push(next);
      else router.refresh();
    },
    // What was refused may be so because the page is old: it then shows what is so now.
    onError: () => router.refresh(),
  });
  const ask = () => {
    doing.reset();
    setAsking(true);
  };
  return (
    <>
      <Button size="small" look={look} aria-label={label} onClick={ask}>
        {text}
      </Button>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={title}
        actLabel={actLabel}
        backLabel={backLabel}
        harmless={harmless}
        busy={doing.isPending && busy}
        onAct={() => doing.mutate(input)}
      >
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {doing.error && (
          <Notice tone="danger" announce>
            <p>{doing.error.data ? doing.error.message : words("noAnswer")}</p>
          </Notice>
        )}
      </ConfirmDialog>
    </>
  );
}
