"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { Card } from "@/app/_ui/card";
import type { FormField } from "../../../_form/filled";
import { FormFields } from "../../../_form/form-fields";
import { FormHead } from "../../../_form/form-head";
import { useFieldForm } from "../../../_form/use-field-form";
import { FormFoot } from "../form-foot";
import { useBackToClient } from "../use-back-to-client";

type ReturnFormProps = { clientId: string; fields: FormField[]; stamp: string; today: string };

/** Back into care: from when, and where. */
export function ReturnForm({ clientId, fields, stamp, today }: ReturnFormProps) {
  const t = useTranslations("careForm");
  const client = useTRPCClient();
  const form = useFieldForm({
    id: "return",
    fields,
    filled: { date: today },
    stamp,
    send: (sent) => client.clients.returnToCare.mutate({ clientId, ...sent }),
    onDone: useBackToClient(clientId, t("returnSaved")),
  });
  return (
    <Card title={t("return")}>
      <form noValidate className="grid gap-3" onSubmit={form.submit}>
        <FormHead form={form} />
        <FormFields form={form} />
        <FormFoot clientId={clientId} act={t("returnSave")} busy={form.busy} />
      </form>
    </Card>
  );
}
