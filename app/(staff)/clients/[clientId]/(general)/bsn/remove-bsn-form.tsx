"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { FormFields } from "../../../_form/form-fields";
import { FormHead } from "../../../_form/form-head";
import { reasonField } from "../../../_form/reason-field";
import { useFieldForm } from "../../../_form/use-field-form";
import { FormFoot } from "../form-foot";
import { useBackToClient } from "../use-back-to-client";

type RemoveBsnFormProps = { clientId: string; masked: string; stamp: string };

/** Takes a BSN away that is not this client's, or that another client keeps. */
export function RemoveBsnForm({ clientId, masked, stamp }: RemoveBsnFormProps) {
  const t = useTranslations("bsnForm");
  const client = useTRPCClient();
  const form = useFieldForm({
    id: "bsn",
    fields: [reasonField(t("reason"))],
    filled: {},
    stamp,
    send: ({ values, ...sent }) =>
      client.clients.removeBsn.mutate({ clientId, reason: values.reason ?? "", ...sent }),
    onDone: useBackToClient(clientId, t("saved")),
  });
  return (
    <form noValidate className="grid gap-3" onSubmit={form.submit}>
      <FormHead form={form} />
      <p>{t("what", { masked })}</p>
      <p>{t("stays")}</p>
      <FormFields form={form} />
      <FormFoot clientId={clientId} act={t("save")} back={t("back")} busy={form.busy} danger />
    </form>
  );
}
