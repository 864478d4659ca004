import { useTranslations } from "next-intl";
import { useId } from "react";
import { Checkbox } from "./checkbox";
import { cx } from "./cx";
import { describedBy, FieldError, type FieldProps } from "./field";
import type { Option } from "./select";

type CheckboxGroupProps = FieldProps & {
  /** Id of the first box; where an error leads */
  id: string;
  options: Option[];
  value: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Any number of choices, in the order of `options`. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { id, label, hint, error, optional, labelHidden, options, value, onChange } = props;
  const t = useTranslations("ui");
  const group = useId();
  const toggle = (chosen: string, on: boolean) =>
    onChange(
      options.map((option) => option.value).filter((each) => (each === chosen ? on : value.includes(each))),
    );
  return (
    <fieldset
      className={cx("min-w-0", error && "border-l-4 border-danger pl-3")}
      aria-describedby={describedBy(group, { hint, error })}
    >
      <legend className={labelHidden ? "sr-only" : "mb-1 font-bold"}>
        {label}
        {optional && <span className="font-normal text-muted"> {t("optional")}</span>}
      </legend>
      {hint && (
        <p id={`${group}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      <div className="grid gap-x-4 sm:grid-cols-2 desk:grid-cols-3">
        {options.map((option, index) => (
          <Checkbox
            key={option.value}
            id={index === 0 ? id : undefined}
            label={option.label}
            checked={value.includes(option.value)}
            onChange={(event) => toggle(option.value, event.target.checked)}
          />
        ))}
      </div>
      {error && <FieldError id={`${group}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
