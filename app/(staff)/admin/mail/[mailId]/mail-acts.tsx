"use client";

import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { AskedAct } from "@/app/(staff)/_rights/asked-act";

/** What can be done with a mail: have it tried again, or keep it from going. */
export function MailActs({ mail: { id, state, may } }: { mail: Outputs["mail"]["one"] }) {
  const t = useTranslations("mail");
  const { mail } = useTRPC();
  return (
    <>
      {may.retry && (
        <AskedAct
          harmless={state !== "uncertain"}
          act={mail.retry.mutationOptions()}
          input={{ mailId: id }}
          text={t("retry")}
          title={t("retryAsk")}
          lines={[...(state === "uncertain" ? [t("retryTwice")] : []), t("retryNow")]}
          actLabel={t("retry")}
          backLabel={t("retryBack")}
          busy={t("retryBusy")}
          done={t("retried")}
        />
      )}
      {may.cancel && (
        <AskedAct
          look="danger-quiet"
          act={mail.cancel.mutationOptions()}
          input={{ mailId: id }}
          text={t("cancel")}
          title={t("cancelAsk")}
          lines={[t("cancelStops"), t("cancelFinal")]}
          actLabel={t("cancel")}
          backLabel={t("cancelBack")}
          busy={t("cancelBusy")}
          done={t("cancelled")}
        />
      )}
    </>
  );
}
