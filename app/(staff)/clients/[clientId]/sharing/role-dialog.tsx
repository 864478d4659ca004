"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { showToast } from "@/app/_ui/toast-queue";
import { FormFields } from "../../_form/form-fields";
import { FormHead } from "../../_form/form-head";
import { type FieldForm, useFieldForm } from "../../_form/use-field-form";
import type { Person, Sharing } from "./sharing-desk";

type AddDialogProps = { clientId: string; sharing: Sharing; onClose: () => void };

/** Gives a colleague a role, by the e-mail address of their account. */
export function AddDialog({ clientId, sharing, onClose }: AddDialogProps) {
  const t = useTranslations("sharing");
  const router = useRouter();
  const client = useTRPCClient();
  const form = useFieldForm({
    id: "add-role",
    fields: sharing.addFields,
    filled: {},
    send: ({ values, requestKey }) => client.sharing.add.mutate({ clientId, values, requestKey }),
    onDone: () => {
      showToast(t("added"));
      onClose();
      router.refresh();
    },
    // What was refused may be so because the page is old: behind the dialog it shows what is so now.
    onRefused: () => {
      router.refresh();
      return false;
    },
  });
  return (
    <RoleDialog form={form} title={t("addTitle")} act={t("addAct")} onClose={onClose}>
      <p>{t("addHelp")}</p>
      <p>{t("mails")}</p>
    </RoleDialog>
  );
}

type ChangeDialogProps = {
  clientId: string;
  person: Person;
  fields: Sharing["changeFields"];
  onClose: () => void;
};

/** Changes a colleague's role or its days. */
export function ChangeDialog({ clientId, person, fields, onClose }: ChangeDialogProps) {
  const t = useTranslations("sharing");
  const router = useRouter();
  const client = useTRPCClient();
  const form = useFieldForm({
    id: "change-role",
    fields,
    filled: person.filled,
    stamp: person.rowId,
    send: ({ values, stamp, requestKey }) =>
      client.sharing.change.mutate({ clientId, rowId: stamp, values, requestKey }),
    onDone: () => {
      showToast(t("changed"));
      onClose();
      router.refresh();
    },
    onRefused: (reason) => {
      if (reason !== "record-changed") router.refresh();
      return false;
    },
  });
  return (
    <RoleDialog
      form={form}
      title={t("changeTitle", { name: person.name })}
      act={t("changeAct")}
      onClose={onClose}
    >
      <p>{t("changeHelp")}</p>
      <p>{t("mailsAround")}</p>
    </RoleDialog>
  );
}

type RoleDialogProps = {
  form: FieldForm;
  title: string;
  act: string;
  onClose: () => void;
  children: ReactNode;
};

function RoleDialog({ form, title, act, onClose, children }: RoleDialogProps) {
  const t = useTranslations("sharing");
  const role = form.fields.find(({ key }) => key === "role");
  const said = ["owner", "collaborator", "viewer"] as const;
  const hint = role?.options
    .flatMap(({ value }) => said.filter((each) => each === value))
    .map((each) => t(`roleHint.${each}`))
    .join(" ");
  const close = () => form.leave(onClose);
  return (
    <Dialog
      isOpen
      onClose={close}
      title={title}
      footer={
        <>
          <Button onClick={close}>{t("back")}</Button>
          <Button type="submit" form={form.id} look="primary" busy={form.busy && t("busy")}>
            {act}
          </Button>
        </>
      }
    >
      <form id={form.id} noValidate onSubmit={(event) => void form.submit(event)} className="grid gap-3">
        <FormHead form={form} />
        <FormFields form={form} hints={{ role: hint ?? "" }} />
        {children}
      </form>
    </Dialog>
  );
}
