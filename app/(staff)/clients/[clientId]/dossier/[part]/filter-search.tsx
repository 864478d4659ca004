"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { filterClass } from "@/app/_ui/filter-bar";

type FilterSearchProps = { term: string; onSearch: (term: string) => void };

/** Searches the text of the entries; asks on Enter or the button. */
export function FilterSearch({ term, onSearch }: FilterSearchProps) {
  const t = useTranslations("dossier");
  const id = useId();
  const [typed, setTyped] = useState(term);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form className="flex min-w-0 items-center gap-1.5 text-sm max-tablet:flex-1" onSubmit={submit}>
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
        className={`${filterClass} w-40 max-tablet:w-full`}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" size="small" icon={<Search />} aria-label={t("searchButton")} />
      {term !== "" && (
        <Button size="small" onClick={() => onSearch("")}>
          {t("searchClear")}
        </Button>
      )}
    </form>
  );
}
