"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { FormFields } from "../../../_form/form-fields";
import { FormHead } from "../../../_form/form-head";
import { useFieldForm } from "../../../_form/use-field-form";
import { FormFoot } from "../form-foot";
import { useBackToClient } from "../use-back-to-client";

type LeaveFormProps = {
  clientId: string;
  care: Outputs["clients"]["forms"]["care"];
  stamp: string;
  today: string;
};

/** Out of care: from when, why, and what ends with it. */
export function LeaveForm({ clientId, care, stamp, today }: LeaveFormProps) {
  const t = useTranslations("careForm");
  const client = useTRPCClient();
  const form = useFieldForm({
    id: "leave",
    fields: care.leave,
    filled: { date: today },
    stamp,
    send: (sent) => client.clients.leaveCare.mutate({ clientId, ...sent }),
    onDone: useBackToClient(clientId, t("leaveSaved")),
  });
  return (
    <Card title={t("leave")}>
      <form noValidate className="grid gap-3" onSubmit={form.submit}>
        <FormHead form={form} />
        <FormFields form={form} />
        <Notice tone="warning" title={care.ending.length > 0 ? t("leaveWhat") : t("leaveNothing")}>
          {care.ending.length > 0 && (
            <ul>
              {care.ending.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          <p>{t("leaveStays")}</p>
          {care.planned > 0 && <p>{t("leavePlanned", { count: care.planned })}</p>}
        </Notice>
        <FormFoot clientId={clientId} act={t("leaveSave")} busy={form.busy} />
      </form>
    </Card>
  );
}
