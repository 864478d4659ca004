"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import { PasswordField } from "./password-field";

export type LoginAnswer = { ok: true } | { ok: false; message: string };

type LoginFormProps = {
  /** Signs in. `message` is the Dutch sentence to show; on `ok` the caller has already sent the user on. */
  onSubmit: (email: string, password: string) => Promise<LoginAnswer>;
  email: string;
  password: string;
  onEmail: (value: string) => void;
  onPassword: (value: string) => void;
};

/** E-mail address and password. What was typed stays; errors stand at the field they are about. */
export function LoginForm({ onSubmit, email, password, onEmail, onPassword }: LoginFormProps) {
  const t = useTranslations("login");
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});
  const [refused, setRefused] = useState<string>();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setRefused(undefined);
    setFailed(false);
    const empty = {
      email: email.trim() === "" ? t("emailMissing") : undefined,
      password: password === "" ? t("passwordMissing") : undefined,
    };
    setMissing(empty);
    if (empty.email || empty.password) {
      document.getElementById(empty.email ? "email" : "password")?.focus();
      return;
    }
    setBusy(true);
    try {
      const answer = await onSubmit(email.trim(), password);
      if (answer.ok) return;
      setRefused(answer.message);
      document.getElementById("email")?.focus();
    } catch {
      // No answer at all: the network or the server is away. The reason is not the user's to read.
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form noValidate className="grid gap-4" onSubmit={submit}>
      {failed && (
        <Notice tone="danger" announce>
          <p>{t("offline")}</p>
        </Notice>
      )}
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        label={t("email")}
        value={email}
        error={missing.email ?? refused}
        onChange={(event) => onEmail(event.target.value)}
      />
      <PasswordField
        id="password"
        name="password"
        autoComplete="current-password"
        label={t("password")}
        value={password}
        error={missing.password}
        onChange={(event) => onPassword(event.target.value)}
      />
      <Button type="submit" look="primary" busy={busy && t("busy")}>
        {t("submit")}
      </Button>
    </form>
  );
}
