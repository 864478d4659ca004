"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Controller, useForm } from "react-hook-form";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ComboField } from "@/app/_ui/combo-field";
import { DayField } from "@/app/_ui/day-field";
import { Select } from "@/app/_ui/select";
import { TextField } from "@/app/_ui/text-field";
import { ACTIONS, OUTCOMES } from "@/server/audit/input";
import { AuditFormSchema, type AuditFormValues, isEverything, NOTHING_CHOSEN } from "./form-values";
import { type Preset, Presets } from "./presets";

type Choices = Outputs["audits"]["choices"];
type AuditFormProps = {
  choices: Choices;
  asked: AuditFormValues;
  onAsk: (values: AuditFormValues) => void;
};

/** What the log is asked: period, event, person, client, kind and outcome, each narrowing the others. */
export function AuditForm({ choices, asked, onAsk }: AuditFormProps) {
  const t = useTranslations("audits");
  const ui = useTranslations("ui");
  const form = useForm<AuditFormValues>({ resolver: zodResolver(AuditFormSchema), defaultValues: asked });
  const { errors } = form.formState;
  const wrong = (key: keyof AuditFormValues) => {
    const message = errors[key]?.message;
    return message === "dayWrong" ||
      message === "clientWrong" ||
      message === "clientMissing" ||
      message === "orderWrong"
      ? t(message)
      : undefined;
  };
  const ask = form.handleSubmit(onAsk);
  const choose = (preset: Preset) => {
    for (const [key, value] of Object.entries(preset.values))
      form.setValue(key as keyof AuditFormValues, value);
    const { focus } = preset;
    if (!focus || form.getValues(focus).trim() !== "") return void ask();
    form.setError(focus, { message: "clientMissing" });
    form.setFocus(focus);
  };
  const clear = () => {
    form.reset(NOTHING_CHOSEN);
    onAsk(NOTHING_CHOSEN);
  };
  const events = [
    ...choices.sets.map(({ id, text }) => ({ id: `set:${id}`, label: text, note: t("eventSet") })),
    ...choices.events.map(({ id, text }) => ({ id, label: text })),
  ];
  const people = choices.people.map(({ id, name, title }) => ({ id, label: name, note: title ?? undefined }));
  return (
    <Card>
      <search aria-label={t("filters")}>
        <form noValidate onSubmit={(event) => void ask(event)} className="grid gap-3">
          <div className="grid grid-cols-[repeat(2,minmax(0,1fr))] gap-x-3 gap-y-2 tablet:grid-cols-[repeat(auto-fit,minmax(9.25rem,1fr))]">
            <Controller
              control={form.control}
              name="from"
              render={({ field }) => <DayField {...field} label={t("from")} error={wrong("from")} />}
            />
            <Controller
              control={form.control}
              name="until"
              render={({ field }) => <DayField {...field} label={t("until")} error={wrong("until")} />}
            />
            <Controller
              control={form.control}
              name="event"
              render={({ field: { value, onChange } }) => (
                <ComboField
                  label={t("event")}
                  placeholder={t("all")}
                  options={events}
                  value={value}
                  onChange={onChange}
                />
              )}
            />
            <Controller
              control={form.control}
              name="person"
              render={({ field: { value, onChange } }) => (
                <ComboField
                  label={t("person")}
                  placeholder={t("all")}
                  options={people}
                  value={value}
                  onChange={onChange}
                />
              )}
            />
            <TextField
              {...form.register("client", { onChange: () => form.clearErrors("client") })}
              label={t("client")}
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              error={wrong("client")}
            />
            <Select
              {...form.register("action")}
              label={t("action")}
              placeholder={t("all")}
              options={ACTIONS.map((value) => ({ value, label: t(`actions.${value}`) }))}
            />
            <Select
              {...form.register("outcome")}
              label={t("outcome")}
              placeholder={t("all")}
              options={OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
            />
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Button type="submit" look="primary" icon={<Search />}>
              {t("ask")}
            </Button>
            {!isEverything(asked) && <Button onClick={clear}>{ui("filtersClear")}</Button>}
          </div>
          <Presets day={choices.day} onChoose={choose} />
        </form>
      </search>
    </Card>
  );
}
