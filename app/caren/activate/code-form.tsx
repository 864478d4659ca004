"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { RadioGroup } from "@/app/_ui/radio-group";
import { TextField } from "@/app/_ui/text-field";
import { PasswordField } from "@/app/login/password-field";
import { type CodeFields, useCode } from "./use-code";

type CodeFormProps = { code: string; refused: string };

/** The code of a letter, for who is not signed in: with an account of theirs, or one that is made here. */
export function CodeForm({ code, refused }: CodeFormProps) {
  const t = useTranslations("portalCode");
  const form = useForm<CodeFields>({
    defaultValues: { have: "no", code, relation: "", name: "", email: "", password: "" },
  });
  const { send, busy, said, wrong, done } = useCode(refused);
  const { errors } = form.formState;
  const has = form.watch("have") === "yes";
  if (done)
    return (
      <Notice tone="success" title={t("done")} announce>
        <p>{t("doneText")}</p>
        <p>
          <LinkButton href="/caren/login" look="primary">
            {t("toLogin")}
          </LinkButton>
        </p>
      </Notice>
    );
  const needed = { required: true };
  return (
    <form noValidate className="grid gap-4" onSubmit={form.handleSubmit(send)}>
      {said && (
        <Notice tone="danger" announce>
          <p>{said}</p>
        </Notice>
      )}
      <TextField
        id="code"
        label={t("code")}
        hint={t("codeHint")}
        autoComplete="off"
        maxLength={100}
        error={errors.code && t("codeMissing")}
        {...form.register("code", needed)}
      />
      <TextField
        id="relation"
        label={t("relation")}
        hint={t("relationHint")}
        optional
        maxLength={100}
        {...form.register("relation")}
      />
      <RadioGroup
        label={t("have")}
        options={[
          { value: "no", label: t("haveNo") },
          { value: "yes", label: t("haveYes") },
        ]}
        {...form.register("have")}
      />
      {!has && (
        <TextField
          id="name"
          label={t("name")}
          autoComplete="name"
          maxLength={200}
          error={wrong.name ?? (errors.name && t("nameMissing"))}
          {...form.register("name", { required: !has, shouldUnregister: true })}
        />
      )}
      <TextField
        id="email"
        type="email"
        label={t("email")}
        hint={has ? undefined : t("emailHint")}
        autoComplete="username"
        maxLength={254}
        error={wrong.email ?? (errors.email && t("emailMissing"))}
        {...form.register("email", needed)}
      />
      <PasswordField
        key={has ? "own" : "new"}
        id="password"
        label={t(has ? "passwordHave" : "password")}
        autoComplete={has ? "current-password" : "new-password"}
        error={wrong.password ?? (errors.password && t("passwordMissing"))}
        {...form.register("password", needed)}
      />
      <Button type="submit" look="primary" busy={busy && t("busy")}>
        {t(has ? "submitSignIn" : "submitJoin")}
      </Button>
    </form>
  );
}
