"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { showToast } from "@/app/_ui/toast-queue";
import { AlikeWarning } from "../_form/alike-warning";
import type { FormField } from "../_form/filled";
import { SectionedForm } from "../_form/sectioned-form";
import { useAlike } from "../_form/use-alike";
import { useFieldForm } from "../_form/use-field-form";

/** Takes a person in. Who looks like them is shown before anything is stored. */
export function IntakeForm({ fields, today }: { fields: FormField[]; today: string }) {
  const t = useTranslations("intake");
  const shared = useTranslations("records");
  const router = useRouter();
  const client = useTRPCClient();
  const alike = useAlike();
  const form = useFieldForm({
    id: "intake",
    fields,
    filled: { nameUse: "own", inCareSince: today },
    send: ({ values, requestKey }) =>
      client.clients.create.mutate({ values, alikeSeen: alike.isSeen(values), requestKey }),
    onDone: ({ number }) => {
      showToast(t("saved", { number: String(number) }));
      router.push(`/clients/${number}`);
    },
    onRefused: alike.onRefused,
  });
  return (
    <SectionedForm
      form={form}
      warning={alike.seen && <AlikeWarning values={alike.seen} />}
      buttons={
        <>
          <LinkButton href="/clients">{t("back")}</LinkButton>
          <Button look="primary" type="submit" busy={form.busy && shared("saving")}>
            {t(alike.seen ? "alikeGoOn" : "save")}
          </Button>
        </>
      }
    />
  );
}
