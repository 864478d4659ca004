"use client";

import { useMutation } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import { showToast } from "@/app/_ui/toast-queue";
import type { OpenedMessage } from "./message-details";

/** Taking a message back: says first what that does and what it cannot do. */
export function WithdrawMessage({ opened }: { opened: OpenedMessage }) {
  const t = useTranslations("messages");
  const [trpc, router] = [useTRPC(), useRouter()];
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const withdrawing = useMutation(
    trpc.locationMessages.withdraw.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        showToast(t("withdrawn"));
        router.refresh();
      },
    }),
  );
  return (
    <div>
      <Button icon={<Undo2 />} onClick={() => setAsking(true)}>
        {t("withdraw")}
      </Button>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={t("withdrawAsk")}
        actLabel={t("withdraw")}
        backLabel={t("withdrawBack")}
        busy={withdrawing.isPending && t("withdrawBusy")}
        onAct={() => withdrawing.mutate({ messageId: opened.id, reason })}
      >
        <ul>
          {opened.state === "scheduled" ? (
            <li>{t("withdrawUnsent")}</li>
          ) : (
            <>
              <li>{t("withdrawShown")}</li>
              <li>{t("withdrawRead")}</li>
            </>
          )}
          <li>{t("withdrawTrace")}</li>
        </ul>
        <TextField
          optional
          label={t("withdrawReason")}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {withdrawing.error && (
          <Notice tone="danger" announce>
            <p>{withdrawing.error.data ? withdrawing.error.message : t("noAnswer")}</p>
          </Notice>
        )}
      </ConfirmDialog>
    </div>
  );
}
