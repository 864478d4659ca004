"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import { PasswordField } from "@/app/login/password-field";
import { FirstAdministrator } from "@/server/auth/input";

type Fields = z.input<typeof FirstAdministrator>;

/** Name, address and password of the first administrator; the code comes from behind the `#` of the address. */
export function SetupForm() {
  const t = useTranslations("setup");
  const trpc = useTRPC();
  const setUp = useMutation(
    trpc.account.setUp.mutationOptions({ onSuccess: () => window.location.assign("/login") }),
  );
  const form = useForm<Fields>({
    resolver: zodResolver(FirstAdministrator),
    reValidateMode: "onSubmit",
    shouldFocusError: false,
    defaultValues: { code: "", name: "", email: "", password: "" },
  });
  const { setValue } = form;
  useEffect(() => {
    const takeCode = () => setValue("code", window.location.hash.slice(1));
    takeCode();
    // A new link followed in this same tab changes the address without loading the page again.
    window.addEventListener("hashchange", takeCode);
    return () => window.removeEventListener("hashchange", takeCode);
  }, [setValue]);

  const { errors } = form.formState;
  const problems = [
    errors.name && { fieldId: "name", message: t("nameMissing") },
    errors.email && { fieldId: "email", message: t("emailWrong") },
    errors.password && { fieldId: "password", message: t("passwordMissing") },
  ].filter((problem) => problem !== undefined);
  return (
    <form noValidate className="grid gap-4" onSubmit={form.handleSubmit((fields) => setUp.mutate(fields))}>
      <ErrorSummary key={form.formState.submitCount} problems={problems} />
      {errors.code && (
        <Notice tone="danger" announce>
          <p>{t("noCode")}</p>
        </Notice>
      )}
      {setUp.error && (
        <Notice tone="danger" announce>
          <p>{setUp.error.message}</p>
        </Notice>
      )}
      <TextField
        id="name"
        label={t("name")}
        autoComplete="name"
        error={errors.name && t("nameMissing")}
        {...form.register("name")}
      />
      <TextField
        id="email"
        type="email"
        label={t("email")}
        autoComplete="username"
        error={errors.email && t("emailWrong")}
        {...form.register("email")}
      />
      <PasswordField
        id="password"
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="new-password"
        error={errors.password && t("passwordMissing")}
        {...form.register("password")}
      />
      <Button type="submit" look="primary" busy={setUp.isPending && t("busy")}>
        {t("submit")}
      </Button>
    </form>
  );
}
