"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";

/** Mails the activation link again; the one before it ends. */
export function ResendActivation({ accountId }: { accountId: string }) {
  const t = useTranslations("portalAccounts");
  const words = useTranslations("passwordLink");
  const trpc = useTRPC();
  const router = useRouter();
  const requestKey = useRef<string>(undefined);
  const resend = useMutation(
    trpc.portalAccounts.resendActivation.mutationOptions({
      onSuccess: () => {
        requestKey.current = undefined;
        showToast(t("resent"));
        router.refresh();
      },
    }),
  );
  const send = () => {
    requestKey.current ??= crypto.randomUUID();
    resend.mutate({ accountId, requestKey: requestKey.current });
  };
  return (
    <>
      {resend.error && (
        <Notice tone="danger" announce>
          <p>{resend.error.data ? resend.error.message : words("noAnswer")}</p>
        </Notice>
      )}
      <Button size="small" busy={resend.isPending && t("resending")} onClick={send}>
        {t("resend")}
      </Button>
    </>
  );
}
