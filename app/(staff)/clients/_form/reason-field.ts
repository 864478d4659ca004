import type { FormField } from "./filled";

/** A field that asks why. */
export function reasonField(label: string): FormField {
  return {
    ...{ key: "reason", label, kind: "prose", options: [], required: true },
    ...{ hint: null, heading: null, partial: false, notAtFirst: false },
  };
}
