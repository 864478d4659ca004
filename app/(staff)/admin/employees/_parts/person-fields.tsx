"use client";

import { useTranslations } from "next-intl";
import { Controller, useFormContext } from "react-hook-form";
import type { Outputs } from "@/app/_trpc/outputs";
import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { TextField } from "@/app/_ui/text-field";

/** What both forms about a person ask. */
export interface PersonValues {
  name: string;
  title: string;
  expertises: string[];
}

type PersonFieldsProps = {
  expertises: Outputs["employees"]["choices"]["expertises"];
  /** Instead of the expertises: why they cannot be chosen. */
  kept?: string;
};

/** Function and expertises; the name stands apart, where the e-mail address may come between. */
export function PersonFields({ expertises, kept }: PersonFieldsProps) {
  const t = useTranslations("employees");
  const { control, register, formState } = useFormContext<PersonValues>();
  return (
    <>
      <TextField
        id="title"
        label={t("function")}
        hint={t("functionHint")}
        autoComplete="off"
        maxLength={100}
        error={formState.errors.title && t("functionMissing")}
        {...register("title")}
      />
      {kept ? (
        <div>
          <p className="font-bold">{t("expertises")}</p>
          <p className="text-sm text-muted">{kept}</p>
        </div>
      ) : (
        <Controller
          control={control}
          name="expertises"
          render={({ field }) => (
            <CheckboxGroup
              id="expertises"
              optional
              label={t("expertises")}
              hint={t("expertisesHint")}
              options={expertises.map(({ code, label }) => ({ value: code, label }))}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
      )}
    </>
  );
}
