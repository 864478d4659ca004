import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import { controlClass, describedBy, Field, type FieldProps } from "./field";

type TextFieldProps = FieldProps &
  Omit<ComponentPropsWithRef<"input">, "className" | "size"> & {
    /** Something on the same row as the input, for example a show-password button. */
    beside?: ReactNode;
  };

/** One line of text. Takes `{...register("name")}` of react-hook-form; without `id` it makes one. */
export function TextField({ label, hint, error, optional, labelHidden, beside, ...input }: TextFieldProps) {
  const made = useId();
  const id = input.id ?? made;
  const control = (
    <input
      type="text"
      {...input}
      id={id}
      className={controlClass(Boolean(error))}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, { hint, error })}
    />
  );
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      {beside ? (
        <div className="flex gap-2">
          {control}
          {beside}
        </div>
      ) : (
        control
      )}
    </Field>
  );
}
