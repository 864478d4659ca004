"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type UseMutationOptions, useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PasswordByLink } from "@/server/auth/input";
import { PasswordField } from "./password-field";
import { useSide } from "./side";

type Fields = z.input<typeof PasswordByLink>;
type Refusal = { message: string; data?: { reason: string | null } | null };

type LinkPasswordFormProps = {
  /** The mutation, as the API names it. */
  set: Pick<UseMutationOptions<void, Refusal, Fields>, "mutationFn" | "mutationKey">;
  title: string;
  intro: string;
  submit: string;
  /** Said when it worked. */
  done: string;
  /** What to do when the link does not work any more. */
  help: ReactNode;
};

const WEAK: readonly (string | null | undefined)[] = ["password-too-short", "password-common"];

/** The page of a password chosen by a link, and then the way to sign in. Opening the page uses nothing up; the code comes from behind the `#` of the address. */
export function LinkPasswordForm({ set, title, intro, submit, done, help }: LinkPasswordFormProps) {
  const t = useTranslations("passwordLink");
  const { mutationFn, mutationKey } = set;
  const { login, name } = useSide();
  // A password is not kept longer than its answer takes.
  const setting = useMutation<void, Refusal, Fields>({ mutationFn, mutationKey, gcTime: 0 });
  const form = useForm<Fields>({
    resolver: zodResolver(PasswordByLink),
    reValidateMode: "onSubmit",
    defaultValues: { code: "", newPassword: "" },
  });
  const { setValue } = form;
  useEffect(() => {
    const takeCode = () => setValue("code", window.location.hash.slice(1));
    takeCode();
    // A new link followed in this same tab changes the address without loading the page again.
    window.addEventListener("hashchange", takeCode);
    return () => window.removeEventListener("hashchange", takeCode);
  }, [setValue]);

  const headClass = name === "portal" ? "font-reading" : undefined;
  if (setting.isSuccess) {
    return (
      <>
        <h1 ref={(heading) => heading?.focus()} tabIndex={-1} className={headClass}>
          {done}
        </h1>
        <p>{t("doneNext")}</p>
        <p>
          <LinkButton href={login} look="primary">
            {t("signIn")}
          </LinkButton>
        </p>
      </>
    );
  }
  const { errors } = form.formState;
  const { error } = setting;
  const used = error?.data?.reason === "link-invalid";
  const weak = WEAK.includes(error?.data?.reason) ? error?.message : undefined;
  const submitted = form.handleSubmit((fields) =>
    setting.mutate(fields, { onError: () => form.setFocus("newPassword") }),
  );
  return (
    <form noValidate className="grid gap-4" onSubmit={(event) => void submitted(event)}>
      <div className="grid gap-1">
        <h1 className={headClass}>{title}</h1>
        <p className="text-muted">{intro}</p>
      </div>
      {errors.code && (
        <Notice tone="danger" announce>
          <p>{t("noCode")}</p>
        </Notice>
      )}
      {error && !weak && (
        <Notice tone="danger" announce>
          <p>{error.data ? error.message : t("noAnswer")}</p>
          {used && <p>{help}</p>}
        </Notice>
      )}
      <PasswordField
        id="new-password"
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="new-password"
        error={errors.newPassword ? t("passwordMissing") : weak}
        {...form.register("newPassword")}
      />
      <p role="alert" className="sr-only">
        {weak}
      </p>
      <Button type="submit" look="primary" busy={setting.isPending && t("busy")}>
        {submit}
      </Button>
      <p className="text-sm">
        <PageLink href={login}>{t("back")}</PageLink>
      </p>
    </form>
  );
}
