"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { FilterBar, filterClass } from "@/app/_ui/filter-bar";
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
  const id = useId();
  const [typed, setTyped] = useState(term);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <FilterBar
      label={t("filter")}
      active={state === null ? 0 : 1}
      search={
        <form
          className="flex min-w-0 flex-wrap items-center gap-1.5 text-sm max-tablet:w-full"
          onSubmit={submit}
        >
          <label htmlFor={id} className="font-medium whitespace-nowrap">
            {t("search")}
          </label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            maxLength={200}
            placeholder={t("searchHint")}
            value={typed}
            className={`${filterClass} w-64`}
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
        label={t("state")}
        value={state ?? ""}
        all={t("stateAll")}
        options={PORTAL_STATES.map((code) => ({ code, label: t(`states.${code}`) }))}
        onChoose={onState}
      />
    </FilterBar>
  );
}
