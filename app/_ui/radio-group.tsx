import { useTranslations } from "next-intl";
import { type ComponentPropsWithRef, useId } from "react";
import { cx } from "./cx";
import { describedBy, FieldError, type FieldProps } from "./field";

export type RadioOption = { value: string; label: string; hint?: string };

type RadioGroupProps = FieldProps &
  Omit<ComponentPropsWithRef<"input">, "className" | "type" | "defaultValue" | "value"> & {
    name: string;
    options: RadioOption[];
    defaultValue?: string;
    value?: string;
    /** Cards for choices with consequences: one sentence each (`hint`). */
    cards?: boolean;
    /** Short answers beside each other. */
    row?: boolean;
  };

/** Two to four choices of which one holds. Spread `register("name")` on it: it reaches each radio. */
export function RadioGroup(props: RadioGroupProps) {
  const { label, hint, error, optional, labelHidden, options, cards, row, defaultValue, value, ...input } =
    props;
  const id = useId();
  const t = useTranslations("ui");
  return (
    <fieldset
      className={cx("min-w-0", error && "border-l-4 border-danger pl-3")}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend className={labelHidden ? "sr-only" : "mb-1 font-bold"}>
        {label}
        {optional && <span className="font-normal text-muted"> {t("optional")}</span>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      <div
        className={cards ? "grid gap-3 tablet:grid-cols-2" : row ? "flex flex-wrap gap-x-5" : "grid gap-1"}
      >
        {options.map((option, index) => (
          <label
            key={option.value}
            className={cx(
              "grid cursor-pointer grid-cols-[1.375rem_minmax(0,1fr)] content-start gap-x-2",
              cards
                ? "rounded-md border border-line-strong bg-surface p-3 has-checked:border-accent has-checked:bg-surface-selected has-checked:outline has-checked:outline-accent"
                : "py-1",
            )}
          >
            <input
              {...input}
              id={index === 0 ? input.id : undefined}
              type="radio"
              className="tick mt-px"
              value={option.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
              checked={value === undefined ? undefined : value === option.value}
              aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
            />
            <span className={cards ? "font-bold" : undefined}>{option.label}</span>
            {option.hint && (
              <span id={`${id}-${option.value}`} className="col-start-2 text-sm text-muted">
                {option.hint}
              </span>
            )}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
