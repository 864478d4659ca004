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
import type { Pair } from "./pair-card";

/** Says that two clients are two people, after a question in words; or takes that back. */
export function PairDecision({ pair, dismissed }: { pair: Pair; dismissed: boolean }) {
  const t = useTranslations("duplicates");
  const router = useRouter();
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(false);
  const { left, right, stamp } = pair;
  const names = { left: `${left.name} (${left.number})`, right: `${right.name} (${right.number})` };
  const done = (text: string) => ({
    onSuccess: () => {
      setOpen(false);
      showToast(text);
      router.refresh();
    },
  });
  const dismiss = useMutation(trpc.duplicates.dismiss.mutationOptions(done(t("dismissed"))));
  const reopen = useMutation(trpc.duplicates.reopen.mutationOptions(done(t("reopened"))));
  const act = dismissed ? reopen : dismiss;
  const two = { left: left.number, right: right.number, stamp };
  const problem = act.error && (
    <Notice tone="danger" announce>
      <p>{refusalText(act.error, t("noAnswer"))}</p>
      {act.error.data?.reason === "duplicate-changed" && (
        <div>
          <Button
            size="small"
            onClick={() => {
              setOpen(false);
              act.reset();
              router.refresh();
            }}
          >
            {t("lookAgain")}
          </Button>
        </div>
      )}
    </Notice>
  );
  if (dismissed)
    return (
      <>
        <Button
          busy={reopen.isPending && t("saving")}
          onClick={() => reopen.mutate(two)}
          aria-label={t("reopenOf", { left: String(left.number), right: String(right.number) })}
        >
          {t("reopen")}
        </Button>
        {problem}
      </>
    );
  return (
    <>
      <Button
        onClick={() => setOpen(true)}
        aria-label={t("dismissOf", { left: String(left.number), right: String(right.number) })}
      >
        {t("dismiss")}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("dismissTitle")}
        actLabel={t("dismissAct")}
        backLabel={t("dismissBack")}
        harmless
        busy={dismiss.isPending && t("saving")}
        onAct={() => dismiss.mutate(two)}
      >
        <p>{t("dismissQuestion", names)}</p>
        <p>{t("dismissHelp")}</p>
        {problem}
      </ConfirmDialog>
    </>
  );
}
