"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextButton } from "@/app/_ui/text-button";
import { TextField } from "@/app/_ui/text-field";
import { refusalText } from "./refusal-text";

type CodeFormProps = {
  /** Gives the code; throws the refusal. */
  give: (code: string) => Promise<void>;
  /** Both factors were right. */
  onGiven: () => void;
};

/** The second step of signing in: a code from the app, or a recovery code. What was typed stays when it is refused. */
export function CodeForm({ give, onGiven }: CodeFormProps) {
  const t = useTranslations("secondFactor");
  const id = useId();
  const [code, setCode] = useState("");
  const [recovery, setRecovery] = useState(false);
  const [missing, setMissing] = useState(false);
  const giving = useMutation({ mutationFn: give, gcTime: 0, onSuccess: onGiven });
  const focus = () => document.getElementById(id)?.focus();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (giving.isPending || giving.isSuccess) return;
    setMissing(code.trim() === "");
    if (code.trim() === "") focus();
    else giving.mutate(code, { onError: focus });
  };
  const change = () => {
    setRecovery(!recovery);
    setCode("");
    setMissing(false);
    giving.reset();
    focus();
  };
  const refused = giving.error && refusalText(giving.error, t("noAnswer"));
  return (
    <form noValidate className="grid gap-4" onSubmit={submit}>
      <TextField
        id={id}
        label={t(recovery ? "recoveryCode" : "appCode")}
        hint={t(recovery ? "recoveryHint" : "appHint")}
        inputMode={recovery ? "text" : "numeric"}
        autoComplete={recovery ? "off" : "one-time-code"}
        autoCapitalize="off"
        spellCheck={false}
        value={code}
        error={missing ? t("codeMissing") : (refused ?? undefined)}
        onChange={(event) => setCode(event.target.value)}
      />
      <p role="alert" className="sr-only">
        {refused}
      </p>
      <Button type="submit" look="primary" busy={(giving.isPending || giving.isSuccess) && t("verifyBusy")}>
        {t("verifySubmit")}
      </Button>
      <p className="text-sm">
        <TextButton onClick={change}>{t(recovery ? "useApp" : "useRecovery")}</TextButton>
      </p>
    </form>
  );
}
