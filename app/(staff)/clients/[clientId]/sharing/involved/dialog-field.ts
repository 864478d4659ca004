import type { FormField } from "../../../_form/filled";

type Option = FormField["options"][number];

/** A field of a dialog here, in the shape of declared ones. */
export function dialogField(
  key: string,
  kind: FormField["kind"],
  label: string,
  more: { required?: boolean; hint?: string; options?: Option[] } = {},
): FormField {
  const { required = false, hint = null, options = [] } = more;
  return { key, kind, label, required, hint, options, heading: null, partial: false, notAtFirst: false };
}
