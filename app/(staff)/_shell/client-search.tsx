"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { type ClientHit, useClientHits } from "./use-client-hits";

type ClientSearchProps = {
  /** Asks the server by POST; the term never enters an address. At most ten hits. */
  find: (term: string) => Promise<ClientHit[]>;
};

/** Finds a client by name, number or birth date; `/` brings you here. Results stand in a popover. */
export function ClientSearch({ find }: ClientSearchProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  const box = useRef<HTMLInputElement>(null);
  const { term, setTerm, hits, state } = useClientHits(find);

  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key !== "/" || typing || !box.current?.offsetParent) return;
      event.preventDefault();
      box.current.focus();
    };
    document.addEventListener("keydown", jump);
    return () => document.removeEventListener("keydown", jump);
  }, []);

  const open = (number: string) => {
    setTerm("");
    router.push(`/clients/${number}`);
  };
  const said = {
    idle: "searchHint",
    busy: "searchBusy",
    failed: "searchFailed",
    done: "searchNone",
  } as const;
  return (
    <ComboBox
      aria-label={t("searchLabel")}
      items={hits}
      inputValue={term}
      onInputChange={setTerm}
      selectedKey={null}
      onSelectionChange={(key) => key !== null && open(String(key))}
      allowsEmptyCollection={term.trim().length > 1}
      menuTrigger="input"
    >
      <div className="relative">
        <Search className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-on-chrome-muted" />
        <Input
          ref={box}
          placeholder={t("searchHint")}
          autoComplete="off"
          className="h-8.5 w-62 rounded-md border border-on-chrome-muted bg-chrome-selected pr-2 pl-8.5 text-sm text-on-chrome placeholder:text-on-chrome-muted max-tablet:h-11 max-tablet:w-full"
        />
      </div>
      <Popover className="w-(--trigger-width) min-w-80 rounded-md border border-line bg-surface-raised p-1 text-ink shadow-2">
        <ListBox<ClientHit>
          className="outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-sm text-muted">{t(said[state])}</p>}
        >
          {(hit) => (
            <ListBoxItem
              id={hit.number}
              textValue={hit.name}
              className="grid cursor-pointer rounded-sm px-3 py-1.5 text-sm outline-none data-focused:bg-surface-selected"
            >
              <span className="font-bold">{hit.name}</span>
              <span className="text-muted">{hit.about}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
