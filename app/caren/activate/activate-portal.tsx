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
      submit={t("activateSubmit")}
      done={t("activateDone")}
      help={t("activateHelp")}
    />
  );
}
