"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { showToast } from "@/app/_ui/toast-queue";
import { useFieldForm } from "../../../_form/use-field-form";
import { FormDialog } from "../form-dialog";
import { dialogField } from "./dialog-field";
import type { Involved } from "./people-card";

type InviteDialogProps = { clientId: string; involved: Involved; onClose: () => void };

/** The kinds of people that are invited here; the network is invited through Caren. */
const KINDS = ["involved", "client", "representative"] as const;

/** Refusals that are about what stands in one field. */
const ABOUT: ReadonlyMap<string, string> = new Map([
  ["portal-invite-self", "email"],
  ["portal-already", "email"],
  ["portal-account-off", "email"],
  ["portal-client-already", "kind"],
  ["portal-no-power", "contactId"],
]);

/** Invites a betrokkene, the client, or a representative with a recorded power. */
export function InviteDialog({ clientId, involved, onClose }: InviteDialogProps) {
  const t = useTranslations("involved");
  const router = useRouter();
  const client = useTRPCClient();
  const kinds = KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }));
  const powers = involved.powers.map(({ id, name, power }) => ({
    value: id,
    label: t("powerOf", { name, power }),
  }));
  const fields = [
    dialogField("kind", "code", t("kind"), { required: true, options: kinds }),
    dialogField("contactId", "code", t("power"), { required: true, hint: t("powerHint"), options: powers }),
    dialogField("name", "text", t("name"), { required: true }),
    dialogField("email", "email", t("email"), { required: true, hint: t("emailHint") }),
    dialogField("relation", "text", t("relation"), { required: true, hint: t("relationHint") }),
  ];
  const form = useFieldForm({
    id: "invite",
    fields,
    filled: { kind: "involved" },
    send: ({ values }) => {
      const kind = KINDS.find((each) => each === values.kind) ?? "involved";
      const { name = "", email = "", relation = "", contactId = "" } = values;
      return client.involved.invite.mutate({
        ...{ clientId, kind, name, email },
        relation: kind === "client" ? "" : relation,
        ...(kind === "representative" && { contactId }),
      });
    },
    onRefused: (reason) => ABOUT.get(reason ?? "") ?? false,
    onDone: ({ alreadyActive }) => {
      showToast(t(alreadyActive ? "addedActive" : "invited"));
      onClose();
      router.refresh();
    },
  });
  const kind = form.form.watch("kind");
  const shown = fields.filter(({ key }) => {
    if (key === "contactId") return kind === "representative";
    return key !== "relation" || kind === "involved";
  });
  return (
    <FormDialog form={form} title={t("inviteTitle")} act={t("inviteAct")} fields={shown} onClose={onClose}>
      <p>{t("inviteHelp")}</p>
      {kind === "representative" && powers.length === 0 && <p>{t("noPower")}</p>}
    </FormDialog>
  );
}
