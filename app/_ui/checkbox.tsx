import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import { describedBy, FieldError } from "./field";

type CheckboxProps = Omit<ComponentPropsWithRef<"input">, "className" | "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
};

/** One yes-or-not-yes choice. Consent is never a checkbox: that has three answers. */
export function Checkbox({ label, hint, error, ...input }: CheckboxProps) {
  const made = useId();
  const id = input.id ?? made;
  return (
    <div className={error ? "border-l-4 border-danger pl-3" : undefined}>
      <div className="grid grid-cols-[1.375rem_minmax(0,1fr)] gap-x-2 py-1">
        <input
          {...input}
          id={id}
          type="checkbox"
          className="tick mt-px"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error })}
        />
        <label htmlFor={id} className="cursor-pointer">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="col-start-2 text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
