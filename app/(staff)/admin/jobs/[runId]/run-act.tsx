"use client";

import { type UseMutationOptions, useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";

type RunActProps = {
  runId: string;
  /** The mutation, as the API names it. */
  act: Pick<UseMutationOptions<void, { message: string }, { runId: string }>, "mutationFn" | "mutationKey">;
  title: string;
  /** What will happen and what stays. */
  lines: string[];
  actLabel: string;
  backLabel: string;
  busy: string;
  /** Said when it worked. */
  done: string;
  harmless?: boolean;
};

/** One thing to do with a task: asked first, done once, and then the page looks again. */
export function RunAct({ runId, act, title, lines, actLabel, backLabel, busy, done, harmless }: RunActProps) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const doing = useMutation({
    mutationFn: act.mutationFn,
    mutationKey: act.mutationKey,
    onSuccess: () => {
      setAsking(false);
      showToast(done);
      router.refresh();
    },
  });
  const ask = () => {
    doing.reset();
    setAsking(true);
  };
  return (
    <>
      <Button look={harmless ? "primary" : "secondary"} onClick={ask}>
        {actLabel}
      </Button>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={title}
        actLabel={actLabel}
        backLabel={backLabel}
        harmless={harmless}
        busy={doing.isPending && busy}
        onAct={() => doing.mutate({ runId })}
      >
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {doing.error && (
          <Notice tone="danger" announce>
            <p>{doing.error.message}</p>
          </Notice>
        )}
      </ConfirmDialog>
    </>
  );
}
