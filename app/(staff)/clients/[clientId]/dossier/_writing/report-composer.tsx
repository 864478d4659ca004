"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import type { Owner } from "@/app/_session/sign-in-again";
import { useTRPCClient } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { timeAt } from "@/app/_ui/dates";
import { Segmented } from "@/app/_ui/segmented";
import { Select } from "@/app/_ui/select";
import { showToast } from "@/app/_ui/toast-queue";
import { ComposerTexts } from "./composer-texts";
import { ComposerWho } from "./composer-who";
import { DraftLine } from "./draft-line";
import { WritingFrame } from "./entry-form";
import { fieldId } from "./field-path";
import type { Form } from "./form-field";
import { soapKeys } from "./soap";
import { isBlank, typedRecord } from "./typed";
import { useWriting } from "./use-writing";

type ReportComposerProps = { clientId: string; given: Form; owner: Owner };

/** A report written where the reports are read: one line until you start, then everything it needs in one block. */
export function ReportComposer({ clientId, given, owner }: ReportComposerProps) {
  const t = useTranslations("writing");
  const router = useRouter();
  const client = useTRPCClient();
  const heading = useId();
  const [open, setOpen] = useState(given.draft !== null);
  const title = useRef<HTMLHeadingElement>(null);
  const writing = useWriting({
    clientId,
    given,
    untouched: ["moment"],
    onStored: () => void stored(),
  });
  const { fields, record, change, busy } = writing;
  const errors = Object.fromEntries(writing.problems.map(({ path, sentence }) => [path, sentence]));
  const isSoap = soapKeys.some((key) => !isBlank(record[key] ?? ""));
  const [soap, setSoap] = useState(isSoap);
  const stored = async () => {
    showToast(t("reportStored", { time: timeAt(Date.now()) }));
    setOpen(false);
    title.current?.focus();
    router.refresh();
    // Without an answer the form it began with will do: what stands in it is the same but for the hour.
    writing.startWith(await client.entries.form.query({ clientId, part: given.part }).catch(() => given));
  };
  const started = typedRecord(writing.base.fields, writing.base.values);
  const field = (key: string) => fields.find((each) => each.key === key);
  const text = (key: string) => String(record[key] ?? "");
  const category = field("category");
  const templates = given.templates.filter((template) => template.category === text("category"));
  const addTemplate = (title: string) => {
    const template = templates.find((each) => each.title === title);
    if (!template) return;
    const added = Object.entries(template.values).map(([key, words]) => [
      key,
      isBlank(text(key)) ? words : `${text(key)}\n\n${words}`,
    ]);
    change({ ...record, ...Object.fromEntries(added) });
    setSoap(soap || soapKeys.some((key) => key in template.values));
  };
  return (
    <WritingFrame writing={writing} owner={owner}>
      <section
        aria-labelledby={heading}
        className="grid gap-3 rounded-lg border-2 border-accent bg-surface p-pad"
        onFocus={(event) => event.target instanceof HTMLTextAreaElement && setOpen(true)}
      >
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id={heading} ref={title} tabIndex={-1} className="text-base">
            {t("newReport")}
          </h2>
          {open && (
            <Segmented
              label={t("reportForm")}
              name="report-form"
              value={soap ? "soap" : "free"}
              onChange={(event) => setSoap(event.target.value === "soap")}
              options={[
                { value: "free", label: t("freeText") },
                { value: "soap", label: t("soap") },
              ]}
            />
          )}
        </div>
        {open && category && (
          <div className="grid gap-3 tablet:grid-cols-2">
            <Select
              id={fieldId("category")}
              label={category.label}
              error={errors.category}
              options={category.options.map(({ code, label }) => ({ value: code, label }))}
              placeholder={t("choose")}
              value={text("category")}
              onChange={(event) => change({ ...record, category: event.target.value })}
            />
            {templates.length > 0 && (
              <Select
                optional
                label={t("template")}
                placeholder={t("templateNone")}
                options={templates.map(({ title }) => ({ value: title, label: title }))}
                value=""
                onChange={(event) => addTemplate(event.target.value)}
              />
            )}
          </div>
        )}
        <ComposerTexts
          fields={fields}
          record={record}
          onChange={change}
          errors={errors}
          soap={soap}
          open={open}
        />
        {open && (
          <ComposerWho
            fields={fields}
            record={record}
            onChange={change}
            errors={errors}
            isNow={JSON.stringify(record.moment) === JSON.stringify(started.moment)}
          />
        )}
        {open && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <Button type="submit" look="primary" busy={busy && t("storing")}>
              {t("storeReport")}
            </Button>
            <span className="text-sm text-muted max-tablet:hidden">{t("storeByKey")}</span>
            <DraftLine draft={writing.draft} onSignIn={writing.signIn.ask} />
          </div>
        )}
      </section>
    </WritingFrame>
  );
}
