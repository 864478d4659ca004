"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { capital } from "@/app/_ui/capital";
import { RadioGroup } from "@/app/_ui/radio-group";
import { TextField } from "@/app/_ui/text-field";
import { ActDialog } from "./act-dialog";
import type { ActProps } from "./entry-actions";
import { useAct } from "./use-act";

const reasons = ["mistake", "wrongClient", "double", "other"] as const;

/** Takes an entry out of use that should not be there: it stays readable, struck through, and never counts as current. */
export function ArchiveDialog({ target, singular, name, owner, onClose }: ActProps) {
  const t = useTranslations("writing");
  const client = useTRPCClient();
  const [reason, setReason] = useState<(typeof reasons)[number]>("mistake");
  const [other, setOther] = useState("");
  const words = reason === "other" ? other : t(`archiveReasons.${reason}`);
  const act = useAct(
    () => client.entries.archive.mutate({ ...target, reason: words }),
    t("archived", { singular: capital(singular) }),
    onClose,
  );
  return (
    <ActDialog
      act={act}
      owner={owner}
      onClose={onClose}
      title={t("archiveTitle", { name })}
      actLabel={t("archive")}
      backLabel={t("archiveBack")}
      busyLabel={t("archiving")}
      fields={["reason"]}
    >
      <ul>
        <li>{t("archiveStays")}</li>
        <li>{t("archiveNotCurrent")}</li>
        <li>{t("archiveUndo")}</li>
      </ul>
      <RadioGroup
        name="archive-reason"
        label={t("archiveWhy")}
        value={reason}
        onChange={(event) => setReason(reasons.find((each) => each === event.target.value) ?? "mistake")}
        options={reasons.map((value) => ({ value, label: t(`archiveReasons.${value}`) }))}
      />
      {reason === "other" && (
        <TextField
          label={t("archiveOther")}
          autoComplete="off"
          value={other}
          error={act.wrong("reason")}
          onChange={(event) => setOther(event.target.value)}
        />
      )}
    </ActDialog>
  );
}
