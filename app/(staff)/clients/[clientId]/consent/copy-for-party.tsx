"use client";

import { useMutation } from "@tanstack/react-query";
import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Notice } from "@/app/_ui/notice";
import { saveFile } from "@/app/_ui/save-file";
import type { Party } from "./consent-desk";

/**
 * Kopie delen met partij: what it may get, as a file. Consent is asked again by who makes the file; a refusal says why
 * and is in the log.
 */
export function CopyForParty({ clientId, party }: { clientId: string; party: Party }) {
  const t = useTranslations("consent");
  const [asking, setAsking] = useState(false);
  const saving = useMutation({
    mutationFn: () => saveFile("/api/party-copies", "kopie.json", { clientId, partyId: party.id }),
    onSuccess: (outcome) => {
      if (outcome === "saved") setAsking(false);
    },
  });
  const outcome = saving.data;
  const problem =
    outcome === "no-answer" ? t("noAnswer") : typeof outcome === "object" ? outcome.refusal : undefined;
  const close = () => {
    setAsking(false);
    saving.reset();
  };
  return (
    <>
      <Button size="small" look="quiet" icon={<Share2 />} onClick={() => setAsking(true)}>
        {t("copy")}
        <span className="sr-only">{t("copyFor", { party: party.name })}</span>
      </Button>
      <ConfirmDialog
        isOpen={asking}
        onClose={close}
        title={t("copyTitle", { party: party.name })}
        actLabel={t("copyAct")}
        backLabel={t("copyBack")}
        harmless
        busy={saving.isPending && t("copyMaking")}
        onAct={() => saving.mutate()}
      >
        <p>{t("copyWhat", { what: party.gets.join(", ") })}</p>
        <p>{t("copyLeftOut")}</p>
        <p>{t("copyGuard")}</p>
        {problem && (
          <Notice tone="danger" title={t("copyRefused")} announce>
            <p>{problem}</p>
          </Notice>
        )}
      </ConfirmDialog>
    </>
  );
}
