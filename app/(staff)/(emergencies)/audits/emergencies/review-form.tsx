"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { RadioGroup } from "@/app/_ui/radio-group";
import { TextArea } from "@/app/_ui/text-area";
import { showToast } from "@/app/_ui/toast-queue";
import { useUnsaved } from "@/app/_ui/unsaved";
import { refusalText } from "@/app/login/refusal-text";
import { VERDICTS, Verdict } from "@/server/emergency/input";

/** What someone finds of a colleague's use of the procedure. It is said once. */
export function ReviewForm({ id, who }: { id: string; who: string }) {
  const t = useTranslations("emergencies");
  const router = useRouter();
  const form = useForm<z.input<typeof Verdict>, unknown, z.output<typeof Verdict>>({
    resolver: zodResolver(Verdict),
    defaultValues: { note: "" },
  });
  const { errors, isDirty } = form.formState;
  const review = useMutation(
    useTRPC().emergency.review.mutationOptions({
      onSuccess: () => {
        showToast(t("saved"));
        router.refresh();
      },
    }),
  );
  useUnsaved(() => isDirty && !review.isSuccess);
  const { error } = review;
  const noteWrong = errors.note?.message;
  return (
    <form
      noValidate
      aria-label={t("formOf", { who })}
      className="grid max-w-(--measure) gap-3 border-t border-line pt-4"
      onSubmit={form.handleSubmit((said) => review.mutate({ id, ...said }))}
    >
      {error && (
        <Notice tone="danger" announce>
          <p>{refusalText(error, t("noAnswer"))}</p>
          {error.data?.reason === "emergency-reviewed" && (
            <div>
              <Button size="small" onClick={() => router.refresh()}>
                {t("show")}
              </Button>
            </div>
          )}
        </Notice>
      )}
      <RadioGroup
        row
        label={t("question")}
        options={VERDICTS.map((value) => ({ value, label: t(`verdicts.${value}`) }))}
        error={errors.verdict && t("verdictMissing")}
        {...form.register("verdict")}
      />
      <TextArea
        label={t("noteLabel")}
        hint={t("noteHint")}
        rows={3}
        error={noteWrong === "noteMissing" || noteWrong === "noteLong" ? t(noteWrong) : undefined}
        {...form.register("note")}
      />
      <div>
        <Button type="submit" look="primary" busy={review.isPending && t("saving")}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
