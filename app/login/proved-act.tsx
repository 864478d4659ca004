"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import type { ButtonLook } from "@/app/_ui/button-class";
import { Dialog } from "@/app/_ui/dialog";
import { PasswordField } from "./password-field";
import { refusalText } from "./refusal-text";

type ProvedActProps<Answer> = {
  /** Does it with the password; throws the refusal. */
  act: (password: string) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  /** On the button. */
  text: string;
  look?: ButtonLook;
  title: string;
  /** What will happen and what stays. */
  lines: string[];
  backLabel: string;
};

/** An act that asks the password every time: first in words, and it stays open while it is refused. */
export function ProvedAct<Answer>(props: ProvedActProps<Answer>) {
  const { act, onDone, text, look, title, lines, backLabel } = props;
  const t = useTranslations("secondFactor");
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState(false);
  const close = () => {
    setAsking(false);
    setPassword("");
    setMissing(false);
    doing.reset();
  };
  const doing = useMutation({
    mutationFn: act,
    // Neither a password nor what comes back is kept longer than its answer takes.
    gcTime: 0,
    onSuccess: (answer) => {
      close();
      onDone(answer);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (doing.isPending) return;
    setMissing(password === "");
    if (password === "") document.getElementById(`${id}-password`)?.focus();
    else doing.mutate(password);
  };
  const refused = doing.error && refusalText(doing.error, t("noAnswer"));
  return (
    <>
      <Button size="small" look={look} onClick={() => setAsking(true)}>
        {text}
      </Button>
      <Dialog
        isOpen={asking}
        onClose={close}
        title={title}
        footer={
          <>
            <Button onClick={close}>{backLabel}</Button>
            <Button type="submit" form={id} look="primary" busy={doing.isPending && t("working")}>
              {text}
            </Button>
          </>
        }
      >
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <form id={id} noValidate onSubmit={submit}>
          <PasswordField
            id={`${id}-password`}
            label={t("password")}
            autoComplete="current-password"
            value={password}
            error={missing ? t("passwordMissing") : (refused ?? undefined)}
            onChange={(event) => setPassword(event.target.value)}
          />
          <p role="alert" className="sr-only">
            {refused}
          </p>
        </form>
      </Dialog>
    </>
  );
}
