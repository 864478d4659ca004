"use client";

import { useTranslations } from "next-intl";
import { FilterBar } from "@/app/_ui/filter-bar";
import { FilterSearch } from "@/app/_ui/filter-search";
import { FilterSelect } from "@/app/_ui/filter-select";
import { EMPLOYEE_STATES, type EmployeeState } from "@/server/employees/input";

type EmployeeFiltersProps = {
  term: string;
  state: EmployeeState | null;
  onSearch: (term: string) => void;
  /** An empty text: all */
  onState: (code: string) => void;
};

/** Search by Enter or the button; a state takes effect at once. */
export function EmployeeFilters({ term, state, onSearch, onState }: EmployeeFiltersProps) {
  const t = useTranslations("employees");
  return (
    <FilterBar
      label={t("filter")}
      active={state === null ? 0 : 1}
      search={
        <FilterSearch
          term={term}
          onSearch={onSearch}
          label={t("search")}
          hint={t("searchHint")}
          button={t("searchButton")}
          clear={t("showAll")}
        />
      }
    >
      <FilterSelect
        label={t("state")}
        value={state ?? ""}
        all={t("stateAll")}
        options={EMPLOYEE_STATES.map((code) => ({ code, label: t(`states.${code}`) }))}
        onChoose={onState}
      />
    </FilterBar>
  );
}
