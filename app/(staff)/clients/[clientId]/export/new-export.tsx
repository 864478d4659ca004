"use client";

import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { formatDay } from "@/app/_ui/dates";
import { Notice } from "@/app/_ui/notice";
import { parseDay } from "@/app/_ui/parse-day";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Select } from "@/app/_ui/select";
import { TextField } from "@/app/_ui/text-field";
import { dueOn, PURPOSES, SCOPES } from "@/server/export/input";
import { PasswordDialog } from "./password-dialog";
import { StartProblem } from "./start-problem";
import { type Choices, useStartExport } from "./use-start-export";

type NewExportProps = {
  clientId: string;
  today: string;
  /** Why none can be started now. */
  unavailable?: string;
  /** The one filled button of the page is another: there is an export to download. */
  modest: boolean;
};

/** The day stands as it is typed (21-11-2026), whatever language the browser speaks. */
type Fields = Required<Choices>;

/** What goes in and what for; the defaults are right for most, so that the click alone is enough. */
export function NewExport({ clientId, today, unavailable, modest }: NewExportProps) {
  const t = useTranslations("export");
  const form = useForm<Fields>({
    reValidateMode: "onSubmit",
    defaultValues: {
      scope: "complete",
      purpose: "client-request",
      note: "",
      clientAskedOn: formatDay(today, "short"),
    },
  });
  const start = useStartExport(clientId, () => form.reset());
  const byClient = form.watch("purpose") === "client-request";
  const submit = form.handleSubmit(({ clientAskedOn, ...choices }) => {
    if (!unavailable)
      start.start({ ...choices, clientAskedOn: byClient ? parseDay(clientAskedOn) : undefined });
  });
  const dayProblem = (typed: string) => {
    const day = parseDay(typed);
    if (!day) return t("askedOnMissing");
    return day > today ? t("askedOnLater") : true;
  };
  return (
    <Card title={t("newExport")}>
      <form noValidate className="grid gap-3" onSubmit={submit}>
        <RadioGroup
          cards
          label={t("scope")}
          options={SCOPES.map((scope) => ({
            value: scope,
            label: t(`scopes.${scope}`),
            hint: t(`scopeHints.${scope}`),
          }))}
          {...form.register("scope")}
        />
        <div className="grid gap-3 tablet:grid-cols-2">
          <Select
            label={t("purpose")}
            options={PURPOSES.map((purpose) => ({ value: purpose, label: t(`purposes.${purpose}`) }))}
            {...form.register("purpose")}
          />
          <TextField
            optional
            label={t("note")}
            maxLength={1000}
            autoComplete="off"
            {...form.register("note")}
          />
          {byClient && (
            <>
              <TextField
                inputMode="numeric"
                autoComplete="off"
                label={t("askedOn")}
                placeholder={t("dayHint")}
                error={form.formState.errors.clientAskedOn?.message}
                {...form.register("clientAskedOn", { validate: dayProblem })}
              />
              <Term askedOn={parseDay(form.watch("clientAskedOn"))} today={today} />
            </>
          )}
        </div>
        <Notice tone="warning" title={t("warningTitle")}>
          <p>{t("warning")}</p>
        </Notice>
        <StartProblem problem={start.problem} />
        <div>
          <Button
            type="submit"
            look={modest ? "secondary" : "primary"}
            unavailable={start.busy ? undefined : unavailable}
            busy={start.busy && t("starting")}
          >
            {t("start")}
          </Button>
        </div>
      </form>
      <PasswordDialog start={start} />
    </Card>
  );
}

/** The last day of the month in which a client who asks for a copy gets it (art. 12 lid 3 AVG). */
function Term({ askedOn, today }: { askedOn: string | undefined; today: string }) {
  const t = useTranslations("export");
  if (!askedOn || askedOn > today) return null;
  const due = dueOn(askedOn);
  const day = () => (
    <b>
      <time dateTime={due}>{formatDay(due, "long")}</time>
    </b>
  );
  return (
    <p className="flex items-start gap-1.5 text-sm tablet:self-end tablet:pb-2.5">
      <CalendarClock className="size-4.5 flex-none" />
      <span>{t.rich(due < today ? "termPassed" : "term", { day })}</span>
    </p>
  );
}
