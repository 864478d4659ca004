"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { showToast } from "@/app/_ui/toast-queue";
import { FormFields } from "../../_form/form-fields";
import { FormHead } from "../../_form/form-head";
import { reasonField } from "../../_form/reason-field";
import { useFieldForm } from "../../_form/use-field-form";
import { useClientRights } from "../_parts/client-rights";
import type { Card, CardRecord } from "./card";

type WithdrawDialogProps = { card: Card; record: CardRecord; onClose: () => void };

/** Asks why something recorded in error goes; it stays readable in the history. */
export function WithdrawDialog({ card, record, onClose }: WithdrawDialogProps) {
  const t = useTranslations("records");
  const router = useRouter();
  const client = useTRPCClient();
  const { clientId } = useClientRights();
  const door = card.kind === "directives" ? client.directives : client.records;
  const now = card.records.find(({ id }) => id === record.id) ?? record;
  const form = useFieldForm({
    id: "withdraw",
    fields: [reasonField(t("reason"))],
    filled: {},
    stamp: now.stamp,
    send: ({ values, stamp, requestKey }) =>
      door.withdraw.mutate({
        ...{ clientId, kind: card.kind, recordId: record.id, reason: values.reason ?? "", stamp, requestKey },
      }),
    onDone: () => {
      showToast(t("withdrawn"));
      onClose();
      router.refresh();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={() => form.leave(onClose)}
      title={t("withdrawTitle", { title: record.title })}
      actLabel={t("withdraw")}
      backLabel={t("withdrawBack")}
      busy={form.busy && t("saving")}
      onAct={() => void form.submit()}
    >
      <FormHead form={form} />
      <p>{t("withdrawHelp")}</p>
      <p>{t("withdrawStays")}</p>
      <FormFields form={form} />
    </ConfirmDialog>
  );
}
