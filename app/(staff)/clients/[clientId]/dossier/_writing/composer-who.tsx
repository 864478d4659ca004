"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/app/_ui/checkbox";
import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { MomentField } from "@/app/_ui/moment-field";
import { Select } from "@/app/_ui/select";
import { TextButton } from "@/app/_ui/text-button";
import type { EntryFieldsProps } from "./entry-fields";
import { fieldId } from "./field-path";
import type { Typed } from "./typed";

type ComposerWhoProps = EntryFieldsProps & {
  /** Nobody chose another moment: it is that of storing */
  isNow: boolean;
};

/** Who may read a report, whose profession it is from, and when it was: what is usual stays folded. */
export function ComposerWho({ fields, record, onChange, errors, isNow }: ComposerWhoProps) {
  const t = useTranslations("writing");
  const field = (key: string) => fields.find((each) => each.key === key);
  const set = (key: string) => (typed: Typed) => onChange({ ...record, [key]: typed });
  const [hidden, expertises, discipline, moment] = ["hidden", "expertises", "discipline", "moment"].map(
    field,
  );
  const bound = Array.isArray(record.expertises)
    ? record.expertises.filter((code) => typeof code === "string")
    : [];
  const [asksExpertise, setAsksExpertise] = useState(bound.length > 0);
  const [asksMoment, setAsksMoment] = useState(!isNow);
  const [asksDiscipline] = useState(record.discipline === "");
  const at = record.moment;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {hidden && (
          <Checkbox
            id={fieldId("hidden")}
            label={hidden.label}
            hint={record.hidden === "yes" ? hidden.hint : undefined}
            error={errors.hidden}
            checked={record.hidden === "yes"}
            onChange={(event) => set("hidden")(event.target.checked ? "yes" : "no")}
          />
        )}
        {expertises && (
          <Checkbox
            label={t("onlyFor")}
            aria-expanded={asksExpertise}
            checked={asksExpertise}
            onChange={(event) => {
              setAsksExpertise(event.target.checked);
              if (!event.target.checked) set("expertises")([]);
            }}
          />
        )}
        {moment && !asksMoment && !errors.moment && (
          <span className="text-sm text-muted">
            {t("momentNow")} <TextButton onClick={() => setAsksMoment(true)}>{t("momentChange")}</TextButton>
          </span>
        )}
      </div>
      {expertises && asksExpertise && (
        <CheckboxGroup
          id={fieldId("expertises")}
          label={expertises.label}
          hint={expertises.hint}
          error={errors.expertises}
          options={expertises.options.map(({ code, label }) => ({ value: code, label }))}
          value={bound}
          onChange={set("expertises")}
        />
      )}
      {discipline && (asksDiscipline || errors.discipline) && (
        <Select
          id={fieldId("discipline")}
          label={discipline.label}
          error={errors.discipline}
          placeholder={t("choose")}
          options={discipline.options.map(({ code, label }) => ({ value: code, label }))}
          value={typeof record.discipline === "string" ? record.discipline : ""}
          onChange={(event) => set("discipline")(event.target.value)}
        />
      )}
      {moment && (asksMoment || errors.moment) && (
        <MomentField
          id={fieldId("moment")}
          label={moment.label}
          error={errors.moment}
          value={typeof at === "object" && "day" in at ? at : { day: "", time: "" }}
          onChange={set("moment")}
        />
      )}
    </div>
  );
}
