import { type ComponentPropsWithRef, useId } from "react";
import { cx } from "./cx";
import { controlClass, describedBy, Field, type FieldProps } from "./field";

type TextAreaProps = FieldProps & Omit<ComponentPropsWithRef<"textarea">, "className">;

/** Several lines of text, in reading size. Takes `{...register("name")}`. */
export function TextArea({ label, hint, error, optional, labelHidden, ...area }: TextAreaProps) {
  const made = useId();
  const id = area.id ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <textarea
        rows={4}
        {...area}
        id={id}
        className={cx(controlClass(Boolean(error)), "block resize-y text-read")}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </Field>
  );
}
