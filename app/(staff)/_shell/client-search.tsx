"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from "react-aria-components";
import { leavePage } from "@/app/_ui/unsaved";
import { useSearchTerm } from "./search-term";
import { type ClientHit, useClientHits } from "./use-client-hits";
import { useSlashKey } from "./use-slash-key";

type ClientSearchProps = {
  /** Asks the server by POST; the term never enters an address. At most ten hits. Must be the same function each time. */
  find: (term: string) => Promise<ClientHit[]>;
};

const said = { idle: "searchHint", busy: "searchBusy", failed: "searchFailed", done: "searchNone" } as const;

/** Finds a client by name, number or birth date; `/` brings you here. Hits stand under the field. */
export function ClientSearch({ find }: ClientSearchProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  const box = useRef<HTMLInputElement>(null);
  const [away, setAway] = useState(true);
  const { term, setTerm, hits, state } = useClientHits(find);
  const { setTerm: setListTerm } = useSearchTerm();
  useSlashKey(box);

  const open = (number: string) => {
    setTerm("");
    // Out of the field, so that `/` finds the next client and is not typed.
    box.current?.blur();
    leavePage(() => router.push(`/clients/${number}`));
  };
  // Enter without a chosen hit: the only one there is, else the list of all of them.
  const submit = async () => {
    if (term.trim() === "" || box.current?.hasAttribute("aria-activedescendant")) return;
    // Without an answer the list of clients is opened, which asks again and says what is wrong.
    const found = await find(term.trim()).catch(() => []);
    if (found[0] && found.length === 1) return open(found[0].number);
    leavePage(() => {
      setListTerm(term.trim());
      setTerm("");
      router.push("/clients");
    });
  };
  return (
    <search
      className="relative"
      onFocus={() => setAway(false)}
      onBlur={(event) => setAway(!event.currentTarget.contains(event.relatedTarget))}
    >
      <Autocomplete inputValue={term} onInputChange={setTerm} disableAutoFocusFirst>
        <SearchField aria-label={t("searchLabel")} onSubmit={() => void submit()}>
          <Search className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-on-chrome-muted" />
          <Input
            ref={box}
            placeholder={t("searchHint")}
            autoComplete="off"
            className="h-8.5 w-62 max-desk:w-48 appearance-none [&::-webkit-search-cancel-button]:hidden rounded-md border border-on-chrome-muted bg-chrome-selected pr-2 pl-8.5 text-sm text-on-chrome placeholder:text-on-chrome-muted max-tablet:h-11 max-tablet:w-full"
          />
        </SearchField>
        {!away && term.trim().length > 1 && (
          <div className="absolute top-full right-0 mt-1 max-h-96 w-full min-w-80 overflow-auto rounded-md border border-line bg-surface-raised p-1 text-ink shadow-2 max-tablet:min-w-0">
            <ListBox<ClientHit>
              aria-label={t("searchHits")}
              items={hits}
              className="outline-none"
              onAction={(key) => open(String(key))}
              renderEmptyState={() => <p className="px-3 py-2 text-sm text-muted">{t(said[state])}</p>}
            >
              {(hit) => (
                <ListBoxItem
                  id={hit.number}
                  textValue={hit.name}
                  className="grid cursor-pointer rounded-sm px-3 py-1.5 text-sm outline-none hover:bg-surface-hover data-focused:bg-surface-selected"
                >
                  <span className="font-bold">{hit.name}</span>
                  <span className="text-muted">{hit.about}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </div>
        )}
      </Autocomplete>
    </search>
  );
}
