"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";

type Fields = { code: string; relation: string };

/** The code of a letter, for who is signed in: one account for several clients. */
export function OwnCodeForm({ code }: { code: string }) {
  const t = useTranslations("portalCode");
  const portal = useTranslations("portal");
  const { portalCaren } = useTRPC();
  const redeeming = useMutation(portalCaren.redeem.mutationOptions());
  const form = useForm<Fields>({ defaultValues: { code, relation: "" } });
  const { errors } = form.formState;
  if (redeeming.isSuccess)
    return (
      <Notice tone="success" title={t("done")} announce>
        <p>{t("doneHere")}</p>
        <p>
          <LinkButton href="/caren" look="primary">
            {t("toHome")}
          </LinkButton>
        </p>
      </Notice>
    );
  const { error } = redeeming;
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.handleSubmit((fields) => redeeming.mutate(fields))}
    >
      {error && (
        <Notice tone="danger" announce>
          <p>{error.data ? error.message : portal("noAnswer")}</p>
        </Notice>
      )}
      <TextField
        id="code"
        label={t("code")}
        hint={t("codeHint")}
        autoComplete="off"
        maxLength={100}
        error={errors.code && t("codeMissing")}
        {...form.register("code", { required: true })}
      />
      <TextField
        id="relation"
        label={t("relation")}
        hint={t("relationHint")}
        optional
        maxLength={100}
        {...form.register("relation")}
      />
      <Button type="submit" look="primary" busy={redeeming.isPending && t("busy")}>
        {t("submit")}
      </Button>
    </form>
  );
}
