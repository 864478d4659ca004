import { ChevronDown } from "lucide-react";
import { type ComponentPropsWithRef, useId } from "react";
import { cx } from "./cx";
import { controlClass, describedBy, Field, type FieldProps } from "./field";

export type Option = { value: string; label: string };

type SelectProps = FieldProps &
  Omit<ComponentPropsWithRef<"select">, "className" | "children"> & {
    options: Option[];
    /** First, empty choice, for example "Kies een reden". */
    placeholder?: string;
  };

/** Five or more choices (two to four: radios or a segmented control). Takes `{...register("name")}`. */
export function Select({
  label,
  hint,
  error,
  optional,
  labelHidden,
  options,
  placeholder,
  ...select
}: SelectProps) {
  const made = useId();
  const id = select.id ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <div className="relative">
        <select
          {...select}
          id={id}
          className={cx(controlClass(Boolean(error)), "appearance-none pr-8")}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error })}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className="pointer-events-none absolute right-2.5 top-1/2 size-4 -translate-y-1/2" />
      </div>
    </Field>
  );
}
