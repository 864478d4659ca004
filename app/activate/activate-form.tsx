"use client";

import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { LinkPasswordForm } from "@/app/login/link-password-form";

/** The first password of an account. */
export function ActivateForm() {
  const t = useTranslations("passwordLink");
  const trpc = useTRPC();
  return (
    <LinkPasswordForm
      set={trpc.account.activate.mutationOptions()}
      title={t("activateTitle")}
      intro={t("activateIntro")}
      submit={t("activateSubmit")}
      done={t("activateDone")}
      help={t("activateHelp")}
    />
  );
}
