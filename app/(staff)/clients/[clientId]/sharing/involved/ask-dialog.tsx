"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { showToast } from "@/app/_ui/toast-queue";
import { useFieldForm } from "../../../_form/use-field-form";
import { FormDialog } from "../form-dialog";
import { dialogField } from "./dialog-field";
import type { Involved } from "./people-card";

type AskDialogProps = { clientId: string; involved: Involved; onClose: () => void };

/** Asks a questionnaire of someone in the portal. Family and the network cannot be chosen. */
export function AskDialog({ clientId, involved, onClose }: AskDialogProps) {
  const t = useTranslations("involved");
  const router = useRouter();
  const client = useTRPCClient();
  const people = involved.people
    .filter(({ state, kind }) => state !== "ended" && state !== "off" && kind !== "network")
    .map(({ relationId, name, kindText, relation }) => ({
      value: relationId,
      label: relation
        ? t("personIs", { name, kind: kindText, relation })
        : t("personOf", { name, kind: kindText }),
    }));
  const lists = involved.questionnaires.map(({ id, title }) => ({ value: id, label: title }));
  const form = useFieldForm({
    id: "ask",
    fields: [
      dialogField("relationId", "code", t("whom"), { required: true, options: people, hint: t("whomHint") }),
      dialogField("questionnaireId", "code", t("questionnaire"), { required: true, options: lists }),
      dialogField("dueOn", "date", t("dueOn"), { required: true, hint: t("dueHint") }),
      dialogField("instruction", "prose", t("instruction"), { hint: t("instructionHint") }),
    ],
    filled: {},
    send: ({ values, requestKey }) =>
      client.involved.ask.mutate({
        ...{ clientId, requestKey },
        relationId: values.relationId ?? "",
        questionnaireId: values.questionnaireId ?? "",
        dueOn: values.dueOn ?? "",
        instruction: values.instruction ?? "",
      }),
    onDone: () => {
      showToast(t("asked"));
      onClose();
      router.refresh();
    },
  });
  return (
    <FormDialog form={form} title={t("askTitle")} act={t("askAct")} onClose={onClose}>
      <p>{t("askHelp")}</p>
    </FormDialog>
  );
}
