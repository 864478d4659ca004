"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { TextButton } from "@/app/_ui/text-button";
import { TextField } from "@/app/_ui/text-field";
import { AskNewPassword } from "@/server/auth/input";
import { useAccountApi } from "../side";
import { keptEmail } from "../typed-email";

type Fields = z.input<typeof AskNewPassword>;

/** Asks for the link. The answer is the same whether or not there is such an account. */
export function ForgottenForm() {
  const t = useTranslations("passwordLink");
  const ask = useMutation(useAccountApi().askNewPassword.mutationOptions());
  const form = useForm<Fields>({
    resolver: zodResolver(AskNewPassword),
    reValidateMode: "onSubmit",
    defaultValues: { email: keptEmail() },
  });
  if (ask.isSuccess) {
    return (
      <Notice tone="info" title={t("forgottenDone")} announce>
        <p>{t("forgottenDoneText")}</p>
        <p>
          <TextButton onClick={() => ask.reset()}>{t("again")}</TextButton>
        </p>
      </Notice>
    );
  }
  const { errors } = form.formState;
  return (
    <form noValidate className="grid gap-4" onSubmit={form.handleSubmit((fields) => ask.mutate(fields))}>
      {ask.error && (
        <Notice tone="danger" announce>
          <p>{ask.error.data ? ask.error.message : t("noAnswer")}</p>
        </Notice>
      )}
      <TextField
        id="email"
        type="email"
        label={t("email")}
        autoComplete="username"
        error={errors.email && t("emailWrong")}
        {...form.register("email", { setValueAs: (value: string) => value.trim() })}
      />
      <Button type="submit" look="primary" busy={ask.isPending && t("forgottenBusy")}>
        {t("forgottenSubmit")}
      </Button>
    </form>
  );
}
