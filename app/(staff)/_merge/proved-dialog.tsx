"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { type Failure, failureOf } from "@/app/_trpc/failure";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";
import { PasswordField } from "@/app/login/password-field";

/** What travels along when the last proof of who is at the keyboard is too long ago. */
export type Proof = { password?: string };
type Refused = Extract<Failure, { kind: "refused" }>;

type ProvedDialogProps<Answer> = {
  title: string;
  /** What will happen and what stays. */
  children: ReactNode;
  actLabel: string;
  backLabel: string;
  busyLabel: string;
  act: (proof: Proof) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  /** A refusal the page shows itself, after which this closes: true. */
  onRefused: (refused: Refused) => boolean;
  onClose: () => void;
};

/** A decision in words that is done once; asks the password when that was given too long ago. */
export function ProvedDialog<Answer>(props: ProvedDialogProps<Answer>) {
  const { title, children, actLabel, backLabel, busyLabel, act, onDone, onRefused, onClose } = props;
  const t = useTranslations("merge");
  const id = useId();
  const [password, setPassword] = useState("");
  const [asked, setAsked] = useState<string>();
  const [problem, setProblem] = useState<string>();
  /** A second click in the same moment sees the first */
  const underWay = useRef(false);
  const doing = useMutation({
    mutationFn: act,
    // A password is not kept longer than its answer takes.
    gcTime: 0,
    onSuccess: onDone,
    onError: (error) => {
      underWay.current = false;
      const failure = failureOf(error);
      const proof = failure.kind === "refused" && PROOF.includes(failure.reason);
      if (proof) setAsked(failure.sentence);
      else if (failure.kind === "refused" && onRefused(failure)) onClose();
      else setProblem(failure.kind === "signed-out" ? t("signedOut") : (failure.sentence ?? t("noAnswer")));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (underWay.current) return;
    underWay.current = true;
    setProblem(undefined);
    doing.mutate(password === "" ? {} : { password });
  };
  const busy = doing.isPending || doing.isSuccess;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{backLabel}</Button>
          <Button type="submit" form={id} look="primary" busy={busy && busyLabel}>
            {actLabel}
          </Button>
        </>
      }
    >
      {children}
      <form id={id} noValidate className="grid gap-3" onSubmit={submit}>
        {asked && (
          <PasswordField
            id={`${id}-password`}
            label={t("password")}
            autoComplete="current-password"
            autoFocus
            value={password}
            error={asked}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
        {problem && (
          <Notice tone="danger" announce>
            <p>{problem}</p>
          </Notice>
        )}
        <p role="alert" className="sr-only">
          {asked}
        </p>
      </form>
    </Dialog>
  );
}

const PROOF: readonly (string | null)[] = ["password-needed", "password-wrong"];
