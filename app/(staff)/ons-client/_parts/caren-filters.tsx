"use client";

import { useTranslations } from "next-intl";
import { FilterBar } from "@/app/_ui/filter-bar";
import { FilterSearch } from "@/app/_ui/filter-search";
import { FilterSelect } from "@/app/_ui/filter-select";
import { CAREN_STATUSES } from "@/server/caren/kinds";
import type { CarenStatus } from "./caren-status";

type CarenFiltersProps = {
  term: string;
  status: CarenStatus | "";
  location: string;
  locations: readonly { code: string; label: string }[];
  onSearch: (term: string) => void;
  /** An empty text: all */
  onStatus: (status: CarenStatus | "") => void;
  onLocation: (code: string) => void;
};

/** Search by Enter or the button; a status or a location takes effect at once. */
export function CarenFilters(props: CarenFiltersProps) {
  const { term, status, location, locations, onSearch, onStatus, onLocation } = props;
  const t = useTranslations("onsClient");
  return (
    <FilterBar
      label={t("filter")}
      active={[status, location].filter((each) => each !== "").length}
      search={
        <FilterSearch
          term={term}
          onSearch={onSearch}
          label={t("search")}
          button={t("searchButton")}
          clear={t("showAll")}
        />
      }
    >
      <FilterSelect
        label={t("statusFilter")}
        value={status}
        all={t("statusAll")}
        options={CAREN_STATUSES.map((code) => ({ code, label: t(`statuses.${code}`) }))}
        onChoose={(code) => onStatus(CAREN_STATUSES.find((each) => each === code) ?? "")}
      />
      {locations.length > 0 && (
        <FilterSelect
          label={t("locationFilter")}
          value={location}
          all={t("locationAll")}
          options={locations}
          onChoose={onLocation}
        />
      )}
    </FilterBar>
  );
}
