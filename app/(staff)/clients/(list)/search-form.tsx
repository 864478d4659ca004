"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";

/** The one search field. Asks on Enter or the button, so that half a name is not an event in the log. */
export function SearchForm({ term, onSearch }: { term: string; onSearch: (term: string) => void }) {
  const t = useTranslations("clients");
  const [typed, setTyped] = useState(term);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form className="max-w-152" onSubmit={submit}>
      <TextField
        label={t("search")}
        hint={t("searchHint")}
        autoComplete="off"
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        beside={
          <>
            <Button type="submit" look="primary" icon={<Search />}>
              {t("searchButton")}
            </Button>
            {term !== "" && <Button onClick={() => onSearch("")}>{t("showAll")}</Button>}
          </>
        }
      />
    </form>
  );
}
