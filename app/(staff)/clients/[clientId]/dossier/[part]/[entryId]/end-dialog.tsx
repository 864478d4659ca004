"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import { capital } from "@/app/_ui/capital";
import { dayAt, formatDay } from "@/app/_ui/dates";
import { DayField } from "@/app/_ui/day-field";
import { parseDay } from "@/app/_ui/parse-day";
import { RadioGroup } from "@/app/_ui/radio-group";
import { TextField } from "@/app/_ui/text-field";
import { ActDialog } from "./act-dialog";
import type { ActProps } from "./entry-actions";
import { useAct } from "./use-act";

/** Ends what is over: the last day, how it ended where the part knows more than one way, and why. */
export function EndDialog({ target, singular, name, owner, onClose }: ActProps) {
  const t = useTranslations("writing");
  const now = useNow();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { clientId, part, entryId } = target;
  const form = useQuery(trpc.entries.form.queryOptions({ clientId, part, entryId }));
  const statuses = form.data?.ending?.statuses ?? [];
  const [on, setOn] = useState(() => formatDay(dayAt(now.getTime())));
  const [status, setStatus] = useState<string>();
  const [reason, setReason] = useState("");
  const act = useAct(
    () => client.entries.end.mutate({ ...target, on: parseDay(on) ?? on, status, reason }),
    t("ended", { singular: capital(singular) }),
    onClose,
  );
  return (
    <ActDialog
      act={act}
      owner={owner}
      onClose={onClose}
      title={t("endTitle", { name })}
      actLabel={t("end")}
      backLabel={t("endBack")}
      busyLabel={t("ending")}
      fields={["on", "status", "reason"]}
      harmless
    >
      <ul>
        <li>{t("endWhat")}</li>
        <li>{t("endStays")}</li>
      </ul>
      <div className="max-w-48">
        <DayField label={t("endOn")} value={on} onChange={setOn} error={act.wrong("on")} />
      </div>
      {statuses.length > 1 && (
        <RadioGroup
          row
          name="end-status"
          label={t("endStatus")}
          value={status ?? statuses[0]?.code ?? ""}
          error={act.wrong("status")}
          onChange={(event) => setStatus(event.target.value)}
          options={statuses.map(({ code, label }) => ({ value: code, label }))}
        />
      )}
      <TextField
        optional
        label={t("endWhy")}
        autoComplete="off"
        value={reason}
        error={act.wrong("reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  );
}
