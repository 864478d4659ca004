import { FieldControl } from "./field-control";
import type { FormField } from "./filled";
import type { FieldForm } from "./use-field-form";

type FormFieldsProps = {
  form: FieldForm;
  /** These only, in their own order */
  fields?: readonly FormField[];
  hints?: Readonly<Record<string, string>>;
};

/** The controls of a form; short ones two beside each other where there is room. */
export function FormFields({ form, fields = form.fields, hints }: FormFieldsProps) {
  return (
    <div className="grid items-start gap-x-4 gap-y-3 tablet:grid-cols-2">
      {fields.map((field) => (
        <div key={field.key} className={field.kind === "prose" ? "tablet:col-span-2" : undefined}>
          <FieldControl
            id={`${form.id}-${field.key}`}
            field={field}
            form={form.form}
            error={form.sentences[field.key]}
            hint={hints?.[field.key]}
          />
        </div>
      ))}
    </div>
  );
}

/** A long form in sections with a heading each. */
export function sectionsOf(fields: readonly FormField[]): { heading: string; fields: FormField[] }[] {
  const sections: { heading: string; fields: FormField[] }[] = [];
  for (const field of fields) {
    const last = sections.at(-1);
    if (field.heading !== null || !last) sections.push({ heading: field.heading ?? "", fields: [field] });
    else last.fields.push(field);
  }
  return sections;
}
