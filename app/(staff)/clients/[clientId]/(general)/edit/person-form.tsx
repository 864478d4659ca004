"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { AlikeWarning } from "../../../_form/alike-warning";
import type { Filled, FormField } from "../../../_form/filled";
import { SectionedForm } from "../../../_form/sectioned-form";
import { useAlike } from "../../../_form/use-alike";
import { useFieldForm } from "../../../_form/use-field-form";
import { FormFoot } from "../form-foot";
import { useBackToClient } from "../use-back-to-client";

type PersonFormProps = {
  clientId: string;
  fields: FormField[];
  filled: Filled;
  stamp: string;
  maskedBsn: string | null;
};

/** Personalia, all in one form. */
export function PersonForm({ clientId, fields, filled, stamp, maskedBsn }: PersonFormProps) {
  const t = useTranslations("personForm");
  const client = useTRPCClient();
  const alike = useAlike();
  const intake = useTranslations("intake");
  const form = useFieldForm({
    id: "person",
    fields,
    filled,
    stamp,
    send: ({ values, ...sent }) =>
      client.clients.change.mutate({ clientId, values, alikeSeen: alike.isSeen(values), ...sent }),
    onDone: useBackToClient(clientId, t("saved")),
    onRefused: alike.onRefused,
  });
  return (
    <SectionedForm
      form={form}
      hints={{ bsn: maskedBsn ? t("bsnKept", { masked: maskedBsn }) : t("bsnNone") }}
      warning={alike.seen && <AlikeWarning values={{ bsn: alike.seen.bsn ?? "" }} />}
      buttons={
        <FormFoot clientId={clientId} act={alike.seen ? intake("alikeGoOn") : t("save")} busy={form.busy} />
      }
    />
  );
}
