"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { QrCode } from "@/app/_ui/qr-code";
import { TextField } from "@/app/_ui/text-field";
import { refusalText } from "./refusal-text";

type EnrolAppProps = {
  /** What was begun: shown here and nowhere else. */
  begun: { secret: string; qr: boolean[][] };
  /** Confirms it with a code of the app; throws the refusal. */
  confirm: (code: string) => Promise<{ recoveryCodes: string[] }>;
  onConfirmed: (recoveryCodes: string[]) => void;
};

/** Pairs an app: the QR code, the same in letters, and the first code as proof that it worked. */
export function EnrolApp({ begun, confirm, onConfirmed }: EnrolAppProps) {
  const t = useTranslations("secondFactor");
  const id = useId();
  const start = useRef<HTMLParagraphElement>(null);
  // What was pressed to get here is gone: whoever does not see the page begins reading here.
  useEffect(() => start.current?.focus(), []);
  const [code, setCode] = useState("");
  const [missing, setMissing] = useState(false);
  const confirming = useMutation({
    mutationFn: confirm,
    // Recovery codes are not kept longer than they are shown.
    gcTime: 0,
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  });
  const focus = () => document.getElementById(id)?.focus();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (confirming.isPending) return;
    setMissing(code.trim() === "");
    if (code.trim() === "") focus();
    else confirming.mutate(code, { onError: focus });
  };
  const refused = confirming.error && refusalText(confirming.error, t("noAnswer"));
  return (
    <form noValidate className="grid gap-4" onSubmit={submit}>
      <p ref={start} tabIndex={-1}>
        {t("scan")}
      </p>
      <QrCode modules={begun.qr} label={t("qrLabel")} />
      <p>
        <span className="block text-sm text-muted">{t("orType")}</span>
        <code className="break-words">{begun.secret}</code>
      </p>
      <TextField
        id={id}
        label={t("appCode")}
        hint={t("confirmHint")}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        error={missing ? t("codeMissing") : (refused ?? undefined)}
        onChange={(event) => setCode(event.target.value)}
      />
      <p role="alert" className="sr-only">
        {refused}
      </p>
      <Button type="submit" look="primary" busy={confirming.isPending && t("confirmBusy")}>
        {t("confirm")}
      </Button>
    </form>
  );
}
