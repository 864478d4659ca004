import { type ComponentPropsWithRef, useId } from "react";
import type { Option } from "./select";

type SegmentedProps = Omit<
  ComponentPropsWithRef<"input">,
  "className" | "type" | "defaultValue" | "value"
> & {
  /** Name of the group for screen readers. */
  label: string;
  name: string;
  options: Option[];
  defaultValue?: string;
  value?: string;
};

/** Two to four short choices on one row, radios underneath. */
export function Segmented({ label, options, defaultValue, value, ...input }: SegmentedProps) {
  const id = useId();
  return (
    <fieldset className="inline-flex max-w-full flex-wrap rounded-md border border-line-strong bg-surface">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          htmlFor={`${id}-${option.value}`}
          className="relative inline-flex min-h-7.5 cursor-pointer items-center whitespace-nowrap border-l border-line-strong px-2.5 text-sm first-of-type:rounded-l-[5px] first-of-type:border-l-0 last-of-type:rounded-r-[5px] has-checked:bg-accent has-checked:font-bold has-checked:text-on-accent has-focus-visible:z-1 has-focus-visible:shadow-[inset_0_0_0_2px_var(--focus-ink),0_0_0_3px_var(--focus-halo)] pointer-coarse:min-h-control"
        >
          <input
            {...input}
            id={`${id}-${option.value}`}
            type="radio"
            className="absolute inset-0 cursor-pointer opacity-0"
            value={option.value}
            defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
            checked={value === undefined ? undefined : value === option.value}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
