"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { capital } from "@/app/_ui/capital";
import { TextField } from "@/app/_ui/text-field";
import { ActDialog } from "./act-dialog";
import type { ActProps } from "./entry-actions";
import { useAct } from "./use-act";

/** Puts an archived entry back in use. */
export function RestoreDialog({ target, singular, name, owner, onClose }: ActProps) {
  const t = useTranslations("writing");
  const client = useTRPCClient();
  const [reason, setReason] = useState("");
  const act = useAct(
    () => client.entries.restore.mutate({ ...target, reason }),
    t("restored", { singular: capital(singular) }),
    onClose,
  );
  return (
    <ActDialog
      act={act}
      owner={owner}
      onClose={onClose}
      title={t("restoreTitle", { name })}
      actLabel={t("restore")}
      backLabel={t("restoreBack")}
      busyLabel={t("restoring")}
      fields={["reason"]}
      harmless
    >
      <p>{t("restoreWhat")}</p>
      <TextField
        optional
        label={t("restoreWhy")}
        autoComplete="off"
        value={reason}
        error={act.wrong("reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  );
}
