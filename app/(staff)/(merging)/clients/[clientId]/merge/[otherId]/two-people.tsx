"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";
import { refusalText } from "@/app/login/refusal-text";
import type { PairView } from "./pair";

/** Notes that these are no duplicate, where they are among those to be looked at. */
export function TwoPeople({ view }: { view: PairView }) {
  const { stamp } = view.likeness;
  return stamp === null ? null : <Asked view={view} stamp={stamp} />;
}

function Asked({ view, stamp }: { view: PairView; stamp: string }) {
  const t = useTranslations("duplicates");
  const merge = useTranslations("merge");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { survivor, retired } = view;
  const dismiss = useMutation(
    useTRPC().duplicates.dismiss.mutationOptions({
      onSuccess: () => {
        showToast(t("dismissed"));
        router.push("/clients/duplicates");
      },
    }),
  );
  const named = ({ name, number }: PairView["survivor"]) => `${name} (${number})`;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{merge("twoPeople")}</Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("dismissTitle")}
        actLabel={t("dismissAct")}
        backLabel={t("dismissBack")}
        harmless
        busy={dismiss.isPending && t("saving")}
        onAct={() => dismiss.mutate({ left: survivor.number, right: retired.number, stamp })}
      >
        <p>{t("dismissQuestion", { left: named(survivor), right: named(retired) })}</p>
        <p>{t("dismissHelp")}</p>
        {dismiss.error && (
          <Notice tone="danger" announce>
            <p>{refusalText(dismiss.error, t("noAnswer"))}</p>
          </Notice>
        )}
      </ConfirmDialog>
    </>
  );
}
