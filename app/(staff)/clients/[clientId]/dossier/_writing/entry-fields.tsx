"use client";

import { RecordEditor } from "@/app/_ui/record-editor";
import { FieldInput } from "./field-input";
import { fieldId } from "./field-path";
import type { FormField } from "./form-field";
import { emptyRecord, type Typed, type TypedRecord } from "./typed";

export type EntryFieldsProps = {
  fields: readonly FormField[];
  record: TypedRecord;
  onChange: (record: TypedRecord) => void;
  /** Path of a field → what is wrong with it */
  errors: Readonly<Record<string, string>>;
  /** Path of this record, ending in a dot; empty for the entry itself */
  at?: string;
};

/** The controls of an entry or of a record inside it, in the order of the part. */
export function EntryFields({ fields, record, onChange, errors, at = "" }: EntryFieldsProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-4 gap-y-4 tablet:grid-cols-2">
      {fields.map((field) => {
        const path = `${at}${field.key}`;
        const typed = record[field.key];
        const change = (value: Typed) => onChange({ ...record, [field.key]: value });
        const wide = ["prose", "rows", "codes"].includes(field.kind);
        return (
          <div key={field.key} className={wide ? "min-w-0 tablet:col-span-2" : "min-w-0"}>
            {field.kind === "rows" ? (
              <RecordEditor
                id={fieldId(path)}
                label={field.label}
                singular={field.singular ?? field.label.toLowerCase()}
                optional={!field.required}
                error={errors[path]}
                records={rowsOf(typed)}
                make={() => emptyRecord(field.fields)}
                onChange={change}
              >
                {(row, index, changeRow) => (
                  <EntryFields
                    fields={field.fields}
                    record={row}
                    onChange={changeRow}
                    errors={errors}
                    at={`${path}.${index}.`}
                  />
                )}
              </RecordEditor>
            ) : (
              <FieldInput
                id={fieldId(path)}
                field={field}
                typed={typed}
                onChange={change}
                error={errors[path]}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

function rowsOf(typed: Typed | undefined): TypedRecord[] {
  return Array.isArray(typed) ? typed.filter((row) => typeof row !== "string") : [];
}
