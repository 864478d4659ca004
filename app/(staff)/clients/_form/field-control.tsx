import { useTranslations } from "next-intl";
import { Controller, type UseFormReturn } from "react-hook-form";
import { DayField } from "@/app/_ui/day-field";
import { MomentField } from "@/app/_ui/moment-field";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Select } from "@/app/_ui/select";
import { TextArea } from "@/app/_ui/text-area";
import { TextField } from "@/app/_ui/text-field";
import { type Filled, type FormField, typedMoment } from "./filled";

type FieldControlProps = {
  /** Where an error in the summary leads */
  id: string;
  field: FormField;
  form: UseFormReturn<Filled>;
  error: string | undefined;
  /** Instead of the declared one, where the page knows more */
  hint?: string;
};

const numeric: readonly FormField["kind"][] = ["bsn"];

/** The control of one declared field. */
export function FieldControl({ id, field, form, error, hint }: FieldControlProps) {
  const t = useTranslations("records");
  const said = hint ?? field.hint ?? undefined;
  const common = { id, label: field.label, hint: said, error, optional: !field.required };
  const own = form.register(field.key);
  switch (field.kind) {
    case "date":
      return (
        <Controller
          control={form.control}
          name={field.key}
          render={({ field: { value, onChange } }) => (
            <DayField
              {...common}
              hint={said ?? (field.partial ? t("partialHint") : undefined)}
              value={value ?? ""}
              onChange={onChange}
            />
          )}
        />
      );
    case "moment":
      return (
        <Controller
          control={form.control}
          name={field.key}
          render={({ field: { value, onChange } }) => (
            <MomentField
              {...common}
              value={typedMoment(value ?? "")}
              onChange={({ day, time }) => onChange(`${day}|${time}`)}
            />
          )}
        />
      );
    case "code":
      if (field.required && field.options.length <= 4) {
        return (
          <div id={id} tabIndex={-1}>
            <RadioGroup label={field.label} hint={said} error={error} options={field.options} {...own} />
          </div>
        );
      }
      return <Select {...common} options={field.options} placeholder={t("choose")} {...own} />;
    case "place":
      return <Select {...common} options={field.options} placeholder={t("choose")} {...own} />;
    case "prose":
      return <TextArea {...common} rows={4} {...own} />;
    default:
      return (
        <TextField
          {...common}
          autoComplete="off"
          inputMode={numeric.includes(field.kind) ? "numeric" : undefined}
          type={field.kind === "email" ? "email" : field.kind === "phone" ? "tel" : "text"}
          {...own}
        />
      );
  }
}
