"use client";

import { useTranslations } from "next-intl";
import { FilterBar } from "@/app/_ui/filter-bar";
import { FilterSearch } from "@/app/_ui/filter-search";
import { FilterSelect } from "@/app/_ui/filter-select";
import { PORTAL_STATES, type PortalState } from "@/server/portal/input";

type AccountFiltersProps = {
  term: string;
  state: PortalState | null;
  onSearch: (term: string) => void;
  /** An empty text: all */
  onState: (code: string) => void;
};

/** Search by Enter or the button; a state takes effect at once. */
export function AccountFilters({ term, state, onSearch, onState }: AccountFiltersProps) {
  const t = useTranslations("portalAccounts");
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
        options={PORTAL_STATES.map((code) => ({ code, label: t(`states.${code}`) }))}
        onChoose={onState}
      />
    </FilterBar>
  );
}
