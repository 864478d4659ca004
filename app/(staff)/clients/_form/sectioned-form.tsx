import type { ReactNode } from "react";
import { Card } from "@/app/_ui/card";
import { FormFields, sectionsOf } from "./form-fields";
import { FormHead } from "./form-head";
import type { FieldForm } from "./use-field-form";

type SectionedFormProps = {
  form: FieldForm;
  hints?: Readonly<Record<string, string>>;
  /** What stands between the fields and the buttons: a warning about what was filled in */
  warning?: ReactNode;
  /** The act and the way back */
  buttons: ReactNode;
};

/** A long form: a card a section, the act at the end. */
export function SectionedForm({ form, hints, warning, buttons }: SectionedFormProps) {
  return (
    <form noValidate className="grid gap-gap" onSubmit={form.submit}>
      <FormHead form={form} />
      {sectionsOf(form.fields).map(({ heading, fields }) => (
        <Card key={heading} title={heading}>
          <FormFields form={form} fields={fields} hints={hints} />
        </Card>
      ))}
      {warning}
      <div className="flex flex-wrap items-center gap-3">{buttons}</div>
    </form>
  );
}
