"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { Siren } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { TextArea } from "@/app/_ui/text-area";
import { useUnsaved } from "@/app/_ui/unsaved";
import { PasswordField } from "@/app/login/password-field";
import { refusalText } from "@/app/login/refusal-text";
import { Reason } from "@/server/emergency/input";

const Fields = z.object({ reason: Reason, password: z.string() });

/** Says in words what will happen, asks why, and the password when it was proved too long ago. */
export function OpenForm({ clientNumber, name }: { clientNumber: string; name: string }) {
  const t = useTranslations("emergency");
  const router = useRouter();
  const requestKey = useRef<string>(undefined);
  const form = useForm<z.output<typeof Fields>>({
    resolver: zodResolver(Fields),
    defaultValues: { reason: "", password: "" },
  });
  const opening = useMutation(
    useTRPC().emergency.open.mutationOptions({
      // A password is not kept longer than its answer takes.
      gcTime: 0,
      onSuccess: ({ number }) => router.push(`/clients/${number}`),
    }),
  );
  const { errors, isDirty } = form.formState;
  useUnsaved(() => isDirty && !opening.isSuccess);
  const { error } = opening;
  const wrongPassword = error?.data?.reason === "password-wrong";
  // Asked for, which is no mistake yet.
  const asked = error?.data?.reason === "password-needed" || wrongPassword;
  const wrong = errors.reason?.message;
  const open = form.handleSubmit(({ reason, password }) => {
    if (opening.isPending) return;
    requestKey.current ??= crypto.randomUUID();
    const proof = password === "" ? {} : { password };
    opening.mutate({ clientNumber, reason, requestKey: requestKey.current, ...proof });
  });
  return (
    <form noValidate className="grid max-w-(--measure) gap-4" onSubmit={(event) => void open(event)}>
      <Notice tone="warning" icon={<Siren />} title={t("warningTitle", { name })}>
        <ul>
          {(["hour", "logged", "told", "reviewed", "shut"] as const).map((line) => (
            <li key={line}>{t(`warning.${line}`)}</li>
          ))}
        </ul>
      </Notice>
      <TextArea
        label={t("reason")}
        hint={t("reasonHint")}
        error={wrong === "reasonShort" || wrong === "reasonLong" ? t(wrong) : undefined}
        {...form.register("reason", {
          onChange: () => {
            // Another text is another request.
            requestKey.current = undefined;
          },
        })}
      />
      {asked && (
        <PasswordField
          id="emergency-password"
          label={t("password")}
          autoComplete="current-password"
          autoFocus
          hint={wrongPassword ? undefined : error?.message}
          error={wrongPassword ? error.message : undefined}
          {...form.register("password")}
        />
      )}
      {error && !asked && (
        <Notice tone="danger" announce>
          <p>{refusalText(error, t("noAnswer"))}</p>
        </Notice>
      )}
      <p role="alert" className="sr-only">
        {asked && error?.message}
      </p>
      <div>
        <Button type="submit" look="primary" icon={<Siren />} busy={opening.isPending && t("opening")}>
          {t("open")}
        </Button>
      </div>
    </form>
  );
}
