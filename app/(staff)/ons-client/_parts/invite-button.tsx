"use client";

import { useMutation } from "@tanstack/react-query";
import { MailPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";

type CarenClient = Outputs["caren"]["client"];

/** Uitnodigen: at once, or asked first when an open invitation ends by it. The same click twice is one letter. */
export function InviteButton({ client }: { client: CarenClient }) {
  const t = useTranslations("onsClient");
  const trpc = useTRPC();
  const router = useRouter();
  const requestKey = useRef<string>(undefined);
  const [asking, setAsking] = useState(false);
  const inviting = useMutation(
    trpc.caren.invite.mutationOptions({
      onSuccess: () => {
        requestKey.current = undefined;
        setAsking(false);
        showToast(t("invited"));
        router.refresh();
      },
      onError: () => router.refresh(),
    }),
  );
  const invite = () => {
    requestKey.current ??= crypto.randomUUID();
    inviting.mutate({ clientId: String(client.person.number), requestKey: requestKey.current });
  };
  const ask = () => {
    inviting.reset();
    if (client.status === "invited") setAsking(true);
    else invite();
  };
  const why =
    client.status === "linked"
      ? t("inviteLinked")
      : client.status === "unknown"
        ? t("inviteUnknown")
        : undefined;
  const busy = inviting.isPending && t("inviteBusy");
  const refusal = inviting.error && (
    <Notice tone="danger" announce>
      <p>{inviting.error.data ? inviting.error.message : t("noAnswer")}</p>
    </Notice>
  );
  return (
    <div className="grid max-w-(--measure) gap-2 whitespace-normal">
      <Button look="primary" icon={<MailPlus />} unavailable={why} busy={!asking && busy} onClick={ask}>
        {t("invite")}
      </Button>
      {!asking && refusal}
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={t("inviteTitle")}
        actLabel={t("inviteAct")}
        backLabel={t("inviteBack")}
        harmless
        busy={busy}
        onAct={invite}
      >
        <ul>
          <li>{t("inviteOld")}</li>
          <li>{t("inviteNew")}</li>
        </ul>
        {refusal}
      </ConfirmDialog>
    </div>
  );
}
