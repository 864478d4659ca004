"use client";

import { Search } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "./button";
import { cx } from "./cx";
import { filterClass } from "./filter-bar";

type FilterSearchProps = {
  /** What was asked last; empty: nothing */
  term: string;
  onSearch: (term: string) => void;
  label: string;
  hint?: string;
  button: string;
  /** On the button that takes the search away */
  clear: string;
  /** Room for one word: beside other filters on one row, its button a picture */
  narrow?: true;
};

/** The search field of a filter bar: asks on Enter or the button. */
export function FilterSearch({ term, onSearch, label, hint, button, clear, narrow }: FilterSearchProps) {
  const id = useId();
  const [typed, setTyped] = useState(term);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form
      className={cx(
        "flex min-w-0 items-center gap-1.5 text-sm",
        narrow ? "max-tablet:flex-1" : "flex-wrap max-tablet:w-full",
      )}
      onSubmit={submit}
    >
      <label
        htmlFor={id}
        className={narrow ? "font-medium whitespace-nowrap" : "font-medium max-tablet:w-full"}
      >
        {label}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={200}
        placeholder={hint}
        value={typed}
        className={cx(filterClass, narrow ? "w-40 max-tablet:w-full" : hint ? "w-64" : "w-44")}
        onChange={(event) => setTyped(event.target.value)}
      />
      {narrow ? (
        <Button type="submit" size="small" icon={<Search />} aria-label={button} />
      ) : (
        <Button type="submit" size="small" icon={<Search />}>
          {button}
        </Button>
      )}
      {term !== "" && (
        <Button size="small" onClick={() => onSearch("")}>
          {clear}
        </Button>
      )}
    </form>
  );
}
