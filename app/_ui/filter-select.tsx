import { useId } from "react";
import { FilterField, filterClass } from "./filter-bar";

type FilterSelectProps = {
  label: string;
  value: string;
  /** The choice that leaves nothing out. */
  all?: string;
  options: readonly { code: string; label: string }[];
  onChoose: (code: string) => void;
};

/** One choice in a filter bar, its label in front of it. */
export function FilterSelect({ label, value, all, options, onChoose }: FilterSelectProps) {
  const id = useId();
  return (
    <FilterField id={id} label={label}>
      <select
        id={id}
        value={value}
        className={`${filterClass} max-w-44 max-tablet:max-w-none`}
        onChange={(event) => onChoose(event.target.value)}
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.code} value={option.code}>
            {option.label}
          </option>
        ))}
      </select>
    </FilterField>
  );
}
