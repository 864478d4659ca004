"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { refusalText } from "@/app/login/refusal-text";
import { useSide } from "@/app/login/side";

/** What is agreed to, with yes and no. A no signs out and says what now; neither is chosen for anyone. */
export function Agreement({ children }: { children: ReactNode }) {
  const t = useTranslations("portal");
  const { portal } = useTRPC();
  const { leave, home } = useSide();
  const agree = useMutation(portal.agree.mutationOptions({ onSuccess: () => window.location.assign(home) }));
  // The session ended with the no; this takes its cookie away.
  const decline = useMutation(portal.decline.mutationOptions({ onSuccess: leave }));
  if (decline.isSuccess)
    return (
      <Notice tone="info" title={t("declinedTitle")} announce>
        <p>{t("declined")}</p>
        <p>
          <LinkButton href="/caren/login">{t("toLogin")}</LinkButton>
        </p>
      </Notice>
    );
  const error = agree.error ?? decline.error;
  const busy = (agree.isPending || agree.isSuccess || decline.isPending) && t("consentBusy");
  return (
    <>
      {children}
      {error && (
        <Notice tone="danger" announce>
          <p>{refusalText(error, t("noAnswer"))}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" busy={busy} onClick={() => agree.mutate()}>
          {t("consentYes")}
        </Button>
        <Button busy={busy} onClick={() => decline.mutate()}>
          {t("consentNo")}
        </Button>
      </div>
    </>
  );
}
