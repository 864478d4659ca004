"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { showToast } from "@/app/_ui/toast-queue";
import type { FormField } from "../../_form/filled";
import { FormFields } from "../../_form/form-fields";
import { FormHead } from "../../_form/form-head";
import { type Sent, useFieldForm } from "../../_form/use-field-form";
import { useClientRights } from "../_parts/client-rights";
import type { Card, Doing } from "./card";
import { capital } from "./record-card";

type RecordDialogProps = {
  card: Card;
  doing: Exclude<Doing, { act: "withdraw" }>;
  moveFields: FormField[];
  onClose: () => void;
};

/** Adds, changes, ends or moves one record; what was typed stays until it is stored. */
export function RecordDialog({ card, doing, moveFields, onClose }: RecordDialogProps) {
  const t = useTranslations("records");
  const router = useRouter();
  const send = useSend(card, doing);
  // The newest of it, when the page was loaded again; when it is gone by now, what was shown.
  const record =
    doing.act === "add" ? undefined : (card.records.find(({ id }) => id === doing.record.id) ?? doing.record);
  const moving = doing.act === "move";
  const form = useFieldForm({
    id: "record",
    fields: moving ? moveFields : card.fields,
    filled: moving ? {} : (record?.filled ?? {}),
    stamp: record?.stamp,
    send,
    onDone: () => {
      showToast(t("saved"));
      onClose();
      router.refresh();
    },
  });
  const shown = form.fields.filter(({ key, notAtFirst }) => {
    if (doing.act === "end") return key === card.end?.field;
    return doing.act !== "add" || !notAtFirst;
  });
  const title = record?.title ?? "";
  const close = () => form.leave(onClose);
  return (
    <Dialog
      isOpen
      onClose={close}
      title={
        doing.act === "add"
          ? t("addTitle", { singular: capital(card.singular) })
          : doing.act === "end"
            ? t("endTitle", { title, verb: (card.end?.verb ?? "").toLowerCase() })
            : t(moving ? "moveTitle" : "changeTitle", { title })
      }
      footer={
        <>
          <Button onClick={close}>{t("back")}</Button>
          <Button look="primary" type="submit" form="record-form" busy={form.busy && t("saving")}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id="record-form" noValidate className="grid gap-3" onSubmit={form.submit}>
        <FormHead form={form} />
        {moving && <p>{t("moveHelp", { title })}</p>}
        <FormFields form={form} fields={shown} />
      </form>
    </Dialog>
  );
}

function useSend({ kind }: Card, doing: RecordDialogProps["doing"]): (sent: Sent) => Promise<unknown> {
  const client = useTRPCClient();
  const { clientId } = useClientRights();
  const door = kind === "directives" ? client.directives : client.records;
  return ({ values, stamp, requestKey }) => {
    if (doing.act === "add") return door.add.mutate({ clientId, kind, values, requestKey });
    const one = { clientId, recordId: doing.record.id, values, stamp, requestKey };
    return doing.act === "move" ? client.records.move.mutate(one) : door.change.mutate({ kind, ...one });
  };
}
