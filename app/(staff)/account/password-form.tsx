"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";
import { PasswordField } from "@/app/login/password-field";
import { useAccountApi } from "@/app/login/side";
import { OwnPassword } from "@/server/auth/input";

type Fields = z.input<typeof OwnPassword>;

/** Changes one's own password; the old one is asked every time. */
export function PasswordForm() {
  const t = useTranslations("account");
  const words = useTranslations("passwordLink");
  const api = useAccountApi();
  const router = useRouter();
  const form = useForm<Fields>({
    resolver: zodResolver(OwnPassword),
    defaultValues: { password: "", newPassword: "" },
  });
  const change = useMutation(
    api.changePassword.mutationOptions({
      // A password is not kept longer than its answer takes.
      gcTime: 0,
      onSuccess: () => {
        form.reset();
        showToast(t("changed"));
        router.refresh();
      },
    }),
  );
  const { errors } = form.formState;
  const { error } = change;
  const reason = error?.data?.reason;
  const atNew = reason === "password-too-short" || reason === "password-common";
  /** The answer was about the passwords that stood there */
  const forget = () => error && change.reset();
  const elsewhere = error && reason !== "password-wrong" && !atNew;
  return (
    <form noValidate className="grid gap-3" onSubmit={form.handleSubmit((fields) => change.mutate(fields))}>
      {elsewhere && (
        <Notice tone="danger" announce>
          <p>{error.data ? error.message : words("noAnswer")}</p>
        </Notice>
      )}
      <PasswordField
        id="old-password"
        label={t("oldPassword")}
        autoComplete="current-password"
        error={errors.password ? t("oldMissing") : reason === "password-wrong" ? error?.message : undefined}
        {...form.register("password", { onChange: forget })}
      />
      <PasswordField
        id="new-password"
        label={t("newPassword")}
        hint={words("passwordHint")}
        autoComplete="new-password"
        error={errors.newPassword ? words("passwordMissing") : atNew ? error?.message : undefined}
        {...form.register("newPassword", { onChange: forget })}
      />
      <p role="alert" className="sr-only">
        {elsewhere ? null : error?.message}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button type="submit" look="primary" busy={change.isPending && t("changing")}>
          {t("change")}
        </Button>
        <span className="text-sm text-muted">{t("passwordNote")}</span>
      </div>
    </form>
  );
}
