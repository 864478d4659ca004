"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";

/** Ends the exchange with a party, after saying what that does. */
export function EndParty({ party }: { party: Outputs["consent"]["parties"][number] }) {
  const t = useTranslations("parties");
  const trpc = useTRPC();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const ending = useMutation(
    trpc.consent.endParty.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        router.refresh();
      },
    }),
  );
  const { error } = ending;
  const wrong = error?.data?.fields.find(({ path }) => path === "reason")?.sentence;
  const problem = error && !wrong ? (error.data ? error.message : t("noAnswer")) : undefined;
  return (
    <Card title={t("end")}>
      <div className="grid gap-3">
        <p>{t("endWhat")}</p>
        <div>
          <Button look="danger" onClick={() => setAsking(true)}>
            {t("endAct")}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={t("endTitle", { party: party.name })}
        actLabel={t("endAct")}
        backLabel={t("endBack")}
        busy={ending.isPending && t("ending")}
        onAct={() => ending.mutate({ partyId: party.id, version: party.version, reason })}
      >
        <p>{t("endConfirm")}</p>
        {problem && (
          <Notice tone="danger" announce>
            <p>{problem}</p>
          </Notice>
        )}
        <TextField
          label={t("endReason")}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={wrong}
        />
      </ConfirmDialog>
    </Card>
  );
}
