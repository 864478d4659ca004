"use client";

import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { PageLink } from "@/app/_ui/page-link";
import { LinkPasswordForm } from "@/app/login/link-password-form";

/** A new password instead of a forgotten one. */
export function NewPortalPassword() {
  const t = useTranslations("passwordLink");
  const { portal } = useTRPC();
  return (
    <LinkPasswordForm
      set={portal.resetPassword.mutationOptions()}
      title={t("newTitle")}
      intro={t("newIntro")}
      submit={t("newSubmit")}
      done={t("newDone")}
      help={<PageLink href="/caren/login/forgotten">{t("newHelp")}</PageLink>}
    />
  );
}
