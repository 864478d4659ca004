"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Notice } from "@/app/_ui/notice";
import { refusalText } from "@/app/login/refusal-text";
import { useSide } from "@/app/login/side";

/** Takes back the yes of the first sign-in: nothing is shown any more, until they agree anew. */
export function StopPortal() {
  const t = useTranslations("portal");
  const { portal } = useTRPC();
  const { leave, login } = useSide();
  const [asking, setAsking] = useState(false);
  const stop = useMutation(
    portal.endAgreement.mutationOptions({
      onSuccess: async () => {
        await leave();
        window.location.assign(login);
      },
    }),
  );
  return (
    <div className="grid justify-items-start gap-3">
      <p>{t("stopText")}</p>
      <Button look="danger-quiet" onClick={() => setAsking(true)}>
        {t("stop")}
      </Button>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={t("stopAsk")}
        actLabel={t("stop")}
        backLabel={t("stopBack")}
        busy={(stop.isPending || stop.isSuccess) && t("stopBusy")}
        onAct={() => stop.mutate()}
      >
        <ul>
          <li>{t("stopLine1")}</li>
          <li>{t("stopLine2")}</li>
        </ul>
        {stop.error && (
          <Notice tone="danger" announce>
            <p>{refusalText(stop.error, t("noAnswer"))}</p>
          </Notice>
        )}
      </ConfirmDialog>
    </div>
  );
}
