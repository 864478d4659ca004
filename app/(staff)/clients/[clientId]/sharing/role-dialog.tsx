"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { showToast } from "@/app/_ui/toast-queue";
import { type FieldForm, useFieldForm } from "../../_form/use-field-form";
import { FormDialog } from "./form-dialog";
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
  const hints = useRoleHints(form);
  return (
    <FormDialog
      form={form}
      title={t("addTitle")}
      act={t("addAct")}
      hints={hints}
      onClose={onClose}
      after={
        <>
          <p>{t("addHelp")}</p>
          <p>{t("mails")}</p>
        </>
      }
    />
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
  const hints = useRoleHints(form);
  return (
    <FormDialog
      form={form}
      title={t("changeTitle", { name: person.name })}
      act={t("changeAct")}
      hints={hints}
      onClose={onClose}
      after={
        <>
          <p>{t("changeHelp")}</p>
          <p>{t("mailsAround")}</p>
        </>
      }
    />
  );
}

/** What each role that can be chosen here lets someone do. */
function useRoleHints(form: FieldForm): { role: string } {
  const t = useTranslations("sharing");
  const role = form.fields.find(({ key }) => key === "role");
  const said = ["owner", "collaborator", "viewer"] as const;
  const chosen = role?.options.flatMap(({ value }) => said.filter((each) => each === value)) ?? [];
  return { role: chosen.map((each) => t(`roleHint.${each}`)).join(" ") };
}
