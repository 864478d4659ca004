import { capital } from "@/app/_ui/capital";
import type { FormField } from "./form-field";

/** The id of the control of a field (`goals.0.targetDate`): where an error leads. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll(".", "-")}`;
}

/** A field by name, for the list of errors: "Doelen 1, Streefdatum". Empty when the form has no such field. */
export function fieldName(fields: readonly FormField[], path: string): string {
  const [key, place, ...rest] = path.split(".");
  const field = fields.find((each) => each.key === key);
  if (!field) return "";
  if (place === undefined) return field.label;
  const inner = fieldName(field.fields, rest.join("."));
  const record = `${field.singular ?? field.label} ${Number(place) + 1}`;
  return `${capital(record)}${inner && `, ${inner}`}`;
}
