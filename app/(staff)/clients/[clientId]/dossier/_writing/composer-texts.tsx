import { useTranslations } from "next-intl";
import { TextArea } from "@/app/_ui/text-area";
import { TextField } from "@/app/_ui/text-field";
import type { EntryFieldsProps } from "./entry-fields";
import { fieldId } from "./field-path";
import { soapKeys, soapLetters } from "./soap";
import { isBlank } from "./typed";

type ComposerTextsProps = EntryFieldsProps & { soap: boolean; open: boolean };

/** The text of a report: free, or by its four letters. What was typed in the other way stays in sight. */
export function ComposerTexts({ fields, record, onChange, errors, soap, open }: ComposerTextsProps) {
  const t = useTranslations("writing");
  const textOf = (key: string) => (typeof record[key] === "string" ? record[key] : "");
  const control = (key: string) => ({
    id: fieldId(key),
    error: errors[key],
    value: textOf(key),
    onChange: (event: { target: { value: string } }) => onChange({ ...record, [key]: event.target.value }),
  });
  const labelOf = (key: string) => fields.find((field) => field.key === key)?.label ?? key;
  const isFree = !soap || !isBlank(textOf("text")) || errors.text !== undefined;
  const letters = soapKeys.filter((key) => soap || !isBlank(textOf(key)));
  return (
    <div className="grid gap-3">
      {open && <TextField optional label={labelOf("title")} autoComplete="off" {...control("title")} />}
      {isFree && (
        <TextArea
          label={labelOf("text")}
          labelHidden={!open}
          placeholder={t("reportHint")}
          rows={open ? 5 : 1}
          {...control("text")}
        />
      )}
      {letters.map((key) => (
        <TextArea
          key={key}
          label={
            <>
              <span aria-hidden="true" className="inline-block w-5 text-on-accent-subtle">
                {soapLetters[key]}
              </span>
              {labelOf(key)}
            </>
          }
          rows={2}
          {...control(key)}
        />
      ))}
    </div>
  );
}
