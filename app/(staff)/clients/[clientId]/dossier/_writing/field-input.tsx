import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { DayField } from "@/app/_ui/day-field";
import { MomentField } from "@/app/_ui/moment-field";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Select } from "@/app/_ui/select";
import { TextArea } from "@/app/_ui/text-area";
import { TextField } from "@/app/_ui/text-field";
import type { FormField } from "./form-field";
import type { Typed } from "./typed";

type FieldInputProps = {
  id: string;
  field: FormField;
  typed: Typed | undefined;
  onChange: (typed: Typed) => void;
  error?: string;
};

/** The control of one field, by its kind. */
export function FieldInput({ id, field, typed = "", onChange, error }: FieldInputProps) {
  const t = useTranslations("writing");
  const text = typeof typed === "string" ? typed : "";
  const frame = { id, label: field.label, error, optional: !field.required, hint: field.hint };
  const options = field.options.map(({ code, label }) => ({ value: code, label }));
  const write = (event: { target: { value: string } }) => onChange(event.target.value);
  switch (field.kind) {
    case "moment":
      return (
        <MomentField
          {...frame}
          value={typeof typed === "object" && "day" in typed ? typed : { day: "", time: "" }}
          onChange={onChange}
        />
      );
    case "date":
      return (
        <DayField
          {...frame}
          hint={field.hint ?? (field.partial && t("partialHint"))}
          value={text}
          onChange={onChange}
        />
      );
    case "codes":
      return (
        <CheckboxGroup
          {...frame}
          options={options}
          value={Array.isArray(typed) ? typed.filter((code) => typeof code === "string") : []}
          onChange={onChange}
        />
      );
    case "flag":
      return (
        <RadioGroup
          {...frame}
          row
          name={id}
          value={text}
          onChange={write}
          options={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
            ...(field.required ? [] : [{ value: "", label: t("unrecorded") }]),
          ]}
        />
      );
    case "code":
      return (
        <Select
          {...frame}
          options={options}
          placeholder={field.required ? t("choose") : t("unrecorded")}
          value={text}
          onChange={write}
        />
      );
    case "prose":
      return <TextArea {...frame} rows={3} value={text} onChange={write} />;
    case "number":
      return <TextField {...frame} inputMode="decimal" autoComplete="off" value={text} onChange={write} />;
    default:
      return <TextField {...frame} autoComplete="off" value={text} onChange={write} />;
  }
}
