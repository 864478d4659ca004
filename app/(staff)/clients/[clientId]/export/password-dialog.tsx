"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { PasswordField } from "@/app/login/password-field";
import { sentenceOf } from "@/server/core/errors";
import type { StartExport } from "./use-start-export";

/** Asks who is at the keyboard, when that was proved too long ago. A wrong password leaves it open. */
export function PasswordDialog({ start }: { start: StartExport }) {
  return start.password && <Asking asked={start.password} busy={start.busy} />;
}

type AskingProps = { asked: NonNullable<StartExport["password"]>; busy: boolean };

function Asking({ asked, busy }: AskingProps) {
  const t = useTranslations("export");
  const form = useId();
  const [typed, setTyped] = useState("");
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(typed === "");
    if (typed === "") document.getElementById("proof")?.focus();
    else asked.give(typed);
  };
  return (
    <Dialog
      isOpen
      onClose={asked.cancel}
      title={t("passwordTitle")}
      footer={
        <>
          <Button onClick={asked.cancel}>{t("passwordBack")}</Button>
          <Button type="submit" form={form} look="primary" busy={busy && t("starting")}>
            {t("start")}
          </Button>
        </>
      }
    >
      <form id={form} noValidate className="grid gap-3" onSubmit={submit}>
        <p>{sentenceOf("password-needed")}</p>
        <PasswordField
          id="proof"
          name="password"
          autoComplete="current-password"
          label={t("password")}
          value={typed}
          error={missing ? t("passwordMissing") : asked.wrong}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p role="alert" className="sr-only">
          {asked.wrong}
        </p>
      </form>
    </Dialog>
  );
}
