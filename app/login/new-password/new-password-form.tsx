"use client";

import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { PageLink } from "@/app/_ui/page-link";
import { LinkPasswordForm } from "../link-password-form";

/** A new password instead of a forgotten one. */
export function NewPasswordForm() {
  const t = useTranslations("passwordLink");
  const trpc = useTRPC();
  return (
    <LinkPasswordForm
      set={trpc.account.resetPassword.mutationOptions()}
      title={t("newTitle")}
      intro={t("newIntro")}
      submit={t("newSubmit")}
      done={t("newDone")}
      help={<PageLink href="/login/forgotten">{t("newHelp")}</PageLink>}
    />
  );
}
