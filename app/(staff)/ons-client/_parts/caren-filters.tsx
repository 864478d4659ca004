"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { FilterBar, filterClass } from "@/app/_ui/filter-bar";
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
  const id = useId();
  const [typed, setTyped] = useState(term);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <FilterBar
      label={t("filter")}
      active={[status, location].filter((each) => each !== "").length}
      search={
        <form
          className="flex min-w-0 flex-wrap items-center gap-1.5 text-sm max-tablet:w-full"
          onSubmit={submit}
        >
          <label htmlFor={id} className="font-medium max-tablet:w-full">
            {t("search")}
          </label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            maxLength={200}
            value={typed}
            className={`${filterClass} w-44`}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" size="small" icon={<Search />}>
            {t("searchButton")}
          </Button>
          {term !== "" && (
            <Button size="small" onClick={() => onSearch("")}>
              {t("showAll")}
            </Button>
          )}
        </form>
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
