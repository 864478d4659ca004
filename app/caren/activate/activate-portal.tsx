"use client";

import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { LinkPasswordForm } from "@/app/login/link-password-form";

/** The first password of an account in the portal. */
export function ActivatePortal() {
  const t = useTranslations("passwordLink");
  const { portal } = useTRPC();
  return (
    <LinkPasswordForm
      set={portal.activate.mutationOptions()}
      title={t("activateTitle")}
      intro={t("activateIntro")}
      submit={t("activateSubmit")}
      done={t("activateDone")}
      help={t("activateHelp")}
    />
  );
}
