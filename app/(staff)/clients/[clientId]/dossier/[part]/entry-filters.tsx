"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { FilterBar } from "@/app/_ui/filter-bar";
import { FilterSearch } from "@/app/_ui/filter-search";
import { FilterSelect } from "@/app/_ui/filter-select";
import { LinkButton } from "@/app/_ui/link-button";
import type { PartList } from "./entry-list";
import { FilterDay } from "./filter-day";
import { filtersOf, type ListChoices } from "./list-params";

type EntryFiltersProps = {
  list: PartList;
  choices: ListChoices;
  term: string;
  onSearch: (term: string) => void;
  /** The address of this list with other choices, from its first page. */
  to: (changes: Partial<ListChoices>) => string;
};

/** Choices above a list of entries, each taking effect at once. */
export function EntryFilters({ list, choices, term, onSearch, to }: EntryFiltersProps) {
  const t = useTranslations("dossier");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [waiting, startTransition] = useTransition();
  const go = (changes: Partial<ListChoices>) =>
    startTransition(() => router.push(to(changes), { scroll: false }));
  const chosen = filtersOf(choices.filter);
  const choose = (key: string, code: string) => {
    const others = choices.filter.filter((text) => !text.startsWith(`${key}.`));
    go({ filter: code === "" ? others : [...others, `${key}.${code}`] });
  };
  const active =
    choices.filter.length + [choices.from, choices.until, choices.only === "current"].filter(Boolean).length;
  return (
    <div aria-busy={waiting} className={waiting ? "opacity-60" : undefined}>
      <FilterBar
        label={t("filters", { part: list.label })}
        active={active}
        search={
          <FilterSearch
            key={term}
            narrow
            term={term}
            onSearch={onSearch}
            label={t("search")}
            hint={t("searchHint")}
            button={t("searchButton")}
            clear={t("searchClear")}
          />
        }
      >
        {list.canEnd && (
          <FilterSelect
            label={t("only")}
            value={choices.only}
            options={[
              { code: "all", label: t("onlyAll") },
              { code: "current", label: t("onlyCurrent") },
            ]}
            onChoose={(only) => go({ only: only === "current" ? "current" : "all" })}
          />
        )}
        {list.filters.map(({ key, label, options }) => (
          <FilterSelect
            key={key}
            label={label}
            value={chosen[key] ?? ""}
            all={t("anyOption")}
            options={options}
            onChoose={(code) => choose(key, code)}
          />
        ))}
        <FilterDay
          key={`from ${choices.from}`}
          label={t("from")}
          value={choices.from}
          onChoose={(from) => go({ from })}
        />
        <FilterDay
          key={`until ${choices.until}`}
          label={t("until")}
          value={choices.until}
          onChoose={(until) => go({ until })}
        />
        {list.slug === "reports" && (
          <FilterSelect
            label={t("order")}
            value={choices.ascending ? "old" : "new"}
            options={[
              { code: "new", label: t("newestFirst") },
              { code: "old", label: t("oldestFirst") },
            ]}
            onChoose={(order) => go({ ascending: order === "old" })}
          />
        )}
        {active > 0 && (
          <LinkButton href={to({ only: "all", from: null, until: null, filter: [] })} size="small">
            {ui("filtersClear")}
          </LinkButton>
        )}
      </FilterBar>
    </div>
  );
}
