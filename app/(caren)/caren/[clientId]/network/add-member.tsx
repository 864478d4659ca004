"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useTRPC } from "@/app/_trpc/client";
import { failureOf } from "@/app/_trpc/failure";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import { showToast } from "@/app/_ui/toast-queue";
import { useUnsaved } from "@/app/_ui/unsaved";

type Fields = { name: string; email: string; relation: string };

/** A beheerder adds someone, by mail. */
export function AddMember({ clientId }: { clientId: string }) {
  const t = useTranslations("portalNetwork");
  const { portalCaren } = useTRPC();
  const router = useRouter();
  const form = useForm<Fields>({ defaultValues: { name: "", email: "", relation: "" } });
  const adding = useMutation(
    portalCaren.addMember.mutationOptions({
      onSuccess: () => {
        showToast(t("added"));
        form.reset();
        router.refresh();
      },
    }),
  );
  const { errors, isDirty } = form.formState;
  useUnsaved(isDirty);
  const failure = adding.error && failureOf(adding.error);
  const fields = failure?.kind === "refused" ? failure.fields : [];
  const said = (path: string) => fields.find((field) => field.path === path)?.sentence;
  return (
    <Card title={t("add")}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={form.handleSubmit((given) => adding.mutate({ clientId, ...given }))}
      >
        <p className="text-muted">{t("addNote")}</p>
        {failure && fields.length === 0 && (
          <Notice tone="danger" announce>
            <p>{failure.kind === "refused" ? failure.sentence : t("noAnswer")}</p>
          </Notice>
        )}
        <TextField
          id="member-name"
          label={t("name")}
          autoComplete="off"
          maxLength={200}
          error={said("name") ?? (errors.name && t("nameMissing"))}
          {...form.register("name", { required: true })}
        />
        <TextField
          id="member-email"
          type="email"
          label={t("email")}
          autoComplete="off"
          maxLength={254}
          error={said("email") ?? (errors.email && t("emailMissing"))}
          {...form.register("email", { required: true })}
        />
        <TextField
          id="member-relation"
          label={t("relation")}
          optional
          maxLength={100}
          {...form.register("relation")}
        />
        <div>
          <Button type="submit" look="primary" busy={adding.isPending && t("adding")}>
            {t("addAct")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
